using Microsoft.EntityFrameworkCore;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Interventions;

/// <summary>The end report, and the end that follows from it and from the attendance.</summary>
internal sealed class EndReportTests : InterventionTest
{
    [TestCase("attended attended", Participation.Completed)]
    [TestCase("attended late no-show no-show", Participation.Completed)]
    [TestCase("attended no-show excused", Participation.DroppedOut)]
    [TestCase("no-show excused", Participation.NotStarted)]
    [TestCase("", Participation.NotStarted)]
    public async Task Ends_the_participation_as_the_attendance_says(string attendance, string result)
    {
        var noor = await Accepted(OfNoor, Gym);
        Pga.Clock.Advance(TimeSpan.FromDays(10));
        var day = Today.AddDays(-9);
        foreach (var code in attendance.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            await Held(Jan, Gym, day = day.AddDays(1), noor, code);

        await Pga.Send(Jan, await Report(noor));

        var stored = await Stored(noor);
        Assert.That((stored.EndedOn, stored.Result, stored.StartedOn is null), Is.EqualTo(((DateOnly?)Today, result, result == Participation.NotStarted)));
        var card = await Card(OfNoor, Gym);
        Assert.That((card.State, card.Report!.Reached, card.Report.Advice, card.Report.By, card.Referral!.IsOpen), Is.EqualTo((result, "partly", "Laat doorgaan met sporten", Jan.Name, false)));
    }

    [Test]
    public async Task Asks_for_the_attendance_first_and_not_for_a_day_before_it()
    {
        var noor = await Accepted(OfNoor, Gym);
        Pga.Clock.Advance(TimeSpan.FromDays(10));
        await Held(Jan, Gym, Today.AddDays(-5), noor, AttendanceCodes.Attended);
        await Plan(Jan, Gym, Today.AddDays(-1), noor);

        var report = await Report(noor);
        Assert.Multiple(() =>
        {
            Assert.That(Error(() => Pga.Send(Jan, report)), Is.EqualTo(("LastDay", "Vul eerst in of de deelnemer er was op 12-03-2026.")));
            Assert.That(Error(() => Pga.Send(Jan, report with { LastDay = Today.AddDays(-6) })), Is.EqualTo(("LastDay", "De deelnemer was er nog op 08-03-2026. Kies die dag of later.")));
            Assert.That(Error(() => Pga.Send(Jan, report with { LastDay = Today.AddDays(1) })).Field, Is.EqualTo("LastDay"));
            Assert.That(Error(() => Pga.Send(Jan, report with { LastDay = Today.AddDays(-5), Reached = "" })).Field, Is.EqualTo("Reached"));
            Assert.That(Error(() => Pga.Send(Jan, report with { LastDay = Today.AddDays(-5), Text = "" })).Field, Is.EqualTo("Text"));
            Assert.That(Error(() => Pga.Send(Jan, report with { LastDay = Today.AddDays(-5), HeldElsewhere = 3 })).Text, Does.StartWith("Leg bijeenkomsten vast met de aanwezigheid."));
        });
        await Pga.Send(Jan, report with { LastDay = Today.AddDays(-5) });
        Assert.That((await Stored(noor)).Result, Is.EqualTo(Participation.Completed), "a session after the last day doesn't count");
    }

    [Test]
    public async Task Is_written_once_by_the_partner_and_corrected_by_who_may_write()
    {
        var noor = await Accepted(OfNoor, Gym);
        await Held(Jan, Gym, Today, noor, AttendanceCodes.Attended);
        await Pga.Send(Jan, await Report(noor));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Jan, Report(noor).Result));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(TeamMate, Report(noor).Result));

        Assert.That(Error(() => Pga.Send(Expert, Report(noor).Result)), Is.EqualTo(("Reason", "Schrijf op waarom u het eindverslag verbetert.")));
        await Pga.Send(Expert, (await Report(noor)) with { Text = "Beter opgeschreven.", HeldElsewhere = 4, AttendedElsewhere = 0, Reason = "Vier bijeenkomsten ontbraken" });

        var card = await Card(OfNoor, Gym);
        Assert.That((card.Report!.Text, card.Report.IsCorrected, card.Report.Held, card.Report.Attended, card.State), Is.EqualTo(("Beter opgeschreven.", true, 5, 1, Participation.DroppedOut)));
        Assert.That(await Pga.Read(db => db.EndReports.CountAsync(r => r.SupersededById != null)), Is.EqualTo(1), "the earlier one is kept");
    }

    [Test]
    public async Task Of_an_imported_participation_is_written_by_the_team_from_numbers_of_sessions()
    {
        var imported = new Participation(Guid.CreateVersion7(), OfNoor.Id, Gym.Id, Today.AddDays(-60), "P-1");
        imported.Start(Today.AddDays(-50));
        await Pga.Given(imported);
        Assert.That((await Card(OfNoor, Gym)).IsKept, "there is no referral, so nobody else can");
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Jan, new GetEndReportForm(imported.Id)));

        var form = await Pga.Send(Expert, new GetEndReportForm(imported.Id));
        Assert.That((form.Participant.Label, form.StartedOn, form.AsksElsewhere, form.TrajectId), Is.EqualTo(("Noor Yıldız", (DateOnly?)Today.AddDays(-50), true, (Guid?)OfNoor.Id)));
        var report = await Report(imported.Id);
        Assert.Multiple(() =>
        {
            Assert.That(Error(() => Pga.Send(Expert, report)), Is.EqualTo(("HeldElsewhere", "Vul in hoeveel bijeenkomsten er waren. Daaruit volgt of de deelname is afgerond.")));
            Assert.That(Error(() => Pga.Send(Expert, report with { HeldElsewhere = 2, AttendedElsewhere = 3 })).Field, Is.EqualTo("AttendedElsewhere"));
            Assert.That(Error(() => Pga.Send(Expert, report with { HeldElsewhere = -1 })).Field, Is.EqualTo("HeldElsewhere"));
            Assert.That(Error(() => Pga.Send(Expert, report with { LastDay = Today.AddDays(-55), HeldElsewhere = 2 })).Text, Is.EqualTo("De laatste dag ligt vóór de start."));
        });
        await Pga.Send(Expert, report with { HeldElsewhere = 12, AttendedElsewhere = 6 });

        var stored = await Stored(imported.Id);
        Assert.That((stored.StartedOn, stored.EndedOn, stored.Result), Is.EqualTo(((DateOnly?)Today.AddDays(-50), (DateOnly?)Today, Participation.Completed)));
    }

    [Test]
    public async Task Of_a_partner_without_an_account_asks_the_team_for_the_first_day()
    {
        var svb = new Partner(Guid.CreateVersion7(), "zonder", "Zonder account", 90);
        var intervention = new Intervention(Guid.CreateVersion7(), "zonder", "Zonder", "work", 990);
        intervention.Offer(svb.Id, null, false);
        await Pga.Given(svb, intervention);
        var noor = await ParticipationOf(await Refer(OfNoor, intervention));
        Assert.That((await Card(OfNoor, intervention)).State, Is.EqualTo(ParticipationStates.Accepted), "nobody there can answer");
        Pga.Clock.Advance(TimeSpan.FromDays(30));

        var report = (await Report(noor)) with { HeldElsewhere = 4, AttendedElsewhere = 4 };
        Assert.That(Error(() => Pga.Send(Expert, report)), Is.EqualTo(("FirstDay", "Kies de eerste dag waarop de deelnemer er was.")));
        Assert.That(Error(() => Pga.Send(Expert, report with { FirstDay = Today.AddDays(-31) })).Field, Is.EqualTo("FirstDay"));
        await Pga.Send(Expert, report with { FirstDay = Today.AddDays(-20) });

        var stored = await Stored(noor);
        Assert.That((stored.StartedOn, stored.Result), Is.EqualTo(((DateOnly?)Today.AddDays(-20), Participation.Completed)));
    }

    [Test]
    public async Task Shows_both_when_something_changed_meanwhile()
    {
        var noor = await Accepted(OfNoor, Gym);
        var stale = await Report(noor);
        await Held(Jan, Gym, Today, noor, AttendanceCodes.Attended);

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Jan, stale));

        Assert.That(conflict.Values.Select(v => v.Label), Is.EqualTo(new[] { "Laatste dag", "Doel bereikt", "Verslag", "Deelname" }));
    }

    [Test]
    public async Task Is_nobody_elses()
    {
        var noor = await Accepted(OfNoor, Gym);
        await Held(Jan, Gym, Today, noor, AttendanceCodes.Attended);
        var report = await Report(noor);
        foreach (var other in new[] { Els, Loose, Expert, TeamMate, Stranger })
        {
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(other, report), other.Name);
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(other, new GetEndReportForm(noor)), other.Name);
        }

        foreach (var other in new[] { Coordinator, Manager, Officer, Administrator })
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, report), other.RoleCodes);
        Assert.That((await Stored(noor)).EndedOn, Is.Null);
    }

    [Test]
    public async Task Is_due_before_the_partner_may_no_longer_look()
    {
        await Accepted(OfNoor, Gym);
        Assert.That((await Pga.Send(Jan, new GetPartnerDesk())).ReportsDue, Is.Empty);

        Pga.Clock.Advance(TimeSpan.FromDays(Today.AddMonths(3).DayNumber - Today.DayNumber - PartnerDesk.ReportDueDays));

        Assert.That((await Pga.Send(Jan, new GetPartnerDesk())).ReportsDue.Single().Person.Label, Is.EqualTo("Noor Yıldız"));
    }
}
