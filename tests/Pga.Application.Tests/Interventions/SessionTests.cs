using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Interventions;

/// <summary>Sessions with a roster, and who was there.</summary>
internal sealed class SessionTests : InterventionTest
{
    [Test]
    public async Task Of_a_group_keep_attendance_per_participant_and_each_file_shows_its_own()
    {
        var (noor, sami) = (await Accepted(OfNoor, Gym), await Accepted(OfSami, Gym));
        var session = await Plan(Jan, Gym, Today, noor, sami);
        await Pga.Send(Piet, new RecordAttendance(Guid.CreateVersion7(), session, await SessionVersion(session),
            [new(noor, AttendanceCodes.Late, "Bus gemist"), new(sami, AttendanceCodes.Excused, "Ziek")]));

        var (cardOfNoor, cardOfSami) = (await Card(OfNoor, Gym), await Card(OfSami, Gym));
        Assert.Multiple(() =>
        {
            Assert.That(cardOfNoor.Sessions.Select(s => (s.On, s.Time, s.Attendance, s.Note)), Is.EqualTo(new[] { (Today, new TimeOnly(9, 0), AttendanceCodes.Late, "Bus gemist") }));
            Assert.That(cardOfSami.Sessions.Select(s => (s.Attendance, s.Note)), Is.EqualTo(new[] { (AttendanceCodes.Excused, "Ziek") }));
            Assert.That(JsonSerializer.Serialize(cardOfNoor), Does.Not.Contain("Sami").And.Not.Contain("Bruijn").And.Not.Contain("Ziek"));
            Assert.That((cardOfNoor.State, cardOfNoor.StartedOn), Is.EqualTo((ParticipationStates.Running, (DateOnly?)Today)), "the first time there is the start");
            Assert.That((cardOfSami.State, cardOfSami.StartedOn), Is.EqualTo((ParticipationStates.Accepted, (DateOnly?)null)));
        });
    }

    [Test]
    public async Task Corrected_supersede_and_the_start_follows()
    {
        var noor = await Accepted(OfNoor, Gym);
        Pga.Clock.Advance(TimeSpan.FromDays(8));
        await Held(Jan, Gym, Today, noor, AttendanceCodes.Attended);
        var first = await Held(Jan, Gym, Today.AddDays(-7), noor, AttendanceCodes.Attended);
        Assert.That((await Stored(noor)).StartedOn, Is.EqualTo(Today.AddDays(-7)));

        await Record(Jan, first, (noor, AttendanceCodes.NoShow));
        await Record(Jan, first, (noor, AttendanceCodes.NoShow));

        Assert.That((await Stored(noor)).StartedOn, Is.EqualTo(Today));
        var rows = await Pga.Read(db => db.Attendances.Where(a => a.SessionId == first).ToListAsync());
        Assert.That(rows.Select(r => (r.Code, r.SupersededById is null)), Is.EquivalentTo(new[] { (AttendanceCodes.Attended, false), (AttendanceCodes.NoShow, true) }), "the same again changes nothing");
    }

    [Test]
    public async Task In_the_future_have_no_attendance()
    {
        var noor = await Accepted(OfNoor, Gym);
        var session = await Plan(Jan, Gym, Today.AddDays(1), noor);

        Assert.That(Error(() => Record(Jan, session, (noor, AttendanceCodes.Attended))).Text, Is.EqualTo("Deze bijeenkomst is nog niet geweest. U kunt nog geen aanwezigheid vastleggen."));
        Assert.That((await Pga.Send(Jan, new GetSession(session))).HasBegun, Is.False);
    }

