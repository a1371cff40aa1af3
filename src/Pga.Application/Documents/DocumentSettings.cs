using System.Net;
using System.Net.Sockets;

namespace Pga.Application.Documents;

/// <param name="Folder">Where the encrypted files lie.</param>
/// <param name="ClamAv">Where clamd listens; null when files aren't scanned.</param>
public sealed record DocumentSettings(string Folder, EndPoint? ClamAv)
{
    /// <summary>The folder's name beside the database and the keys.</summary>
    public const string FolderName = "documenten";

    /// <summary><c>tcp://host:port</c> or <c>unix:/path</c>; false for anything else.</summary>
    public static bool TryParseClamAv(string text, out EndPoint? address)
    {
        address = null;
        if (text.StartsWith("unix:/", StringComparison.Ordinal))
            address = new UnixDomainSocketEndPoint(text["unix:".Length..]);
        else if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "tcp", Port: > 0, Host.Length: > 0, PathAndQuery: "" or "/" })
            address = IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) ? new IPEndPoint(ip, uri.Port) : new DnsEndPoint(uri.Host, uri.Port);
        return address is not null;
    }
}
