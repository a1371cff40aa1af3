using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

internal sealed class TransferTests : TeamTest
{
    private const string Note = "Belt liever dan dat hij appt.";

    [Test]
    public async Task Changes_nothing_until_it_is_accepted()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        var id = await Pga.Send(Coordinator, Propose([traject], Rio, OtherRio, AssignmentRoles.Rio));

        Assert.That(await Opens(Rio, traject), Is.True);
        Assert.That(await Opens(OtherRio, traject), Is.False);
        var pending = await Pga.Send(OtherRio, new GetTransfer(id));
        Assert.That((pending.Cases.Count, pending.Hidden, pending.Note, pending.MayAnswer), Is.EqualTo((0, 1, Note, true)), "who doesn't read the team's dossiers sees no name yet");

        await Pga.Send(OtherRio, new AcceptTransfer(Guid.CreateVersion7(), id));

        Assert.That(await Opens(Rio, traject), Is.False, "at the next request");
        Assert.That(await Opens(OtherRio, traject), Is.True);
        var after = await Pga.Send(OtherRio, new GetTransfer(id));
        Assert.That((after.Cases.Single().TrajectId, after.Hidden, after.Note, after.MayAnswer), Is.EqualTo((traject.Id, 0, Note, false)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Rio, new GetTransfer(id)), "nothing of it is theirs any more");
        var team = await Pga.Send(OtherRio, new GetTrajectTeam(traject.Id));
        Assert.That(team.Earlier.Single(), Has.Property("Name").EqualTo("Rio Een").And.Property("Until").EqualTo(Today.AddDays(-1)));
        Assert.That(team.Transfers.Single(), Is.EqualTo(new TrajectTransfer(id, AssignmentRoles.Rio, "Rio Een", "Rio Twee", Today, TransferOutcomes.Accepted)));
    }

    [Test]
    public async Task Takes_away_at_once_what_began_today()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        await Accept(OtherRio, await Pga.Send(Coordinator, Propose([traject], Rio, OtherRio, AssignmentRoles.Rio)));

        await Accept(Rio, await Pga.Send(Coordinator, Propose([traject], OtherRio, Rio, AssignmentRoles.Rio)));

        Assert.That(await Opens(OtherRio, traject), Is.False);
        Assert.That(await Opens(Rio, traject), Is.True);
    }

    [Test]
    public async Task Begins_on_its_day_when_that_is_later()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        await Accept(OtherRio, await Pga.Send(Coordinator, Propose([traject], Rio, OtherRio, AssignmentRoles.Rio) with { StartsOn = Today.AddDays(3) }));

        Pga.Clock.Advance(TimeSpan.FromDays(2));
        Assert.That((await Opens(Rio, traject), await Opens(OtherRio, traject)), Is.EqualTo((true, false)));
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Opens(Rio, traject), await Opens(OtherRio, traject)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Is_declined_with_a_reason()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        var id = await Pga.Send(Expert, Propose([traject], Expert, Colleague));
        Assert.That(await Refusal(Pga.Send(Colleague, new DeclineTransfer(Guid.CreateVersion7(), id, " "))), Is.EqualTo("transfer.reason"));

        await Pga.Send(Colleague, new DeclineTransfer(Guid.CreateVersion7(), id, "Mijn lijst is vol."));

        var view = await Pga.Send(Expert, new GetTransfer(id));
        Assert.That((view.Outcome, view.DeclineReason), Is.EqualTo((TransferOutcomes.Declined, "Mijn lijst is vol.")));
        Assert.That((await Stored(traject)).Assignments.Single().Until, Is.Null);
        Assert.That(await Refusal(Pga.Send(Colleague, new AcceptTransfer(Guid.CreateVersion7(), id))), Is.EqualTo("transfer.closed"));
    }

    [Test]
    public async Task Is_withdrawn_by_who_asked_or_by_the_coordinator_and_by_nobody_else()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        var id = await Pga.Send(Expert, Propose([traject], Expert, Colleague));

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Colleague, new WithdrawTransfer(Guid.CreateVersion7(), id)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Outsider, new WithdrawTransfer(Guid.CreateVersion7(), id)));
        await Pga.Send(Coordinator, new WithdrawTransfer(Guid.CreateVersion7(), id));
        Assert.That(await Refusal(Pga.Send(Colleague, new AcceptTransfer(Guid.CreateVersion7(), id))), Is.EqualTo("transfer.closed"));
        id = await Pga.Send(Expert, Propose([traject], Expert, Colleague));
        await Pga.Send(Expert, new WithdrawTransfer(Guid.CreateVersion7(), id));
        Assert.That(await Refusal(Pga.Send(Expert, new WithdrawTransfer(Guid.CreateVersion7(), id))), Is.EqualTo("transfer.closed"));
    }

    [Test]
    public async Task Is_answered_by_the_receiver_only()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        var id = await Pga.Send(Coordinator, Propose([traject], Expert, Colleague));

        foreach (var who in new[] { Coordinator, Expert })
        {
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(who, new AcceptTransfer(Guid.CreateVersion7(), id)));
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(who, new DeclineTransfer(Guid.CreateVersion7(), id, "Nee")));
        }

        foreach (var who in new[] { OtherCoordinator, Outsider, Rio })
        {
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(who, new AcceptTransfer(Guid.CreateVersion7(), id)));
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(who, new GetTransfer(id)));
        }
    }

    [Test]
    public async Task Hands_over_a_whole_caseload_without_what_is_restricted()
    {
        var trajects = Enumerable.Range(0, 5).Select(_ => Of(Expert)).ToList();
        var restricted = Of(Expert);
        restricted.Restrict(true, "Familie van een medewerker");
        await GivenTeam([.. trajects, restricted]);

        var id = await Pga.Send(Expert, Propose([], Expert, Colleague) with { All = true });

        Assert.That((await Pga.Send(Colleague, new GetTransfer(id))).Cases.Select(c => c.TrajectId), Is.EquivalentTo(trajects.Select(t => t.Id)));
        Assert.That((await Pga.Send(Expert, new GetTeamCases(AssignmentRoles.Case, Expert.Id))).Restricted, Is.EqualTo(1), "who works on it is told");
        Assert.That((await Pga.Send(Coordinator, new GetTeamCases(AssignmentRoles.Case, Expert.Id))).Restricted, Is.Zero, "who can't know isn't");
        await Accept(Colleague, id);
        Assert.That((await Stored(restricted)).Assignments.Single().StaffId, Is.EqualTo(Expert.Id));
        Assert.That(await Refusal(Pga.Send(Expert, Propose([restricted, Of(Expert)], Expert, Colleague) with { TrajectIds = [restricted.Id] })), Is.EqualTo("none"), "by itself it can");
    }

    [Test]
    public async Task Refuses_a_restricted_traject_among_others()
    {
        var traject = Of(Expert);
        var restricted = Of(Expert);
        restricted.Restrict(true, "Familie van een medewerker");
        await GivenTeam(traject, restricted);

        Assert.That(await Refusal(Pga.Send(Expert, Propose([traject, restricted], Expert, Colleague))), Is.EqualTo("transfer.restricted"));
    }

    [Test]
    public async Task Is_spread_over_several_colleagues_each_with_a_transfer_of_their_own()
    {
        var trajects = Enumerable.Range(0, 5).Select(_ => Of(Expert)).ToList();
        var third = A.Staff(StaffRoles.PgaExpert, name: "Expert Vier");
        await GivenTeam([.. trajects, third]);

        await Pga.Send(Coordinator, Propose(trajects, Expert, Colleague) with { ToStaffIds = [Colleague.Id, third.Id] });

        Assert.That((await Pga.Send(Colleague, new GetTransfers())).ToAnswer.Single().Cases, Is.EqualTo(3));
        Assert.That((await Pga.Send(third, new GetTransfers())).ToAnswer.Single().Cases, Is.EqualTo(2));
        Assert.That((await Pga.Send(Coordinator, new GetTransfers())).Others.Select(t => t.Cases), Is.EquivalentTo(new[] { 3, 2 }));
        Assert.That((await Pga.Send(Expert, new GetTransfers())).Others, Has.Count.EqualTo(2));
        Assert.That((await Pga.Send(Outsider, new GetTransfers())), Has.Property("Others").Empty.And.Property("ToAnswer").Empty);
    }

    [TestCase("none chosen", ExpectedResult = "transfer.no-cases")]
    [TestCase("no receiver", ExpectedResult = "transfer.receiver")]
    [TestCase("two receivers", ExpectedResult = "transfer.receiver")]
    [TestCase("to the giver", ExpectedResult = "transfer.same")]
    [TestCase("to an outsider", ExpectedResult = "team.not-a-colleague")]
    [TestCase("to a rio", ExpectedResult = "assignment.role")]
    [TestCase("wrong role", ExpectedResult = "transfer.role")]
    [TestCase("no role", ExpectedResult = "transfer.role")]
    [TestCase("in the past", ExpectedResult = "transfer.starts-on")]
    [TestCase("without note", ExpectedResult = "transfer.note")]
    [TestCase("long note", ExpectedResult = "MaximumLengthValidator")]
    [TestCase("of an outsider", ExpectedResult = "team.not-a-colleague")]
    [TestCase("own team", ExpectedResult = "transfer.same-team")]
    [TestCase("own team in capitals", ExpectedResult = "transfer.same-team")]
    [TestCase("team without coordinator", ExpectedResult = "transfer.no-coordinator")]
    [TestCase("process to team", ExpectedResult = "transfer.team-role")]
    public async Task<string> Is_refused_when(string what)
    {
        var traject = Of(Expert);
        traject.Assign(Guid.CreateVersion7(), Expert.Id, AssignmentRoles.Process, Today);
        await GivenTeam(traject);
        var good = Propose([traject], Expert, Colleague);
        var toTeam = good with { ToStaffIds = null, ToTeam = "team-2" };
        return await Refusal(Pga.Send(Coordinator, what switch
        {
            "none chosen" => good with { TrajectIds = [] },
            "no receiver" => good with { ToStaffIds = [] },
            "two receivers" => good with { ToTeam = "team-2" },
            "to the giver" => good with { ToStaffIds = [Expert.Id] },
            "to an outsider" => good with { ToStaffIds = [Outsider.Id] },
            "to a rio" => good with { ToStaffIds = [Rio.Id] },
            "wrong role" => good with { Role = AssignmentRoles.Rio },
            "no role" => good with { Role = AssignmentRoles.Member },
            "in the past" => good with { StartsOn = Today.AddDays(-1) },
            "without note" => good with { Note = " " },
            "long note" => good with { Note = new string('a', Transfer.MaxNote + 1) },
            "of an outsider" => good with { FromStaffId = Outsider.Id },
            "own team" => toTeam with { ToTeam = "team-1" },
            "own team in capitals" => toTeam with { ToTeam = " TEAM-1" },
            "team without coordinator" => toTeam with { ToTeam = "team-9" },
            _ => toTeam with { Role = AssignmentRoles.Process },
        }));
    }

    [Test]
    public async Task Of_an_experts_is_of_their_own_cases_to_their_own_team()
    {
        var own = Of(Expert);
        var colleagues = Of(Colleague);
        var elsewhere = Of(Outsider, team: "team-2");
        await GivenTeam(own, colleagues, elsewhere);

        Assert.That(await Refusal(Pga.Send(Expert, Propose([colleagues], Colleague, Expert))), Is.EqualTo("transfer.own-only"));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, Propose([colleagues], Expert, Colleague)), "reading along isn't changing");
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Coordinator, Propose([elsewhere], null, Colleague)));
        Assert.That(await Refusal(Pga.Send(Expert, Propose([own], Expert, Colleague) with { ToStaffIds = null, ToTeam = "team-2" })), Is.EqualTo("transfer.own-team"));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(A.Staff(StaffRoles.Manager), Propose([own], Expert, Colleague)));
    }

    [Test]
    public async Task Waits_for_the_one_before_it()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        await Pga.Send(Coordinator, Propose([traject], Expert, Colleague));

        Assert.That(await Refusal(Pga.Send(Coordinator, Propose([traject], Expert, Colleague))), Is.EqualTo("transfer.pending"));
    }

    [Test]
    public async Task Shows_who_has_the_case_now_when_that_changed_meanwhile()
    {
        var traject = Of(Expert);
        var third = A.Staff(StaffRoles.PgaExpert, name: "Expert Vier");
        await GivenTeam(traject, third);
        var id = await Pga.Send(Coordinator, Propose([traject], Expert, Colleague));
        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), AssignmentRoles.Case, third.Id, Today));

        var stale = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, Propose([traject], Expert, Colleague)));
        Assert.That(stale.Values.Single(), Is.EqualTo(new ConflictingValue("TrajectIds", traject.Number, "Expert Vier vanaf 03-03-2026", "van Expert Een")));
        var late = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Colleague, new AcceptTransfer(Guid.CreateVersion7(), id)));
        Assert.That(late.Values.Single().Theirs, Is.EqualTo("intussen aan iemand anders toegewezen"));
    }

    [Test]
    public async Task Leaves_behind_what_went_elsewhere_and_takes_the_rest()
    {
        var gone = Of(Expert);
        var stays = Of(Expert);
        var third = A.Staff(StaffRoles.PgaExpert, name: "Expert Vier");
        await GivenTeam(gone, stays, third);
        var id = await Pga.Send(Coordinator, Propose([gone, stays], Expert, Colleague));
        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), gone.Id, await Version(gone), AssignmentRoles.Case, third.Id, Today));

        await Accept(Colleague, id);

        Assert.That((await Pga.Send(Colleague, new GetTransfer(id))).Cases.Select(c => (c.TrajectId, c.Taken)), Is.EquivalentTo(new[] { (gone.Id, (bool?)false), (stays.Id, true) }));
        Assert.That((await Stored(stays)).Assignments.Single(a => a.Until is null).StaffId, Is.EqualTo(Colleague.Id));
    }

    [Test]
    public async Task To_another_team_moves_the_whole_traject()
    {
        var traject = Of(Expert);
        traject.Assign(Guid.CreateVersion7(), Coordinator.Id, AssignmentRoles.Process, Today.AddDays(-9));
        await GivenTeam(traject);
        var id = await Pga.Send(Coordinator, Propose([traject], Expert, null) with { ToTeam = "team-2" });
        var pending = await Pga.Send(OtherCoordinator, new GetTransfer(id));
        Assert.That((pending.Cases.Count, pending.Hidden, pending.Note), Is.EqualTo((0, 1, Note)));
        Assert.That(await Opens(OtherCoordinator, traject), Is.False);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Outsider, new AcceptTransfer(Guid.CreateVersion7(), id, Outsider.Id)), "not a coordinator");
        Assert.That(await Refusal(Pga.Send(OtherCoordinator, new AcceptTransfer(Guid.CreateVersion7(), id))), Is.EqualTo("transfer.lead"));
        Assert.That(await Refusal(Pga.Send(OtherCoordinator, new AcceptTransfer(Guid.CreateVersion7(), id, Expert.Id))), Is.EqualTo("team.not-a-colleague"));
        Assert.That(await Refusal(Pga.Send(OtherCoordinator, new AcceptTransfer(Guid.CreateVersion7(), id, OtherCoordinator.Id))), Is.EqualTo("assignment.role"));

        await Pga.Send(OtherCoordinator, new AcceptTransfer(Guid.CreateVersion7(), id, Outsider.Id, OtherCoordinator.Id));

        Assert.That((await Stored(traject)).Team, Is.EqualTo("team-2"));
        foreach (var who in new[] { Expert, Coordinator, Colleague })
            Assert.That(await Opens(who, traject), Is.False);
        Assert.That((await Pga.Send(Outsider, new GetTrajectTeam(traject.Id))).Now.Select(m => m.Name), Is.EqualTo(new[] { "Coördinator Twee", "Expert Drie" }));
    }

    [Test]
    public async Task To_another_team_is_for_that_team_however_it_is_typed()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);

        var id = await Pga.Send(Coordinator, Propose([traject], Expert, null) with { ToTeam = "Team-2 " });
        await Pga.Send(OtherCoordinator, new AcceptTransfer(Guid.CreateVersion7(), id, Outsider.Id));

        Assert.That(await Pga.Read(db => db.Transfers.Select(t => t.ToTeam).SingleAsync()), Is.EqualTo("team-2"));
        Assert.That((await Stored(traject)).Team, Is.EqualTo("team-2"));
        Assert.That(await Opens(Outsider, traject), Is.True);
    }

    [Test]
    public async Task To_another_team_is_not_accepted_before_its_day()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        var id = await Pga.Send(Coordinator, Propose([traject], Expert, null) with { ToTeam = "team-2", StartsOn = Today.AddDays(2) });

        Assert.That(await Refusal(Pga.Send(OtherCoordinator, new AcceptTransfer(Guid.CreateVersion7(), id, Outsider.Id))), Is.EqualTo("transfer.too-early"));
    }

    [Test]
    public async Task Keeps_its_note_out_of_the_history_and_its_looks_in_the_access_log()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        var id = await Pga.Send(Coordinator, Propose([traject], Rio, OtherRio, AssignmentRoles.Rio));
        await Pga.Send(OtherRio, new GetTransfer(id));
        await Pga.Send(OtherRio, new DeclineTransfer(Guid.CreateVersion7(), id, "Geheime reden"));

        var history = await Pga.Read(db => db.History.Where(h => h.EntityId == id).OrderBy(h => h.Id).ToListAsync());
        Assert.That(history.Select(h => h.Event), Is.EqualTo(new[] { "transfer.proposed", "transfer.declined" }));
        Assert.That(history.Select(h => h.OldValues + h.NewValues + h.Reason), Has.None.Contain("Geheime").And.None.Contain("Belt"));
        var looks = await Pga.Read(db => db.AccessLog.CountAsync(l => l.ActorId == OtherRio.Id && l.Request == nameof(GetTransfer) && l.ClientId == Client.Id));
        Assert.That(looks, Is.EqualTo(1), "the note is about this client, named or not");
    }

    [Test]
    public async Task In_bulk_divides_what_nobody_has()
    {
        var trajects = Enumerable.Range(0, 4).Select(_ => Of(Expert)).ToList();
        await GivenTeam([.. trajects]);
        Assert.That((await Unmanned()).Single(u => u.Role == AssignmentRoles.Process).Count, Is.EqualTo(4));

        var bulk = new AssignCases(Guid.CreateVersion7(), AssignmentRoles.Process, null, [.. trajects.Select(t => t.Id)], false, [Coordinator.Id, Colleague.Id], Today);
        await Pga.Send(Coordinator, bulk);

        Assert.That((await Unmanned()).Single(u => u.Role == AssignmentRoles.Process).Count, Is.Zero);
        var team = (await Pga.Send(Coordinator, new GetTeam())).Workers.ToDictionary(w => w.Name, w => w.Total);
        Assert.That((team["Coördinator Een"], team["Expert Twee"], team["Expert Een"]), Is.EqualTo((2, 2, 4)));
        var again = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, bulk with { CommandId = Guid.CreateVersion7() }));
        Assert.That(again.Values, Has.Count.EqualTo(4));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Expert, bulk with { CommandId = Guid.CreateVersion7() }));
    }

    [Test]
    public async Task In_bulk_is_all_or_nothing()
    {
        var good = Of(Expert);
        var elsewhere = Of(Outsider, team: "team-2");
        await GivenTeam(good, elsewhere);

        var bulk = new AssignCases(Guid.CreateVersion7(), AssignmentRoles.Process, null, [good.Id, elsewhere.Id], false, [Colleague.Id], Today);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Coordinator, bulk));
        Assert.That((await Stored(good)).Assignments, Has.Count.EqualTo(1));
        Assert.That(await Refusal(Pga.Send(Coordinator, bulk with { TrajectIds = [good.Id], From = Today.AddDays(-1) })), Is.EqualTo("transfer.starts-on"));
        Assert.That(await Refusal(Pga.Send(Coordinator, bulk with { TrajectIds = [good.Id], ToStaffIds = [] })), Is.EqualTo("transfer.receiver"));
        Assert.That(await Refusal(Pga.Send(Coordinator, bulk with { TrajectIds = null })), Is.EqualTo("transfer.no-cases"));
        Assert.That(await Refusal(Pga.Send(Coordinator, bulk with { TrajectIds = null, All = true })), Is.EqualTo("transfer.from"));
    }

    private async Task<IReadOnlyList<UnmannedRole>> Unmanned() => (await Pga.Send(Coordinator, new GetTeam())).Unmanned;

    private Task Accept(StaffMember who, Guid id) => Pga.Send(who, new AcceptTransfer(Guid.CreateVersion7(), id));

    private ProposeTransfer Propose(IReadOnlyList<Traject> trajects, StaffMember? from, StaffMember? to, string role = AssignmentRoles.Case) =>
        new(Guid.CreateVersion7(), role, from?.Id, [.. trajects.Select(t => t.Id)], false, to is null ? null : [to.Id], null, Today, Note);
}
