using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Pga.Application.Data;

/// <summary>
/// The installation's secret, kept in a file outside the database and made at first use. Whoever has only the database
/// can't read what it seals; whoever loses the file loses that too, so a backup takes both.
/// </summary>
public sealed class KeyFile(string path)
{
    private const int Size = 32;
    private readonly Lazy<byte[]> _secret = new(() => Load(path));
    private readonly ConcurrentDictionary<string, byte[]> _derived = new();

    /// <summary>A 256-bit key for one use.</summary>
    public byte[] Derive(string use) =>
        _derived.GetOrAdd(use, u => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret.Value, Size, info: Encoding.UTF8.GetBytes(u)));

    private static byte[] Load(string path)
    {
        if (!File.Exists(path))
            Make(path);
        var secret = Convert.FromBase64String(File.ReadAllText(path).Trim());
        return secret.Length == Size ? secret : throw new InvalidDataException($"Key file {path} should hold {Size} bytes in base64.");
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var file = new StreamWriter(path, options);
            file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)));
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it in the meantime; theirs is the key.
        }
    }
}
