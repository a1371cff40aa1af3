using Microsoft.EntityFrameworkCore;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Domain.Conferences;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Conferences;

/// <summary>When and where a team meets.</summary>
internal sealed class PlanningTests : ConferenceTest
{
    [Test]
    public async Task Is_listed_for_the_team_with_what_is_to_come_first()
    {
        var later = await Conference(Today.AddDays(14));
        var soon = await Conference();
        await Conference(by: OtherCoordinator);

        foreach (var colleague in new[] { Coordinator, Expert, TeamMate })
            Assert.That((await Pga.Send(colleague, new GetConferences())).ToCome.Select(c => (c.Id, c.State, c.Cases)), Is.EqualTo(new[] { (soon, ConferenceStates.Planned, 0), (later, ConferenceStates.Planned, 0) }));
        Assert.That((await Pga.Send(Rio, new GetConferences())).ToCome, Is.Empty, "a RIO sees those with a case of theirs");
        Assert.That((await Pga.Send(Stranger, new GetConferences())).ToCome, Is.Empty);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Stranger, new GetConference(soon)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(OtherCoordinator, new GetConference(soon)));
        Assert.That((await Pga.Send(Coordinator, new GetConference(soon))).MayHold, Is.True);
        Assert.That((await Pga.Send(Expert, new GetConference(soon))).MayHold, Is.False);
    }

    [Test]
    public async Task Is_refused_in_the_past_twice_or_with_something_missing()
    {
        var make = new MakeConference(Guid.CreateVersion7(), Today.AddDays(7), HalfPastNine, "Stadskantoor");
        Assert.That(Error(() => Pga.Send(Coordinator, make with { HeldOn = Today.AddDays(-1) })), Is.EqualTo(("HeldOn", "Deze dag is al geweest. Kies vandaag of later.")));
        Assert.That(Error(() => Pga.Send(Coordinator, make with { HeldOn = Today.AddYears(2) })).Field, Is.EqualTo("HeldOn"));
        var missing = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Coordinator, make with { HeldOn = null, StartsAt = null, Place = " " }));
        Assert.That(missing.Errors.Select(e => e.Field), Is.EqualTo(new[] { "HeldOn", "StartsAt", "Place" }));
        Assert.That(Error(() => Pga.Send(Coordinator, make with { Place = new string('x', 151) })).Field, Is.EqualTo("Place"));
        await Pga.Send(Coordinator, make);
        await Pga.Send(Coordinator, make);
        Assert.That(Error(() => Pga.Send(Coordinator, make with { CommandId = Guid.CreateVersion7() })), Is.EqualTo(("StartsAt", "Uw team heeft op deze dag en tijd al een casusoverleg. Kies een andere tijd.")));
        Assert.That(await Pga.Read(db => db.CaseConferences.CountAsync()), Is.EqualTo(1), "the same command twice changes nothing");
    }

    [Test]
    public void Is_refused_to_a_coordinator_without_a_team()
    {
        var loose = A.Staff(StaffRoles.Coordinator, null);

        Assert.That(Code(() => Pga.Send(loose, new MakeConference(Guid.CreateVersion7(), Today, HalfPastNine, "Hier"))), Is.EqualTo("conference.no-team"));
    }

    [Test]
    public async Task Moves_and_a_stale_edit_shows_both()
    {
        var conference = await Conference();
        var version = (await Pga.Send(Coordinator, new GetConference(conference))).Version;
        var move = new MoveConference(Guid.CreateVersion7(), conference, version, Today.AddDays(8), new TimeOnly(13, 0), "Wijkbureau");
        await Pga.Send(Coordinator, move);

        var now = await Pga.Send(Coordinator, new GetConference(conference));
        Assert.That((now.HeldOn, now.StartsAt, now.Place), Is.EqualTo((Today.AddDays(8), new TimeOnly(13, 0), "Wijkbureau")));
        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, move with { CommandId = Guid.CreateVersion7(), Place = "Thuis" }));
        Assert.That(conflict.CurrentVersion, Is.EqualTo(now.Version));
        Assert.That(conflict.Values.Select(v => (v.Label, v.Theirs, v.Yours)), Is.EqualTo(new[] { ("Plaats", "Wijkbureau", "Thuis") }));
        Assert.That(Error(() => Pga.Send(Coordinator, move with { CommandId = Guid.CreateVersion7(), BaseVersion = now.Version, HeldOn = Today.AddDays(-3) })).Field, Is.EqualTo("HeldOn"));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(OtherCoordinator, move with { CommandId = Guid.CreateVersion7(), BaseVersion = now.Version }));
    }

    [Test]
    public async Task Stays_on_its_day_and_goes_on_once_a_case_was_discussed()
    {
        var its = await Opened(OfNoor);
        var conference = (await Stored(its)).ConferenceId!.Value;
        var version = (await Pga.Send(Coordinator, new GetConference(conference))).Version;
        var move = new MoveConference(Guid.CreateVersion7(), conference, version, Today.AddDays(1), HalfPastNine, "Stadskantoor, kamer 5");

        Assert.That(Error(() => Pga.Send(Coordinator, move)), Is.EqualTo(("HeldOn", "In dit overleg is al een casus besproken. U kunt de dag niet meer wijzigen.")));
        Assert.That(Code(() => Pga.Send(Coordinator, new CancelConference(Guid.CreateVersion7(), conference, "Te weinig mensen"))), Is.EqualTo("conference.begun"));
        await Pga.Send(Coordinator, move with { CommandId = Guid.CreateVersion7(), HeldOn = Today, Place = "Kamer 6" });
        Assert.That((await Pga.Send(Coordinator, new GetConference(conference))).Place, Is.EqualTo("Kamer 6"));
    }

    [Test]
    public async Task Is_cancelled_with_a_reason_and_what_was_put_forward_waits_for_the_next()
    {
        var conference = await Conference();
        await PutForward(OfNoor);
        await PutOn(conference, OfNoor, OfSami);
        Assert.That(Error(() => Pga.Send(Coordinator, new CancelConference(Guid.CreateVersion7(), conference, " "))).Field, Is.EqualTo("Reason"));
        await Pga.Send(Coordinator, new CancelConference(Guid.CreateVersion7(), conference, "Te weinig mensen"));

        Assert.That((await Pga.Send(Expert, new GetConferences())).Past.Select(c => (c.Id, c.State)), Is.EqualTo(new[] { (conference, ConferenceStates.Cancelled) }));
        Assert.That(Code(() => PutOn(conference, OfElif)), Is.EqualTo("conference.cancelled"));
        var next = await Conference();
        var proposals = await Pga.Send(Coordinator, new GetCaseProposals(next));
        Assert.That(proposals.PutForward.Select(p => p.TrajectId), Is.EqualTo(new[] { OfNoor.Id }));
        Assert.That(proposals.Due.Select(p => p.TrajectId), Does.Contain(OfSami.Id));
        await PutOn(next, OfNoor, OfSami);
        Assert.That((await Agenda(next)).Select(c => c.TrajectId), Is.EqualTo(new[] { OfNoor.Id, OfSami.Id }));
    }

    [Test]
    public async Task Closes_when_no_case_is_open_and_then_nothing_is_written_any_more()
    {
        var (conference, cases) = await Today_with(OfNoor, OfSami);
        await PutForward(OfSami);
        await Open(OfNoor, cases[0]);
        var close = new CloseConference(Guid.CreateVersion7(), conference);
        Assert.That(Code(() => Pga.Send(Coordinator, close)), Is.EqualTo("conference.case-open"));
        await Finish(OfNoor, cases[0]);
        await Pga.Send(Coordinator, close);

        Assert.That(Code(() => Open(OfSami, cases[1])), Is.EqualTo("conference.closed"));
        Assert.That(Code(() => Open(OfNoor, cases[0])), Is.EqualTo("conference.closed"));
        Assert.That(Code(() => PutOn(conference, OfElif)), Is.EqualTo("conference.closed"));
        Assert.That(Code(() => Pga.Send(Coordinator, new WriteDecision(Guid.CreateVersion7(), OfNoor.Id, cases[0], "Te laat"))), Is.EqualTo("case.closed"));
        Assert.That(Code(() => Pga.Send(Coordinator, new WriteMinutes(Guid.CreateVersion7(), OfNoor.Id, cases[0], cases[0], "Te laat"))), Is.EqualTo("case.closed"));
        Assert.That(Code(() => Pga.Send(Coordinator, Action(OfNoor, cases[0]))), Is.EqualTo("case.closed"));
        Assert.That(Code(() => Pga.Send(Coordinator, Outsider(OfSami, cases[1]))), Is.EqualTo("conference.closed"));
        Assert.That(Code(() => Pga.Send(Coordinator, new TakeOffAgenda(Guid.CreateVersion7(), OfSami.Id, cases[1]))), Is.EqualTo("conference.closed"));
        Assert.That(Code(() => Pga.Send(Coordinator, new CancelConference(Guid.CreateVersion7(), conference, "Toch niet"))), Is.EqualTo("conference.closed"));
        var next = await Conference();
        Assert.That((await Pga.Send(Coordinator, new GetCaseProposals(next))).PutForward.Select(p => p.TrajectId), Is.EqualTo(new[] { OfSami.Id }), "nobody came to it");
    }

    [Test]
    public async Task Is_not_closed_before_its_day()
    {
        var conference = await Conference();

        Assert.That(Code(() => Pga.Send(Coordinator, new CloseConference(Guid.CreateVersion7(), conference))), Is.EqualTo("conference.not-yet"));
    }

    [Test]
    public async Task Is_for_a_coordinator_to_hold_and_for_workers_to_look_at()
    {
        var (conference, cases) = await Today_with(OfNoor);
        var (id, its) = ((Func<Guid>)Guid.CreateVersion7, cases[0]);
        ICommand[] holding =
        [
            new MakeConference(id(), Today, HalfPastNine, "Hier"), new MoveConference(id(), conference, id(), Today, HalfPastNine, "Hier"), new CancelConference(id(), conference, "Ziek"),
            new CloseConference(id(), conference), new PutOnAgenda(id(), conference, [OfSami.Id]), new MoveOnAgenda(id(), OfNoor.Id, its, true), new TakeOffAgenda(id(), OfNoor.Id, its),
            new OpenCase(id(), OfNoor.Id, its), new CloseCase(id(), OfNoor.Id, its), Outsider(OfNoor, its), new RemoveInvitation(id(), OfNoor.Id, its, id()),
            new RecordPresence(id(), OfNoor.Id, its, []), new WriteMinutes(id(), OfNoor.Id, its, its, "Tekst"), new CorrectMinutes(id(), OfNoor.Id, its, its, "Tekst", "Fout"),
            new WriteDecision(id(), OfNoor.Id, its, "Tekst"), new CorrectDecision(id(), OfNoor.Id, id(), id(), "Tekst", "Fout"), Action(OfNoor, its),
        ];
        foreach (var role in new[] { Expert, Rio, Manager, Officer, Administrator, Partner })
        {
            foreach (var command in holding)
                Assert.ThrowsAsync<Forbidden>(() => Pga.Send(role, command), $"{role.RoleCodes} {command.GetType().Name}");
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(role, new GetCaseProposals(conference)));
        }

        foreach (var role in new[] { Manager, Officer, Administrator, Partner })
        {
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(role, new GetConferences()));
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(role, new GetConference(conference)));
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(role, new GetConferenceCase(conference, its)));
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(role, new GetDiscussions(OfNoor.Id)));
            Assert.ThrowsAsync<Forbidden>(() => PutForward(OfNoor, by: role));
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(role, new TakeCaseBack(id(), OfNoor.Id, its)));
        }

        foreach (var command in holding.OfType<IAboutTraject>().Cast<ICommand>())
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(OtherCoordinator, command), $"another team: {command.GetType().Name}");
    }
}