    [Test]
    public async Task Without_participants_or_a_day_are_refused()
    {
        var noor = await Accepted(OfNoor, Gym);
        var plan = new PlanSession(Guid.CreateVersion7(), Gym.Id, Today, new TimeOnly(9, 0), [noor]);

        Assert.That(Error(() => Pga.Send(Jan, plan with { Participants = [] })), Is.EqualTo(("Participants", "Kies minstens één deelnemer.")));
        Assert.That(Error(() => Pga.Send(Jan, plan with { Date = default })).Field, Is.EqualTo("Date"));
        Assert.That(Error(() => Pga.Send(Jan, plan with { Date = new DateOnly(2026, 3, 29), Time = new TimeOnly(2, 30) })).Field, Is.EqualTo("Time"), "the clock skips it");
        Assert.That(await Pga.Read(db => db.InterventionSessions.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Have_only_participants_that_one_keeps()
    {
        var noor = await Accepted(OfNoor, Gym);
        var unanswered = await ParticipationOf(await Refer(OfSami, Gym));
        var session = await Plan(Jan, Gym, Today, noor);

        Assert.ThrowsAsync<NotFound>(() => Plan(Jan, Gym, Today, noor, unanswered), "not accepted yet");
        Assert.ThrowsAsync<NotFound>(() => Plan(Jan, Coach, Today, noor), "of another intervention");
        Assert.ThrowsAsync<NotFound>(() => Plan(Els, Gym, Today, noor), "of another organisation");
        Assert.ThrowsAsync<NotFound>(() => Plan(Expert, Gym, Today, noor), "the partner keeps it");
        foreach (var other in new[] { Els, Loose, Expert, Stranger })
        {
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(other, new GetSession(session)), other.Name);
            Assert.ThrowsAsync<NotFound>(() => Record(other, session, (noor, AttendanceCodes.Attended)), other.Name);
        }

        foreach (var other in new[] { Coordinator, Manager, Officer, Administrator })
        {
            Assert.ThrowsAsync<Forbidden>(() => Plan(other, Gym, Today, noor), other.RoleCodes);
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(other, new GetSession(session)), other.RoleCodes);
        }

        Assert.ThrowsAsync<NotFound>(() => Record(Jan, session, (unanswered, AttendanceCodes.Attended)), "not on the roster");
    }

    [Test]
    public async Task Show_both_values_when_a_colleague_was_first()
    {
        var noor = await Accepted(OfNoor, Gym);
        var session = await Plan(Jan, Gym, Today, noor);
        var stale = new RecordAttendance(Guid.CreateVersion7(), session, await SessionVersion(session), [new(noor, AttendanceCodes.NoShow)]);
        await Record(Piet, session, (noor, AttendanceCodes.Late));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Jan, stale));

