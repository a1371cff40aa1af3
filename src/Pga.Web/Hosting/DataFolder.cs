namespace Pga.Web.Hosting;

/// <summary>Where the database and the keys lie: <c>Data:Folder</c>, or <c>App_Data</c> in the folder the program was started in.</summary>
internal static class DataFolder
{
    public static string Open(IConfiguration configuration)
    {
        var path = Path.GetFullPath(configuration["Data:Folder"] ?? "App_Data");
        if (Directory.Exists(path))
            return path;
        // What lies here can ruin a life: it's for the account that runs the program, and nobody else.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
