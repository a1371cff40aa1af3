using System.Globalization;
using System.Net;
using System.Net.Mail;
using Pga.Web.Hosting;

namespace Pga.Web.Mail;

/// <summary>The mail server, as the settings have it. Without it nothing goes out.</summary>
/// <param name="Tls">Always, except to a server on this machine.</param>
/// <param name="DigestAt">Time of day, in Amsterdam.</param>
/// <param name="SiteAddress">The one address in a mail: that of the site itself.</param>
public sealed record MailSettings(string Host, int Port, MailAddress From, NetworkCredential? Credentials, bool Tls, TimeOnly DigestAt, Uri SiteAddress)
{
    public const int DefaultPort = 587;

    public static readonly TimeOnly DefaultDigestAt = new(8, 0);

    /// <summary>Null when no mail is configured. Half a configuration is refused: better no start than a mail that nobody expects.</summary>
    public static MailSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mail = configuration.GetSection("Mail");
        if (mail.GetChildren().All(s => string.IsNullOrWhiteSpace(s.Value)))
            return null;
        var host = mail["Host"]?.Trim();
        if (string.IsNullOrEmpty(host) || Uri.CheckHostName(host) is UriHostNameType.Unknown)
            throw new UsageError("Mail:Host ontbreekt of klopt niet. Vul de naam van de mailserver in, of haal alle instellingen met Mail: weg.");
        var port = DefaultPort;
        if (mail["Port"] is { Length: > 0 } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > IPEndPoint.MaxPort))
            throw new UsageError($"Mail:Port is geen poort. Vul een getal in van 1 tot en met {IPEndPoint.MaxPort}.");
        if (!MailAddress.TryCreate(mail["From"], out var from))
            throw new UsageError("Mail:From ontbreekt of is geen e-mailadres. Vul in wie de afzender is.");
        var (user, password) = (mail["User"], mail["Password"]);
        if (string.IsNullOrEmpty(user) != string.IsNullOrEmpty(password))
            throw new UsageError("Mail:User en Mail:Password horen bij elkaar. Vul ze allebei in, of geen van beide.");
        var at = DefaultDigestAt;
        if (mail["DigestAt"] is { Length: > 0 } time && !TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out at))
            throw new UsageError("Mail:DigestAt is geen tijd. Vul een tijd in als 08:00.");
        if (!Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
            throw new UsageError("PublicUrl ontbreekt of is geen adres. Een e-mail noemt het adres van de site: vul het in, zoals https://pga.example.");
        var credentials = string.IsNullOrEmpty(user) ? null : new NetworkCredential(user, password);
        return new MailSettings(host, port, from, credentials, !IsThisMachine(host), at, site);
    }

    // By what it says, not by what a name server makes of it.
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
