using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pga.Application.Tasks;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;
using Pga.Testing;
using Pga.Web.Hosting;
using Pga.Web.Mail;

namespace Pga.Web.Tests.Tasks;

/// <summary>The mail of a working day, through a real mail server.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DigestMailTests : IAsyncDisposable
{
    private readonly FakeClock _clock = new();
    private readonly SmtpServer _smtp = SmtpServer.Start();
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne de Wit");
    private readonly StaffMember _colleague = A.Staff(StaffRoles.PgaExpert, "team-2");
    private readonly Client _client = A.Client("Samira", "Yıldız");
    private WebPga _pga = null!;

    public async ValueTask DisposeAsync()
    {
        if (_pga is not null)
            await _pga.DisposeAsync();
        _smtp.Dispose();
    }

    [Test]
    public async Task Says_only_that_there_is_something_and_where_to_look()
    {
        await Start();
        await Run();

        var mail = _smtp.Mails.Single();
        Assert.Multiple(() =>
        {
            Assert.That(mail.Header("To"), Is.EqualTo(_expert.Email), "a colleague for whom nothing waits gets none");
            Assert.That(mail.Header("From"), Is.EqualTo("noreply@pga.example"));
            Assert.That(mail.Header("Subject"), Is.EqualTo("Er staat iets voor u klaar in PGA-dossier"));
            Assert.That(mail.Text.ReplaceLineEndings("\n").Trim(), Is.EqualTo(
                """
                Goedendag,

                Er staat iets voor u klaar in PGA-dossier. Log in om te zien wat het is:
                https://pga.example/

                Meer staat er met opzet niet in deze e-mail.
                Wilt u deze e-mail niet meer? Zet hem dan uit: kies Meldingen en daarna Instellingen.
                """));
            Assert.That(mail.Raw, Does.Not.Contain("Samira").And.Not.Contain("Sanne").And.Not.Contain(_expert.Id.ToString()).And.Not.Contain(_client.Number));
            Assert.That(mail.Header("Message-ID"), Does.EndWith("@pga.example>"));
        });
    }

    [Test]
    public async Task Goes_out_once_a_working_day_also_after_a_restart()
    {
        await Start();
        _clock.Set(new DateTimeOffset(2026, 3, 3, 6, 59, 0, TimeSpan.Zero));
        await Run();
        Assert.That(_smtp.Mails, Is.Empty, "one minute before eight");

        _clock.Advance(TimeSpan.FromMinutes(1));
        await Run();
        await Run();
        using (var afterRestart = Sender())
            await afterRestart.Run(CancellationToken.None);
        Assert.That(_smtp.Mails, Has.Count.EqualTo(1));

        await _pga.Given(new Notification(Guid.CreateVersion7(), _colleague.Id, NotificationKinds.TransferWithdrawn, null, null, _clock.GetUtcNow().UtcDateTime));
        using (var later = Sender())
            await later.Run(CancellationToken.None);
        Assert.That(_smtp.Mails, Has.Count.EqualTo(1), "what comes later is for the next working day");

        _clock.Advance(TimeSpan.FromDays(1));
        await Run();
        Assert.That(_smtp.Mails.Select(m => m.Header("To")), Is.EquivalentTo(new[] { _expert.Email, _expert.Email, _colleague.Email }));
        Assert.That(_smtp.Mails.Select(m => m.Header("Message-ID")), Is.Unique);

        _clock.Set(new DateTimeOffset(2026, 3, 7, 10, 0, 0, TimeSpan.Zero));
        await Run();
        Assert.That(_smtp.Mails, Has.Count.EqualTo(3), "a Saturday");
    }

    [Test]
    public async Task Is_tried_again_when_the_server_was_away_and_the_log_names_nobody()
    {
        await Start();
        _smtp.Stop();
        await Run();
        Assert.That(await DoneOn(), Is.Empty, "what didn't go out isn't done");

        _smtp.Resume();
        await Run();
        Assert.That(_smtp.Mails, Is.Empty, "not at once");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Run();

        Assert.That(_smtp.Mails, Has.Count.EqualTo(1));
        Assert.That(_pga.Log.Lines.Where(l => l.Contains("digest", StringComparison.Ordinal)), Is.Not.Empty);
        Assert.That(_pga.Log.Lines.Where(l => l.Contains(_expert.Email, StringComparison.OrdinalIgnoreCase) && l.Contains("digest", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task One_bad_address_does_not_keep_the_mail_from_the_others()
    {
        var typo = new StaffMember(Guid.CreateVersion7(), "aa geen adres", "Typefout", [StaffRoles.PgaExpert], "team-2", null, active: true);
        await Start();
        await _pga.Given(typo, Told(typo), new Application.Staff.Account { Id = typo.Id, UserName = typo.Email });

        await Run();

        Assert.That(_smtp.Mails.Select(m => m.Header("To")), Is.EqualTo(new[] { _expert.Email }));
        Assert.That(await DoneOn(), Does.Not.Contain(typo.Id));
    }

    [Test]
    public async Task Does_not_go_to_who_turned_it_off_and_can_be_turned_off_on_the_page()
    {
        await Start();
        using var visitor = await _pga.SignIn(_expert);
        Assert.That(await visitor.Page("/meldingen/instellingen"), Does.Contain(_expert.Email).And.Contain("vanaf 08:00").And.Not.Contain("geen e-mail ingesteld"));
        var saved = await visitor.Post("/meldingen/instellingen", ("Input.CommandId", $"{Guid.CreateVersion7()}"), ("Input.Digest", "off"));
        Assert.That(saved.Headers.Location!.OriginalString, Is.EqualTo("/meldingen"));

        await Run();

        Assert.That(_smtp.Mails, Is.Empty);
    }

    [Test]
    public async Task Goes_nowhere_without_tls_when_tls_is_required()
    {
        var settings = await Start();
        Assert.That(settings.Tls, Is.False, "a server on this machine");

        Assert.ThrowsAsync<SmtpException>(() => new Mailer(settings with { Tls = true }).Send(_expert.Id, _expert.Email, new DateOnly(2026, 3, 3)));

        Assert.That(_smtp.Mails, Is.Empty);
    }

    private Notification Told(StaffMember who) => new(Guid.CreateVersion7(), who.Id, NotificationKinds.TransferWithdrawn, null, null, _clock.GetUtcNow().UtcDateTime);

    private async Task<MailSettings> Start()
    {
        _pga = await WebPga.Start(_clock, ("Mail:Host", "127.0.0.1"), ("Mail:Port", _smtp.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:From", "noreply@pga.example"), ("PublicUrl", "https://pga.example"));
        await _pga.Given(_expert, _colleague, _client, A.Traject(_client, _expert));
        await _pga.GiveAccount(_expert);
        await _pga.GiveAccount(_colleague);
        return _pga.Services.GetRequiredService<MailSettings>();
    }

    private Task Run() => _pga.Services.GetRequiredService<DigestSender>().Run(CancellationToken.None);

    /// <summary>As it is after a restart: it remembers nothing of its own.</summary>
    private DigestSender Sender() => new(
        _pga.Services.GetRequiredService<MailSettings>(), _pga.Services.GetRequiredService<IServiceScopeFactory>(), _clock, NullLogger<DigestSender>.Instance);

    private Task<List<Guid>> DoneOn() =>
        _pga.Read(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.DigestSettings.Where(d => d.DoneOn != null).Select(d => d.StaffId)));
}

/// <summary>What the settings of mail must say. No server is needed for these.</summary>
internal sealed class MailSettingsTests
{
    private static readonly (string, string)[] Good = [("Mail:Host", "mail.pga.example"), ("Mail:From", "noreply@pga.example"), ("PublicUrl", "https://pga.example")];

    [Test]
    public async Task Absent_mean_no_mail()
    {
        await using var pga = await WebPga.Start(new FakeClock());

        Assert.That(pga.Services.GetService<MailSettings>(), Is.Null);
        Assert.That(pga.Services.GetService<DigestSender>(), Is.Null);
    }

    [Test]
    public async Task Ask_for_tls_to_any_other_machine()
    {
        await using var pga = await WebPga.Start(new FakeClock(), Good);

        var settings = pga.Services.GetRequiredService<MailSettings>();
        Assert.That((settings.Tls, settings.Port, settings.DigestAt, settings.Credentials), Is.EqualTo((true, 587, new TimeOnly(8, 0), (System.Net.NetworkCredential?)null)));
    }

    [TestCase("Mail:Host", "", "Mail:Host ontbreekt of klopt niet.")]
    [TestCase("Mail:Host", "een twee", "Mail:Host ontbreekt of klopt niet.")]
    [TestCase("Mail:Port", "0", "Mail:Port is geen poort.")]
    [TestCase("Mail:Port", "smtp", "Mail:Port is geen poort.")]
    [TestCase("Mail:From", "", "Mail:From ontbreekt of is geen e-mailadres.")]
    [TestCase("Mail:From", "niemand", "Mail:From ontbreekt of is geen e-mailadres.")]
    [TestCase("Mail:User", "pga", "Mail:User en Mail:Password horen bij elkaar.")]
    [TestCase("Mail:DigestAt", "acht uur", "Mail:DigestAt is geen tijd.")]
    [TestCase("Mail:DigestAt", "25:00", "Mail:DigestAt is geen tijd.")]
    [TestCase("PublicUrl", "", "PublicUrl ontbreekt of is geen adres.")]
    [TestCase("PublicUrl", "ftp://pga.example", "PublicUrl ontbreekt of is geen adres.")]
    public void Wrong_stop_the_start_with_what_is_wrong(string setting, string value, string text)
    {
        var settings = Good.Where(s => s.Item1 != setting).Append((setting, value)).ToArray();

        Assert.That(Assert.ThrowsAsync<UsageError>(() => WebPga.Start(new FakeClock(), settings))!.Message, Does.StartWith(text));
    }
}
