using System.Text;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Contacts;

/// <summary>What a calendar program elsewhere gets to read.</summary>
internal sealed class AgendaFeedTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _colleague = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    private DateTime Now => Pga.Clock.GetUtcNow().UtcDateTime;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _colleague, _client, _traject);
    }

    [Test]
    public async Task Has_ones_own_appointments_from_a_month_back_to_half_a_year_ahead()
    {
        await Pga.Given(
            Planned(1), Planned(180), Planned(181), Planned(-30, recordedDaysAgo: 40), Planned(-31, recordedDaysAgo: 40),
            Planned(2, by: _colleague), Planned(3, kind: ContactCodes.Letter));

        var events = await Ask();

        Assert.That(events.Select(e => e.Start), Is.EqualTo(new[] { At(-30), At(1), At(180) }));
        Assert.That(events.Select(e => e.Uid), Is.Unique);
    }

    [Test]
    public async Task Keeps_an_appointment_that_was_recorded_and_leaves_out_what_was_never_planned()
    {
        var planned = Planned(-1, recordedDaysAgo: 5);
        await Pga.Given(planned);
        var before = (await Ask()).Single();
        await Pga.Send(_expert, new CorrectContact(
            Guid.CreateVersion7(), _traject.Id, planned.Id, planned.Version, planned.Kind, planned.OccurredOn, new TimeOnly(10, 0), ContactCodes.Held, "Gesproken.", "Noor", [], false));
        await Pga.Send(_expert, new LogContact(Guid.CreateVersion7(), _traject.Id, "phone", Today.AddDays(-1), new TimeOnly(16, 0), ContactCodes.Held, "Gebeld."));

        var after = (await Ask()).Single();

        Assert.That((after.Uid, after.Cancelled, after.Sequence), Is.EqualTo((before.Uid, false, 1)));
    }

    [Test]
    public async Task Keeps_the_uid_of_an_appointment_that_is_moved_and_counts_the_changes()
    {
        var id = await Pga.Send(_expert, new PlanContact(Guid.CreateVersion7(), _traject.Id, ContactCodes.HomeVisit, Today.AddDays(1), new TimeOnly(10, 0)));
        var planned = (await Ask()).Single();
        for (var days = 2; days <= 3; days++)
            id = await Pga.Send(_expert, new MoveContact(Guid.CreateVersion7(), _traject.Id, id, await VersionOf(id), Today.AddDays(days), new TimeOnly(10, 0)));
        var moved = (await Ask()).Single();
        await Pga.Send(_expert, new CancelContact(Guid.CreateVersion7(), _traject.Id, id, await VersionOf(id), "Cliënt belde af"));
        var cancelled = (await Ask()).Single();

        Assert.That((planned.Sequence, planned.Cancelled), Is.EqualTo((0, false)));
        Assert.That((moved.Uid, moved.Sequence, moved.Cancelled, moved.Start), Is.EqualTo((planned.Uid, 2, false, At(3))));
        Assert.That((cancelled.Uid, cancelled.Sequence, cancelled.Cancelled), Is.EqualTo((planned.Uid, 3, true)));
    }

    [Test]
    public async Task Has_a_rios_spreekuren_beside_their_contacts()
    {
        var rio = A.Staff(StaffRoles.Rio);
        var institution = await Pga.Read(db => db.Institutions.Select(i => i.Id).FirstAsync());
        await Pga.Given(rio, new Spreekuur(Guid.CreateVersion7(), institution, At(4), rio.Id), new Spreekuur(Guid.CreateVersion7(), institution, At(181), rio.Id));

        Assert.That((await Pga.Send(rio, new GetAgendaFeed())).Select(e => (e.Start, e.IsSpreekuur)), Is.EqualTo(new[] { (At(4), true) }));
    }

    [Test]
    public async Task Reveals_nobody_so_that_the_access_log_has_no_line()
    {
        await Pga.Given(Planned(1));

        await Ask();

        Assert.That(await Pga.Read(db => db.AccessLog.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Is_written_as_rfc_5545_asks_with_neutral_titles()
    {
        var contact = Planned(1, place: "Bij de flat");
        await Pga.Given(contact);

        var text = ICalendar.Write(await Ask(), Now, "https://pga.example/agenda");

        Assert.That(text.Split("\r\n"), Is.EqualTo(new[]
        {
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//PGA-dossier//Agenda//NL", "CALSCALE:GREGORIAN", "NAME:Agenda PGA", "X-WR-CALNAME:Agenda PGA",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "BEGIN:VEVENT", $"UID:{(await Ask()).Single().Uid}", "DTSTAMP:20260303T090000Z", "DTSTART:20260304T090000Z", "DURATION:PT60M", "SEQUENCE:0",
            "STATUS:CONFIRMED", "SUMMARY:Afspraak PGA", "CLASS:PRIVATE", "URL:https://pga.example/agenda", "END:VEVENT",
            "END:VCALENDAR", "",
        }));
        foreach (var telling in new[] { "Noor", "Voorbeeld", "flat", "Huisbezoek", _client.Number, _traject.Number, contact.Id.ToString("N"), _traject.Id.ToString() })
            Assert.That(text, Does.Not.Contain(telling).IgnoreCase);
    }

    [Test]
    public void Writes_the_hour_of_summer_and_winter_in_utc_and_a_cancelled_spreekuur_as_such()
    {
        FeedEvent[] events = [new("a@pga", new DateTime(2026, 7, 1, 8, 0, 0, DateTimeKind.Utc), true, 4, true)];

        Assert.That(ICalendar.Write(events, Now, "https://pga.example/agenda"),
            Does.Contain("\r\nDTSTART:20260701T080000Z\r\n").And.Contain("\r\nSEQUENCE:4\r\nSTATUS:CANCELLED\r\nSUMMARY:Spreekuur\r\n"));
    }

    [Test]
    public void Breaks_lines_at_75_octets_never_within_a_character()
    {
        var link = "https://pga.example/" + string.Concat(Enumerable.Repeat("é\U0001F600", 40));

        var lines = ICalendar.Write([new("a@pga", Now, false, 0, false)], Now, link).Split("\r\n");

        Assert.That(lines.Max(l => Encoding.UTF8.GetByteCount(l)), Is.InRange(70, 75));
        Assert.That(Regex.Replace(string.Join("\r\n", lines), "\r\n ", ""), Does.Contain($"URL:{link}\r\n"));
    }

    [Test]
    public void Escapes_what_means_something_in_a_text() =>
        Assert.That(ICalendar.Text("a\\b;c,d\r\ne\nf"), Is.EqualTo(@"a\\b\;c\,d\ne\nf"));

    [Test]
    public async Task Opens_by_a_random_secret_of_which_only_a_hash_is_kept()
    {
        var (_, first) = await Make(_expert);
        var (_, other) = await Make(_colleague);

        var kept = await Pga.Read(db => db.AgendaFeeds.SingleAsync(f => f.StaffId == _expert.Id));
        Assert.That(first, Does.Match("^[A-Za-z0-9_-]{43}$").And.Not.EqualTo(other));
        Assert.That(kept.SecretHash, Is.EqualTo(FeedSecret.HashOf(first!)));
        Assert.That(kept.ExpiresOn, Is.EqualTo(new DateOnly(2027, 3, 3)));
        var history = await Pga.Read(db => db.History.SingleAsync(h => h.EntityId == kept.Id));
        Assert.That((history.Event, history.NewValues, history.OldValues), Is.EqualTo(("agenda-feed.made", (string?)null, (string?)null)));
    }

    [Test]
    public async Task Closes_the_earlier_address_when_another_is_made_and_both_when_revoked()
    {
        await Make(_expert);
        await Make(_expert);
        Assert.That(await Pga.Read(db => db.AgendaFeeds.CountAsync(f => f.RevokedAt == null)), Is.EqualTo(1));
        Assert.That(await Pga.Send(_expert, new GetFeedStatus()), Is.EqualTo(new FeedStatus(Today, new DateOnly(2027, 3, 3))));

        await Pga.Send(_expert, new RevokeAgendaFeed(Guid.CreateVersion7()));

        Assert.That(await Pga.Read(db => db.AgendaFeeds.CountAsync(f => f.RevokedAt == null)), Is.Zero);
        Assert.That(await Pga.Send(_expert, new GetFeedStatus()), Is.EqualTo(new FeedStatus(null, null)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(_expert, new RevokeAgendaFeed(Guid.CreateVersion7())));
    }

    [Test]
    public async Task Leaves_a_colleagues_address_alone()
    {
        await Make(_colleague);
        await Make(_expert);

        Assert.ThrowsAsync<NotFound>(async () =>
        {
            await Pga.Send(_expert, new RevokeAgendaFeed(Guid.CreateVersion7()));
            await Pga.Send(_expert, new RevokeAgendaFeed(Guid.CreateVersion7()));
        });
        Assert.That((await Pga.Send(_colleague, new GetFeedStatus())).MadeOn, Is.EqualTo(Today));
    }

    [Test]
    public async Task Shows_the_secret_only_the_first_time_that_a_form_is_sent()
    {
        var commandId = Guid.CreateVersion7();

        var (first, shown) = await Make(_expert, commandId);
        var (second, again) = await Make(_expert, commandId);

        Assert.That((second, again), Is.EqualTo((first, (string?)null)));
        Assert.That(shown, Is.Not.Null);
        Assert.That(await Pga.Read(db => db.AgendaFeeds.CountAsync()), Is.EqualTo(1));
    }

    private async Task<(Guid Id, string? Secret)> Make(StaffMember sender, Guid? commandId = null)
    {
        await using var scope = Pga.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeStaff(sender, "127.0.0.1");
        var id = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeAgendaFeed(commandId ?? Guid.CreateVersion7()));
        return (id, scope.ServiceProvider.GetRequiredService<FeedSecret>().Made);
    }

    private Task<IReadOnlyList<FeedEvent>> Ask() => Pga.Send(_expert, new GetAgendaFeed());

    private Task<Guid> VersionOf(Guid id) => Pga.Read(db => db.ContactMoments.Where(c => c.Id == id).Select(c => c.Version).SingleAsync());

    private DateTime At(int days) => Today.AddDays(days).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);

    private ContactMoment Planned(int days, StaffMember? by = null, string kind = ContactCodes.HomeVisit, int recordedDaysAgo = 0, string? place = null) =>
        new(Guid.CreateVersion7(), _traject.Id, (by ?? _expert).Id, Now.AddDays(-recordedDaysAgo), new ContactDetails(kind, At(days), null, Place: place));
}
