using Microsoft.EntityFrameworkCore;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Clients;

internal sealed class AgreeOnSafetyTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();

    [Test]
    public async Task Stores_the_agreement_once_with_its_history()
    {
        await Given();
        var command = Command("Met z’n tweeën op bezoek.", Today);

        await Pga.Send(_expert, command);
        Assert.That(await Pga.Send(_expert, command), Is.EqualTo(_client.Id), "Sent twice.");

        var stored = await Stored();
        Assert.That((stored.SafetyAgreement, stored.SafetyAgreementUntil), Is.EqualTo(("Met z’n tweeën op bezoek.", (DateOnly?)Today)));
        Assert.That(await Pga.Read(db => db.History.CountAsync(h => h.Event.Contains("client.safety-agreed"))), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_removed_by_an_empty_text()
    {
        _client.AgreeOnSafety("Oude afspraak", null);
        await Given();

        await Pga.Send(_expert, Command(null, null));

        Assert.That((await Stored()).SafetyAgreement, Is.Null);
    }

    [Test]
    public async Task Refuses_a_date_that_is_over_or_stands_alone()
    {
        await Given();

        Assert.That(() => Pga.Send(_expert, Command("Afspraak", Today.AddDays(-1))), Throws.TypeOf<Invalid>().With.Property(nameof(Invalid.Errors)).One.Property("Field").EqualTo("Until"));
        Assert.That(() => Pga.Send(_expert, Command(" ", Today)), Throws.TypeOf<Invalid>().With.Property(nameof(Invalid.Errors)).One.Property("Field").EqualTo("Agreement"));
        Assert.That(() => Pga.Send(_expert, Command(new string('x', Client.MaxSafetyAgreement + 1), null)), Throws.TypeOf<Invalid>());
    }

    [Test]
    public async Task Gives_both_versions_when_somebody_else_was_first_and_saves_on_top_after_that()
    {
        await Given();
        var stale = Command("Mijn tekst", null);
        await Pga.Send(_expert, Command("Tekst van een collega", Today));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, stale))!;

        Assert.That(conflict.Values.Select(v => (v.Field, v.Theirs, v.Yours)), Is.EqualTo(new[] { ("Agreement", "Tekst van een collega", "Mijn tekst"), ("Until", "03-03-2026", null) }));
        Assert.That((await Stored()).SafetyAgreement, Is.EqualTo("Tekst van een collega"));
        await Pga.Send(_expert, stale with { BaseVersion = conflict.CurrentVersion });
        Assert.That((await Stored()).SafetyAgreement, Is.EqualTo("Mijn tekst"));
    }

    [Test]
    public async Task Is_refused_to_who_reads_along_and_unknown_to_others()
    {
        var colleague = A.Staff(StaffRoles.PgaExpert);
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Given();
        await Pga.Given(colleague, stranger);

        Assert.That(() => Pga.Send(colleague, Command("Afspraak", null)), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(stranger, Command("Afspraak", null)), Throws.TypeOf<NotFound>());
        Assert.That((await Stored()).SafetyAgreement, Is.Null);
    }

    private Task Given() => Pga.Given(_expert, _client, A.Traject(_client, _expert));

    private AgreeOnSafety Command(string? agreement, DateOnly? until) => new(Guid.CreateVersion7(), _client.Version, _client.Id, agreement, until);

    private Task<Client> Stored() => Pga.Read(db => db.Clients.AsNoTracking().SingleAsync());
}
