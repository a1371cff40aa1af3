using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Application.Trajects;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

/// <summary>Counts of a team, lists to divide, transfers and replacements show nobody more than their dossiers do.</summary>
internal sealed class VisibilityTeamTests : SliceTest
{
    private VisibilityWorld _world = null!;

    [SetUp]
    public async Task GivenWorld()
    {
        _world = new VisibilityWorld(Pga.Clock);
        await Pga.Given(_world.Entities);
    }

    private IEnumerable<StaffMember> Coordinators => _world.Users.Where(u => u.Roles.Contains(StaffRoles.Coordinator));

    [Test]
    public async Task Counts_of_a_team_are_of_what_its_coordinator_may_open_and_equal_the_list_behind_them()
    {
        var counted = 0;
        foreach (var coordinator in Coordinators)
        {
            var team = await Pga.Send(coordinator, new GetTeam());
            Assert.That(team.Workers.Select(w => w.StaffId), Is.EquivalentTo(_world.Users.Where(u => u.Team == coordinator.Team).Select(u => u.Id)));
            foreach (var worker in _world.Users.Where(u => u.Team == coordinator.Team))
            {
                var theirs = _world.Trajects.Where(t => !t.IsEnded && _world.IsAssigned(worker, t)).ToList();
                var caseload = team.Workers.Single(w => w.StaffId == worker.Id);
                var visible = theirs.Where(t => _world.MaySee(coordinator, t)).Select(t => t.Id).ToList();
                Assert.That(caseload.Total, Is.EqualTo(visible.Count));
                Assert.That(caseload.LocalPga + caseload.TopX + caseload.Rio, Is.EqualTo(caseload.Total));
                // The list is the team's and the coordinator's own; a colleague's work elsewhere isn't on it.
                Assert.That((await Pga.Send(coordinator, new GetWorklist(Worker: worker.Id))).Rows.Select(r => r.TrajectId), Is.EquivalentTo(visible));
                counted += caseload.Total;
            }
        }

        Assert.That(counted, Is.InRange(8, 60), "Neither everything nor nothing, or this test says little.");
    }

    [Test]
    public async Task Lists_to_divide_hold_what_the_coordinator_may_change()
    {
        foreach (var coordinator in Coordinators)
        {
            foreach (var worker in _world.Users.Where(u => u.Team == coordinator.Team))
            {
                var theirs = _world.Trajects.Where(t => !t.IsEnded && _world.IsAssigned(worker, t) && _world.MayWrite(coordinator, t)).ToList();
                var list = await Pga.Send(coordinator, new GetTeamCases(AssignmentRoles.Case, worker.Id));
                Assert.That(list.Rows.Select(r => r.TrajectId), Is.EquivalentTo(theirs.Where(t => !t.Restricted).Select(t => t.Id)));
                Assert.That((list.Total, list.Restricted), Is.EqualTo((list.Rows.Count, theirs.Count(t => t.Restricted))));
            }

            foreach (var role in new[] { AssignmentRoles.Case, AssignmentRoles.Rio, AssignmentRoles.Process })
            {
                var nobodys = _world.Trajects.Where(t => !t.IsEnded && t.Team == coordinator.Team && _world.MaySee(coordinator, t)
                    && (t.Programme == Programmes.Rio) == (role == AssignmentRoles.Rio)
                    && !t.Assignments.Any(a => a.Role == role && (a.Until is null || a.Until >= Today))).ToList();
                var list = await Pga.Send(coordinator, new GetTeamCases(role));
                Assert.That(list.Rows.Select(r => r.TrajectId), Is.EquivalentTo(nobodys.Where(t => !t.Restricted).Select(t => t.Id)));
                Assert.That((await Pga.Send(coordinator, new GetTeam())).Unmanned.Single(u => u.Role == role).Count, Is.EqualTo(list.Total + list.Restricted));
            }
        }
    }

