using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Pga.Application.Data;

namespace Pga.Architecture.Tests;

/// <summary>Which part of the house may know which.</summary>
internal sealed class DependencyTests
{
    /// <summary>Where the web front may touch the context itself: before there is an actor or a message.</summary>
    private static readonly string[] MayTouchTheContext = ["Pga.Web.Identity", "Pga.Web.Cli", "Pga.Web.Hosting"];

    /// <summary>Interfaces that mark, each with the reason, for as long as one type carries them.</summary>
    private static readonly Dictionary<string, string> Markers = new()
    {
        ["IAboutTraject"] = "marks a request for the pipeline",
        ["IAboutClient"] = "marks a request for the pipeline",
        ["IRevealsClient"] = "marks a row for the access log",
        ["IRevealsClients"] = "marks an answer for the access log",
        ["ICommand"] = "marks a request for the pipeline",
        ["IQuery`1"] = "marks a request for the pipeline",
    };

    [TestCase("Pga.Domain")]
    [TestCase("Pga.Disclosure")]
    public void Of_the_pure_projects_are_the_framework_alone(string project)
    {
        var references = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).ToList();

        Assert.That(references.Where(n => n != "System" && !n.StartsWith("System.", StringComparison.Ordinal) && n is not "netstandard" and not "mscorlib"), Is.Empty);
        Assert.That(Ours.Read($"src/{project}/{project}.csproj"), Does.Not.Contain("Reference Include"));
    }

    [Test]
    public void Of_the_use_cases_leave_the_web_out()
    {
        using var file = new PEReader(File.OpenRead(Ours.Application.Location));
        var metadata = file.GetMetadataReader();
        var namespaces = metadata.TypeReferences.Select(t => metadata.GetString(metadata.GetTypeReference(t).Namespace)).Distinct().ToList();

        Assert.That(namespaces, Does.Contain("Microsoft.EntityFrameworkCore"), "else this test looks at nothing");
        Assert.That(
            namespaces.Where(n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !n.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal)),
            Is.Empty);
    }

    [Test]
    public void Point_one_way()
    {
        string[] References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Pga.", StringComparison.Ordinal))];

        Assert.That(References(Ours.Domain), Is.Empty);
        Assert.That(References(Ours.Disclosure), Is.Empty);
        Assert.That(References(Ours.Application), Is.SubsetOf(new[] { "Pga.Domain", "Pga.Disclosure" }));
        Assert.That(References(Ours.Web), Does.Not.Contain("Pga.Testing"));
    }

    [Test]
    public void Of_pages_and_api_leave_the_context_to_the_use_cases()
    {
        var touching = Calls.Mentions(Ours.Web).Where(m => m.Mentioned == typeof(PgaDbContext)).Select(m => m.By).Distinct().ToList();

        Assert.That(touching, Is.Not.Empty, "start-up registers it");
        Assert.That(touching.Where(t => !MayTouchTheContext.Contains(t.Namespace)), Is.Empty);
    }

    [Test]
    public void Have_no_types_that_are_named_for_nothing()
    {
        string[] empty = ["Helper", "Helpers", "Manager", "Service", "Services", "Repository", "Utils", "Util"];
        var named = Ours.All.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Pga.", StringComparison.Ordinal) == true)
            .Where(t => t.Written() == t && empty.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal)) && !typeof(ITagHelper).IsAssignableFrom(t));

        Assert.That(named, Is.Empty);
    }

    [Test]
    public void Have_no_interface_with_one_implementation()
    {
        var types = Ours.All.SelectMany(a => a.GetTypes()).ToList();
        var lonely = types.Where(t => t.IsInterface && !Markers.ContainsKey(t.Name))
            .Where(i => types.Count(t => !t.IsInterface && t.GetInterfaces().Any(x => (x.IsGenericType ? x.GetGenericTypeDefinition() : x) == i)) < 2);

        Assert.That(lonely, Is.Empty, "use the type itself");
    }
}