        Assert.That(conflict.Values, Is.EqualTo(new[] { new ConflictingValue("Rows[0].Attendance", "Noor Yıldız", "Te laat", "Niet verschenen") }));
    }

    [Test]
    public async Task Ask_for_attendance_with_a_note()
    {
        var noor = await Accepted(OfNoor, Gym);
        var session = await Plan(Jan, Gym, Today, noor);

        var error = Error(() => Pga.Send(Jan, new RecordAttendance(Guid.CreateVersion7(), session, SessionVersion(session).Result, [new(noor, null, "Kwam later")])));

        Assert.That(error, Is.EqualTo(("Rows[0].Attendance", "U hebt een notitie geschreven. Kies of de deelnemer er was.")));
    }

    [Test]
    public async Task Get_another_time_and_roster_until_attendance_is_known()
    {
        var (noor, sami) = (await Accepted(OfNoor, Gym), await Accepted(OfSami, Gym));
        var session = await Plan(Jan, Gym, Today, noor);
        async Task<ChangeSession> Change(DateOnly date, params Guid[] participants) =>
            new(Guid.CreateVersion7(), session, await SessionVersion(session), date, new TimeOnly(9, 0), participants);

        await Pga.Send(Jan, await Change(Today.AddDays(-1), sami));
        Assert.That((await Pga.Send(Jan, new GetSession(session))).Rows.Select(r => r.Participant.ParticipationId), Is.EqualTo(new[] { sami }));
        await Record(Jan, session, (sami, AttendanceCodes.Attended));

        Assert.That(Error(() => Pga.Send(Jan, Change(Today, sami).Result)).Field, Is.EqualTo("Date"));
        Assert.That(Error(() => Pga.Send(Jan, Change(Today.AddDays(-1), noor).Result)).Field, Is.EqualTo("Participants"));
        await Pga.Send(Jan, await Change(Today.AddDays(-1), sami, noor));
        Assert.That((await Pga.Send(Jan, new GetSession(session))).Rows, Has.Count.EqualTo(2));
        Assert.That(Error(() => Pga.Send(Jan, new CancelSession(Guid.CreateVersion7(), session, SessionVersion(session).Result))).Text, Does.StartWith("Er is al aanwezigheid vastgelegd."));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Els, Change(Today.AddDays(-1), noor).Result));
    }

    [Test]
    public async Task Called_off_count_nowhere()
    {
        var noor = await Accepted(OfNoor, Gym);
        var session = await Plan(Jan, Gym, Today, noor);

        await Pga.Send(Jan, new CancelSession(Guid.CreateVersion7(), session, await SessionVersion(session)));

        Assert.That((await Card(OfNoor, Gym)).Sessions, Is.Empty);
        var desk = await Pga.Send(Jan, new GetPartnerDesk());
        Assert.That(desk.Sessions.Count + desk.ToFill.Count, Is.Zero);
        Assert.That((await Pga.Send(Jan, new GetSessions())).Sessions.Single().Cancelled);
        Assert.That(Error(() => Record(Jan, session, (noor, AttendanceCodes.Attended))).Text, Is.EqualTo("Deze bijeenkomst is afgezegd."));
    }

    [Test]
    public async Task Of_the_team_are_kept_by_who_works_on_each_case_and_hide_the_others()
    {
        var colleague = A.Staff(StaffRoles.PgaExpert);
        var client = A.Client("Ander", "Dossier");
        var other = A.Traject(client, colleague);
        OfNoor.Assign(Guid.CreateVersion7(), colleague.Id, AssignmentRoles.Case, Today);
        await Pga.Given(colleague, client, other);
        await Pga.Read(async db =>
        {
            (await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == OfNoor.Id)).Assign(Guid.CreateVersion7(), colleague.Id, AssignmentRoles.Case, Today);
            return await db.SaveChangesAsync();
        });
        var noor = await ParticipationOf(await Pga.Send(Expert, Referral(OfNoor, Walk)));
        var theirs = await ParticipationOf(await Pga.Send(colleague, Referral(other, Walk)));
        Assert.ThrowsAsync<NotFound>(() => Plan(Expert, Walk, Today, noor, theirs), "not the expert's");
        var session = await Plan(colleague, Walk, Today, noor, theirs);

        var sheet = await Pga.Send(Expert, new GetSession(session));
        Assert.That((sheet.Rows.Single().Participant.Label, sheet.Others), Is.EqualTo(("Noor Yıldız", 1)));
        Assert.That(JsonSerializer.Serialize(sheet), Does.Not.Contain("Ander"));
        await Record(Expert, session, (noor, AttendanceCodes.Attended));
        await Pga.Send(Expert, new ChangeSession(Guid.CreateVersion7(), session, await SessionVersion(session), Today, new TimeOnly(9, 0), [noor]));
        Assert.That((await Pga.Send(colleague, new GetSession(session))).Rows, Has.Count.EqualTo(2), "who isn't seen stays on the roster");
        Assert.ThrowsAsync<NotFound>(() => Record(Expert, session, (theirs, AttendanceCodes.Attended)));
        Assert.That((await Stored(noor)).StartedOn, Is.EqualTo(Today));
    }

    [Test]
    public async Task Are_listed_to_come_first_and_on_the_partners_desk()
    {
        var noor = await Accepted(OfNoor, Gym);
        Pga.Clock.Advance(TimeSpan.FromDays(2));
        var (past, today, soon, later) =
            (await Plan(Jan, Gym, Today.AddDays(-2), noor), await Plan(Jan, Gym, Today, noor), await Plan(Jan, Gym, Today.AddDays(6), noor), await Plan(Jan, Gym, Today.AddDays(7), noor));

        var list = (await Pga.Send(Piet, new GetSessions())).Sessions;
        var desk = await Pga.Send(Piet, new GetPartnerDesk());

        Assert.That(list.Select(s => (s.Id, s.ToFill)), Is.EqualTo(new[] { (today, 1), (soon, 0), (later, 0), (past, 1) }));
        Assert.That(desk.Sessions.Select(s => s.Id), Is.EqualTo(new[] { today, soon }));
        Assert.That(desk.ToFill.Select(s => s.Id), Is.EqualTo(new[] { today, past }));
        Assert.That((await Pga.Send(Els, new GetSessions())).Total, Is.Zero);
    }
}
