namespace Pga.Testing;

/// <summary>Finds what lies in the repository, from wherever the tests run.</summary>
public static class Repository
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Pga.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException("Pga.sln is in no folder above the tests.");
    });

    /// <summary>A folder of the repository: <c>Folder("tests", "data")</c>.</summary>
    public static string Folder(params string[] names) => Path.Combine([Root.Value, .. names]);
}
