using System.Security.Cryptography;
using System.Text;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Testing;

namespace Pga.Application.Tests.Clients;

internal sealed class BsnVaultTests
{
    private const string TestBsn = "999990019";
    private string _file = null!;

    [SetUp]
    public void NewFile() => _file = Path.Combine(TestDatabase.Folder, Guid.NewGuid().ToString("N"), "pga.key");

    [Test]
    public void Gives_back_what_it_keeps_also_after_a_restart()
    {
        var client = A.Client();
        new BsnVault(new KeyFile(_file)).Store(client, TestBsn);

        Assert.That(new BsnVault(new KeyFile(_file)).Reveal(client), Is.EqualTo(TestBsn));
    }

    [Test]
    public void Keeps_nothing_readable_and_never_the_same_cipher_twice()
    {
        var vault = new BsnVault(new KeyFile(_file));
        var (one, other) = (A.Client(), A.Client());
        vault.Store(one, TestBsn);
        vault.Store(other, TestBsn);

        Assert.That(Encoding.Latin1.GetString(one.BsnCipher!), Does.Not.Contain(TestBsn));
        Assert.That(one.BsnIndex, Does.Not.Contain(TestBsn));
        Assert.That(one.BsnCipher, Is.Not.EqualTo(other.BsnCipher));
        Assert.That(one.BsnIndex, Is.EqualTo(other.BsnIndex), "else it can't be searched");
        Assert.That(vault.IndexOf("999990020"), Is.Not.EqualTo(one.BsnIndex));
    }

    [Test]
    public void Removes_both_forms()
    {
        var vault = new BsnVault(new KeyFile(_file));
        var client = A.Client();
        vault.Store(client, TestBsn);
        vault.Store(client, null);

        Assert.That((client.BsnCipher, client.BsnIndex, vault.Reveal(client)), Is.EqualTo(((byte[]?)null, (string?)null, (string?)null)));
    }

    [Test]
    public void Can_not_be_read_with_another_key_or_after_tampering()
    {
        var vault = new BsnVault(new KeyFile(_file));
        var client = A.Client();
        vault.Store(client, TestBsn);

        Assert.That(() => new BsnVault(new KeyFile(_file + "2")).Reveal(client), Throws.InstanceOf<CryptographicException>());
        client.BsnCipher![^1] ^= 1;
        Assert.That(() => vault.Reveal(client), Throws.InstanceOf<CryptographicException>());
    }
}
