using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Domain.Staff;

namespace Pga.Architecture.Tests;

/// <summary>What every request declares, so that the pipeline can't be forgotten.</summary>
internal sealed class RequestTests
{
    /// <summary>Requests with such a member that aren't about the person's dossier, each with the reason.</summary>
    private static readonly Dictionary<string, string> NotAboutItsMember = new()
    {
        ["ReferClient"] = "the client is optional: only at a re-entry; the handler checks the same rule then, and a test holds it to that",
    };

    /// <summary>Requests that are no command and no query, each with the reason.</summary>
    private static readonly Dictionary<string, string> NeitherCommandNorQuery = new()
    {
        ["RunImport"] = "writes in bulk in a transaction of its own, answers what it did; running it again changes nothing",
        ["MakeDemo"] = "writes in bulk in a transaction of its own, answers what it made",
    };

    /// <summary>Members by which a row says who it is about.</summary>
    private static readonly HashSet<string> Naming = ["ClientId", "GivenName", "FamilyName", "FullName", "ClientName", "Bsn", "BirthDate"];

    private static readonly HashSet<string> Permissions =
        [.. typeof(Permission).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    private static IEnumerable<TestCaseData> Requests => Ours.Requests.Select(r => new TestCaseData(r).SetArgDisplayNames(r.Name));

    [Test]
    public void Are_found() => Assert.That(Ours.Requests, Is.Not.Empty);

    [Test]
    public void Have_names_of_their_own() => Assert.That(Ours.Requests.Select(r => r.Name), Is.Unique, "the access log names a request by it");

    [TestCaseSource(nameof(Requests))]
    public void Declare_a_permission_that_exists(Type request) =>
        Assert.That(Permissions, Does.Contain(request.GetCustomAttribute<RequiresAttribute>()?.Permission));

    [TestCaseSource(nameof(Requests))]
    public void Say_whose_dossier_they_are_about(Type request)
    {
        if (NotAboutItsMember.ContainsKey(request.Name))
            return;
        if (request.GetProperty(nameof(IAboutTraject.TrajectId)) is not null)
            Assert.That(typeof(IAboutTraject).IsAssignableFrom(request), "has a TrajectId, so is IAboutTraject");
        else if (request.GetProperty(nameof(IAboutClient.ClientId)) is not null)
            Assert.That(typeof(IAboutClient).IsAssignableFrom(request), "has a ClientId, so is IAboutClient");
        // The pipeline would check the traject only, and leave another client's id unchecked.
        Assert.That(typeof(IAboutTraject).IsAssignableFrom(request) && typeof(IAboutClient).IsAssignableFrom(request), Is.False);
    }

    [TestCaseSource(nameof(Requests))]
    public void Are_either_command_or_query_and_a_record(Type request)
    {
        Assert.That(IsRecord(request), "a sealed record");
        Assert.That(request.IsSealed);
        var isQuery = request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));
        if (!NeitherCommandNorQuery.ContainsKey(request.Name))
            Assert.That(typeof(ICommand).IsAssignableFrom(request), Is.Not.EqualTo(isQuery));
    }

    [TestCaseSource(nameof(Requests))]
    public void Have_one_internal_sealed_handler_in_the_same_file(Type request)
    {
        var handlers = Ours.Handlers.Where(h => h.GetInterfaces().Any(i => Ours.IsHandler(i) && i.GetGenericArguments()[0] == request)).ToList();

        Assert.That(handlers, Has.Count.EqualTo(1));
        Assert.That(handlers[0].IsSealed && handlers[0].IsNotPublic);
        Assert.That(handlers[0].Namespace, Is.EqualTo(request.Namespace));
        var files = Ours.Files(".cs").Where(f => f.StartsWith("src/Pga.Application/", StringComparison.Ordinal)).Select(Ours.Read);
        var declares = files.Single(text => Regex.IsMatch(text, $@"\brecord {request.Name}\b"));
        Assert.That(declares, Does.Match($@"\bclass {handlers[0].Name}\b"));
    }

    [TestCaseSource(nameof(Requests))]
    public void Are_about_a_client_or_say_whom_the_answer_reveals(Type request)
    {
        var response = Ours.ResponseOf(request);
        var within = Within(response).ToList();
        Assert.That(within.Where(t => t.IsValueType && typeof(IRevealsClient).IsAssignableFrom(t)), Is.Empty, "a struct in a list isn't seen by the access log");
        if (SaysWhom(response))
            return;
        Assert.That(within.Where(t => typeof(IRevealsClient).IsAssignableFrom(t)), Is.Empty, $"rows inside {response.Name} are only logged when it implements IRevealsClients");
        if (typeof(IAboutTraject).IsAssignableFrom(request) || typeof(IAboutClient).IsAssignableFrom(request))
            return;
        Assert.That(within.SelectMany(NamingMembers), Is.Empty);
    }

    [Test]
    public void Permissions_are_each_granted_to_someone_and_to_known_roles_only()
    {
        Assert.That(Roles.Table.Keys, Is.EquivalentTo(StaffRoles.List.All.Select(r => r.Key).Append(Roles.System)));
        Assert.That(Roles.Table.Values.SelectMany(p => p).Distinct(), Is.EquivalentTo(Permissions));
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>What the access log looks at.</summary>
    private static bool SaysWhom(Type response) =>
        typeof(IRevealsClient).IsAssignableFrom(response)
        || typeof(IEnumerable<IRevealsClient>).IsAssignableFrom(response)
        || typeof(IRevealsClients).IsAssignableFrom(response);

    private static IEnumerable<string> NamingMembers(Type type) =>
        from property in type.GetProperties()
        where Naming.Contains(property.Name) || (type.Name.Contains("Client", StringComparison.Ordinal) && property.Name == "Name")
        select $"{type.Name}.{property.Name}";

    /// <summary>The types of ours inside a response, itself included.</summary>
    private static IEnumerable<Type> Within(Type response)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>([response]);
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type))
                continue;
            if (type.HasElementType)
                open.Push(type.GetElementType()!);
            foreach (var argument in type.GetGenericArguments())
                open.Push(argument);
            if (!type.IsOurs() || typeof(IEnumerable).IsAssignableFrom(type))
                continue;
            yield return type;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                open.Push(property.PropertyType);
        }
    }
}