    [Test]
    public async Task Of_a_transfer_everybody_sees_the_cases_that_they_may_open_and_of_the_others_a_number()
    {
        var random = new Random(7);
        var now = Pga.Clock.GetUtcNow().UtcDateTime;
        var transfers = Enumerable.Range(0, 30).Select(_ => Make(random, now)).ToList();
        await Pga.Given([.. transfers]);

        var seen = 0;
        foreach (var user in _world.Users)
        {
            var visible = _world.VisibleTo(user);
            foreach (var transfer in transfers)
            {
                var cases = transfer.Cases.Select(c => c.TrajectId).ToList();
                var asked = transfer.ToStaffId == user.Id || (transfer.ToTeam is not null && transfer.ToTeam == user.Team && user.Roles.Contains(StaffRoles.Coordinator));
                var involved = asked || transfer.FromStaffId == user.Id || transfer.ProposedById == user.Id;
                var view = await Open(user, transfer);
                Assert.That(view is not null, Is.EqualTo((transfer.ClosedAt is null && involved) || cases.Exists(visible.Contains)));
                if (view is null)
                    continue;
                seen++;
                Assert.That(view.Cases.Select(c => c.TrajectId), Is.EquivalentTo(cases.Where(visible.Contains)));
                Assert.That(view.Hidden, Is.EqualTo(cases.Count - view.Cases.Count));
                Assert.That(view.Note is not null, Is.EqualTo(
                    cases.TrueForAll(visible.Contains) || (asked && (transfer.ClosedAt is null || (transfer.Outcome == TransferOutcomes.Accepted && cases.Exists(visible.Contains))))));
            }

            Assert.That((await Pga.Send(user, new GetTransfers())).ToAnswer, Has.Count.EqualTo(transfers.Count(t => t.ClosedAt is null
                && (t.ToStaffId == user.Id || (t.ToTeam is not null && t.ToTeam == user.Team && user.Roles.Contains(StaffRoles.Coordinator))))));
        }

        Assert.That(seen, Is.InRange(60, 240), "Neither everything nor nothing, or this test says little.");
    }

    [Test]
    public async Task A_replacement_sees_what_the_absent_one_works_on_and_nothing_more()
    {
        var extra = 0;
        foreach (var worker in _world.Users.Where(u => u.Roles.Contains(StaffRoles.PgaExpert) && u.Team is not null))
        {
            // A traject of their own team a colleague could read already; so the replacement is moved in from nowhere.
            var by = A.Staff(StaffRoles.PgaExpert, worker.Team);
            await Pga.Given(by);
            var before = _world.VisibleTo(by);
            var id = await Pga.Send(worker, new MakeAbsence(Guid.CreateVersion7(), worker.Id, Today, Today.AddDays(5), by.Id));

            var theirs = _world.Trajects.Where(t => !t.IsEnded && !t.Restricted && _world.IsAssigned(worker, t)).Select(t => t.Id).ToHashSet();
            Assert.That(await Opened(by), Is.EquivalentTo(before.Union(theirs)));
            Assert.That((await Pga.Send(by, new GetWorklist())).Rows.Select(r => r.TrajectId), Is.EquivalentTo(theirs));
            var view = await Pga.Send(worker, new GetAbsence(id));
            Assert.That(view.Cases.Where(c => c.By is not null).Select(c => c.TrajectId), Is.SupersetOf(theirs));
            Assert.That(view.Cases.Select(c => c.TrajectId), Is.SubsetOf(_world.Trajects.Where(t => _world.MayWrite(worker, t)).Select(t => t.Id)));
            extra += theirs.Except(before).Count();

            await Pga.Send(worker, new EndAbsence(Guid.CreateVersion7(), id));
            Assert.That(await Opened(by), Is.EquivalentTo(before));
        }

        Assert.That(extra, Is.GreaterThan(3));
    }

    private Transfer Make(Random random, DateTime now)
    {
        var trajects = _world.Trajects.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(t => t.Id).ToList();
        var (from, to) = (Somebody(random), Somebody(random));
        while (to == from)
            to = Somebody(random);
        var toTeam = random.Next(3) == 0 ? $"team-{random.Next(1, 4)}" : null;
        var transfer = new Transfer(
            Guid.CreateVersion7(),
            new TransferProposal(from.Id, toTeam is null ? to.Id : null, toTeam, from.Team ?? "team-1", AssignmentRoles.Case, trajects, Today, "Notitie"),
            from.Id, now);
        switch (random.Next(4))
        {
            case 0:
                transfer.Accept(trajects.ToHashSet(), to.Id, now);
                break;
            case 1:
                transfer.Decline("Nee", to.Id, now);
                break;
        }

        return transfer;
    }

    private StaffMember Somebody(Random random) => _world.Users[random.Next(_world.Users.Count)];

    private async Task<TransferView?> Open(StaffMember user, Transfer transfer)
    {
        try
        {
            return await Pga.Send(user, new GetTransfer(transfer.Id));
        }
        catch (NotFound)
        {
            return null;
        }
    }

    private async Task<List<Guid>> Opened(StaffMember user)
    {
        var opened = new List<Guid>();
        foreach (var traject in _world.Trajects)
        {
            try
            {
                opened.Add((await Pga.Send(user, new GetIdentity(traject.Id))).TrajectId);
            }
            catch (NotFound)
            {
                // Not theirs.
            }
        }

        return opened;
    }
}
