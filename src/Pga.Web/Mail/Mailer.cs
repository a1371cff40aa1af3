using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;

namespace Pga.Web.Mail;

/// <summary>Sends the one mail there is. It says that there is something, and nothing else.</summary>
public sealed class Mailer(MailSettings settings)
{
    public const string Subject = "Er staat iets voor u klaar in PGA-dossier";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Text =>
        $"""
        Goedendag,

        Er staat iets voor u klaar in PGA-dossier. Log in om te zien wat het is:
        {settings.SiteAddress}

        Meer staat er met opzet niet in deze e-mail.
        Wilt u deze e-mail niet meer? Zet hem dan uit: kies Meldingen en daarna Instellingen.

        """;

    /// <summary>
    /// Answers once the server has taken it. The stop of the program doesn't break it off halfway: nobody would know then
    /// whether it was sent.
    /// </summary>
    public async Task Send(Guid staffId, string to, DateOnly day)
    {
        using var message = new MailMessage(settings.From, new MailAddress(to))
        {
            Subject = Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = Text,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };
        message.Headers.Add("Message-ID", MessageId(staffId, day));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Credentials = settings.Credentials, UseDefaultCredentials = false };
        using var patience = new CancellationTokenSource(Patience);
        await client.SendMailAsync(message, patience.Token);
    }

    // The same person and day give the same id: should it go out twice after all, a mailbox can tell.
    private string MessageId(Guid staffId, DateOnly day) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{staffId:N}|{day:yyyyMMdd}")))[..32]}@{settings.From.Host}>";
}
