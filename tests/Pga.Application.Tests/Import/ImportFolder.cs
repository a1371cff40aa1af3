using Pga.Testing;

namespace Pga.Application.Tests.Import;

/// <summary>A folder to import, in the folder of the test run.</summary>
internal sealed class ImportFolder
{
    public const string Clients = "client_id,given_name,family_name";
    public const string Trajects = "traject_id,client_id,programme,referred_on,started_on";

    private ImportFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>One client with one running traject, and nothing else.</summary>
    public static ImportFolder Small()
    {
        var folder = Empty();
        folder.Write("clients.csv", Clients, "C1,Noor,Voorbeeld");
        folder.Write("trajects.csv", Trajects, "T1,C1,local-pga,2025-01-10,2025-02-01");
        return folder;
    }

    public static ImportFolder Empty() => new(Directory.CreateDirectory(System.IO.Path.Combine(TestDatabase.Folder, Guid.NewGuid().ToString("N"))).FullName);

    /// <summary>A copy of the sample, to change.</summary>
    public static ImportFolder Sample()
    {
        var folder = Empty();
        foreach (var file in Directory.EnumerateFiles(Repository.Folder("tests", "data", "utrecht-2024")))
            File.Copy(file, System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(file)));
        return folder;
    }

    public void Write(string file, params string[] lines) => WriteText(file, string.Join('\n', lines) + "\n");

    public void WriteText(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void WriteBytes(string file, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Replace(string file, string old, string with)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(old), "nothing to replace");
        File.WriteAllText(path, text.Replace(old, with, StringComparison.Ordinal));
    }
}
