using Pga.Application.Contacts;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Contacts;

/// <summary>An attempt isn't a contact: on the dossier, on the worklist, and in how long it has been silent.</summary>
internal sealed class ContactStandingTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _client, _traject);
    }

    [Test]
    public async Task Is_empty_before_the_first_attempt()
    {
        Assert.That(await Standing(), Is.EqualTo(new ContactStanding(null, 0, null)));
        Assert.That((await Row()).LastContactOn, Is.Null);
    }

    [Test]
    public async Task Counts_the_attempts_since_somebody_was_last_spoken_to()
    {
        await Pga.Given(
            Contact(-60, "nobody-home"), Contact(-40, ContactCodes.Held), Contact(-30, "nobody-home"), Contact(-20, "refused"), Contact(-10, ContactCodes.Held, ContactCodes.Letter),
            Contact(-5, "cancelled"), Contact(2, null));

        Assert.That(await Standing(), Is.EqualTo(new ContactStanding(Today.AddDays(-40), 4, Today.AddDays(-5))), "a letter is an attempt: it may lie unopened");
        var row = await Row();
        Assert.That((row.LastContactOn, row.LastAttemptOn, row.Silent), Is.EqualTo(((DateOnly?)Today.AddDays(-40), (DateOnly?)Today.AddDays(-5), true)));
    }

    [Test]
    public async Task Starts_again_once_somebody_was_spoken_to()
    {
        await Pga.Given(Contact(-30, "nobody-home"), Contact(-20, "nobody-home"), Contact(-3, ContactCodes.Held, "phone"));

        Assert.That(await Standing(), Is.EqualTo(new ContactStanding(Today.AddDays(-3), 0, null)));
        var row = await Row();
        Assert.That((row.LastContactOn, row.LastAttemptOn, row.Silent), Is.EqualTo(((DateOnly?)Today.AddDays(-3), (DateOnly?)null, false)));
    }

    [Test]
    public async Task Counts_only_the_current_version_of_an_attempt()
    {
        var attempt = Contact(-10, "nobody-home");
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        await Pga.Given(attempt, attempt.Correct(Guid.CreateVersion7(), _expert.Id, now, new ContactDetails(ContactCodes.HomeVisit, now.AddDays(-11), "refused"), "Verkeerde dag"));

        Assert.That(await Standing(), Is.EqualTo(new ContactStanding(null, 1, Today.AddDays(-11))));
    }

    private async Task<ContactStanding> Standing() => (await Pga.Send(_expert, new GetDossier(_traject.Id))).Contact;

    private async Task<WorklistRow> Row() => (await Pga.Send(_expert, new GetWorklist())).Rows.Single();

    private ContactMoment Contact(int days, string? outcome, string kind = ContactCodes.HomeVisit)
    {
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        return new ContactMoment(Guid.CreateVersion7(), _traject.Id, _expert.Id, now, new ContactDetails(kind, now.AddDays(days), outcome, "Verslag"));
    }
}
