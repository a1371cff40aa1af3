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
    private const int MaxReads = 100;
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(10);
    private readonly Lazy<byte[]> _secret = new(() => Load(path));
    private readonly ConcurrentDictionary<string, byte[]> _derived = new();

    /// <summary>A 256-bit key for one use.</summary>
    public byte[] Derive(string use) =>
        _derived.GetOrAdd(use, u => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret.Value, Size, info: Encoding.UTF8.GetBytes(u)));

    private static byte[] Load(string path)
    {
        if (!File.Exists(path))
            Make(path);
        var secret = Convert.FromBase64String(Read(path).Trim());
        return secret.Length == Size ? secret : throw new InvalidDataException($"Key file {path} should hold {Size} bytes in base64.");
    }

    /// <summary>Waits for another process that has made the file and is about to fill it.</summary>
    private static string Read(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var text = File.ReadAllText(path);
                if (text.Length > 0 || attempt == MaxReads)
                    return text;
            }
            catch (IOException) when (attempt < MaxReads)
            {
                // Still locked by its maker.
            }

            Thread.Sleep(BetweenReads);
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)) + "\n"));
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it in the meantime; theirs is the key.
        }
    }
}
