using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Pga.Application;
using Pga.Data.Sqlite;
using Pga.Data.SqlServer;
using Pga.Domain.Common;
using Pga.Web.Hosting;

namespace Pga.Architecture.Tests;

/// <summary>The assemblies, types and files that the rules are about.</summary>
internal static class Ours
{
    public static readonly Assembly Domain = typeof(Entity).Assembly;
    public static readonly Assembly Disclosure = Assembly.Load("Pga.Disclosure");
    public static readonly Assembly Application = typeof(PgaApplication).Assembly;
    public static readonly Assembly Web = typeof(PgaHost).Assembly;

    public static readonly Assembly[] All =
        [Domain, Disclosure, Application, typeof(SqliteProvider).Assembly, typeof(SqlServerProvider).Assembly, Web];

    /// <summary>Every request that can be sent.</summary>
    public static readonly Type[] Requests =
        [.. Application.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IBaseRequest).IsAssignableFrom(t))];

    public static readonly Type[] Handlers =
        [.. Application.GetTypes().Where(t => !t.IsAbstract && t.GetInterfaces().Any(IsHandler))];

    /// <summary>The folder with the solution.</summary>
    public static readonly string Root = FindRoot();

    public static bool IsHandler(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);

    public static Type ResponseOf(Type request) =>
        request.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];

    /// <summary>The type a programmer wrote: closures and state machines belong to it.</summary>
    public static Type Written(this Type type) =>
        type.DeclaringType is { } outer && (type.IsDefined(typeof(CompilerGeneratedAttribute), false) || type.Name.Contains('<')) ? outer.Written() : type;

    public static bool IsOurs(this Type type) => All.Contains(type.Assembly);

    /// <summary>The files git knows or would take, with / between folders.</summary>
    public static IEnumerable<string> Files(params string[] extensions)
    {
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", "ls-files -z --cached --others --exclude-standard")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        })!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.That(files, Has.Length.GreaterThan(100), "git lists the files of the repository");
        return files.Where(f => extensions.Length == 0 || extensions.Contains(Path.GetExtension(f))).Where(f => File.Exists(Path.Combine(Root, f)));
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pga.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("These tests read the sources, and run in a clone of the repository.");
    }
}
