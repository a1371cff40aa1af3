using System.Security.Cryptography;
using System.Text;
using Pga.Application.Data;
using Pga.Domain.Clients;

namespace Pga.Application.Clients;

/// <summary>Keeps a BSN encrypted (AES-256-GCM) and findable by exact match (HMAC-SHA-256), with keys outside the database.</summary>
public sealed class BsnVault(KeyFile keys)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public void Store(Client client, string? bsn) =>
        client.SetBsn(bsn is null ? null : Encrypt(bsn), bsn is null ? null : IndexOf(bsn));

    public string? Reveal(Client client) => client.BsnCipher is null ? null : Decrypt(client.BsnCipher);

    public string IndexOf(string bsn) => Convert.ToHexString(HMACSHA256.HashData(keys.Derive("bsn-index"), Encoding.ASCII.GetBytes(bsn)));

    private byte[] Encrypt(string bsn)
    {
        var plain = Encoding.ASCII.GetBytes(bsn);
        var cipher = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(cipher.AsSpan(0, NonceSize));
        using var aes = new AesGcm(keys.Derive("bsn"), TagSize);
        aes.Encrypt(cipher.AsSpan(0, NonceSize), plain, cipher.AsSpan(NonceSize + TagSize), cipher.AsSpan(NonceSize, TagSize));
        return cipher;
    }

    private string Decrypt(byte[] cipher)
    {
        var plain = new byte[cipher.Length - NonceSize - TagSize];
        using var aes = new AesGcm(keys.Derive("bsn"), TagSize);
        aes.Decrypt(cipher.AsSpan(0, NonceSize), cipher.AsSpan(NonceSize + TagSize), cipher.AsSpan(NonceSize, TagSize), plain);
        return Encoding.ASCII.GetString(plain);
    }
}
