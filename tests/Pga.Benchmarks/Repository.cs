namespace Pga.Benchmarks;

internal static class Repository
{
    /// <summary>The folder with the solution, above the program that was built from it.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Pga.sln"))
            ? folder.FullName
            : Find(folder.Parent ?? throw new DirectoryNotFoundException("Run this from a build inside the repository."));
}
