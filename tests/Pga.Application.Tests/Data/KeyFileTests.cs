using System.Diagnostics.CodeAnalysis;
using Pga.Application.Data;
using Pga.Testing;

namespace Pga.Application.Tests.Data;

internal sealed class KeyFileTests
{
    private string _file = null!;

    [SetUp]
    public void NewFile() => _file = Path.Combine(TestDatabase.Folder, Guid.NewGuid().ToString("N"), "pga.key");

    [Test]
    [SuppressMessage("Interoperability", "CA1416", Justification = "Skipped where it doesn't exist.")]
    public void Is_readable_by_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows has no file mode; the folder's rights count there.");
        _ = new KeyFile(_file).Derive("bsn");

        Assert.That(File.GetUnixFileMode(_file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void Is_made_once()
    {
        var first = new KeyFile(_file).Derive("bsn");
        var text = File.ReadAllText(_file);

        Assert.That(new KeyFile(_file).Derive("bsn"), Is.EqualTo(first));
        Assert.That(File.ReadAllText(_file), Is.EqualTo(text));
    }

    [Test]
    public async Task Is_one_file_for_all_who_start_at_once()
    {
        for (var round = 0; round < 20; round++)
        {
            NewFile();
            var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToHexString(new KeyFile(_file).Derive("bsn")))));

            Assert.That(keys.Distinct().Count(), Is.EqualTo(1));
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(_file)!), Is.EqualTo(new[] { _file }));
        }
    }

    [Test]
    public void Gives_another_key_for_another_use()
    {
        var keys = new KeyFile(_file);

        Assert.That(keys.Derive("bsn"), Is.Not.EqualTo(keys.Derive("bsn-index")));
        Assert.That(keys.Derive("bsn"), Has.Length.EqualTo(32));
    }

    [Test]
    public void Is_refused_when_it_holds_something_else()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.WriteAllText(_file, Convert.ToBase64String(new byte[16]));

        Assert.That(() => new KeyFile(_file).Derive("bsn"), Throws.TypeOf<InvalidDataException>());
    }
}
