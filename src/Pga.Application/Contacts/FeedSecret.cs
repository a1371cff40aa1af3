using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Pga.Application.Contacts;

/// <summary>
/// The secret of an address that was made in this request, for the page that shows it once. Empty when the command had been
/// handled before: then it was shown then.
/// </summary>
public sealed class FeedSecret
{
    private const int Bytes = 32;

    /// <summary>Length of a secret as it stands in an address.</summary>
    public const int Length = 43;

    public string? Made { get; private set; }

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Makes the secret; answers its hash.</summary>
    internal string Make()
    {
        Made = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return HashOf(Made);
    }
}
