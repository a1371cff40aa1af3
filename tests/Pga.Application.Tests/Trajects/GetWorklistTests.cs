using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Detention;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

internal sealed class GetWorklistTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);

    [Test]
    public async Task Is_refused_without_the_permission()
    {
        var manager = A.Staff(StaffRoles.Manager);
        await Pga.Given(manager);

        Assert.That(() => Pga.Send(manager, new GetWorklist()), Throws.TypeOf<Forbidden>());
    }

    [Test]
    public async Task Shows_who_it_is_and_the_latest_contact_that_took_place()
    {
        var client = A.Client("Yusuf", "Voorbeeld", "2026-0412", new DateOnly(2005, 3, 4), "zuidwest");
        var traject = A.Traject(client, _expert);
        await Pga.Given(_expert, client, traject, Contact(traject, -40), Contact(traject, -10, "nobody-home"), Planned(traject, 5));

        var row = (await Pga.Send(_expert, new GetWorklist())).Rows.Single();

        Assert.That(row.Name, Is.EqualTo("Yusuf Voorbeeld"));
        Assert.That(row.Age, Is.EqualTo(20), "His birthday is tomorrow.");
        Assert.That((row.Number, row.Wijk, row.Programme, row.State), Is.EqualTo(("2026-0412", "zuidwest", Programmes.LocalPga, TrajectStates.Running)));
        Assert.That((row.LastContactOn, row.LastAttemptOn), Is.EqualTo(((DateOnly?)Today.AddDays(-40), (DateOnly?)Today.AddDays(-10))), "an attempt is no contact");
        Assert.That(row.MayWrite);
    }

    [Test]
    public async Task Leaves_out_what_has_ended_and_what_is_no_longer_assigned()
    {
        var clients = new[] { A.Client(), A.Client(), A.Client() };
        var ended = A.Traject(clients[0], _expert, team: "team-2");
        ended.ProposeOutflow(Today, "out-of-sight", null, _expert.Id, Now, new(null, []));
        ended.ConfirmOutflow(Guid.CreateVersion7(), Now);
        var former = A.Traject(clients[1], _expert, team: "team-2");
        former.Assignments[0].EndBy(Today.AddDays(-1));
        var referred = new Traject(Guid.CreateVersion7(), "T-R", clients[2].Id, Programmes.LocalPga, Today, "politie", "team-2");
        referred.Assign(Guid.CreateVersion7(), _expert.Id, AssignmentRoles.Case, Today);
        await Pga.Given([_expert, .. clients, ended, former, referred]);

        var rows = (await Pga.Send(_expert, new GetWorklist())).Rows;

        Assert.That(rows.Select(r => (r.TrajectId, r.State)), Is.EqualTo(new[] { (referred.Id, TrajectStates.Referred) }));
        Assert.That(rows[0].NextStep, Is.Null, "Nothing is asked of a traject that hasn't started.");
    }

    [Test]
    public async Task Lists_a_traject_once_to_whoever_has_two_roles_on_it()
    {
        var client = A.Client();
        var traject = A.Traject(client, _expert);
        traject.Assign(Guid.CreateVersion7(), _expert.Id, AssignmentRoles.Process, Today);
        await Pga.Given(_expert, client, traject);

        Assert.That((await Pga.Send(_expert, new GetWorklist())).Rows, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Shows_an_expert_the_teams_list_only_when_asked_and_to_read()
    {
        var colleague = A.Staff(StaffRoles.PgaExpert);
        var client = A.Client();
        var teams = A.Traject(client, colleague);
        await Pga.Given(_expert, colleague, client, teams, Detained(client));

        var own = await Pga.Send(_expert, new GetWorklist());
        var team = await Pga.Send(_expert, new GetWorklist(Team: true));

        Assert.That((own.Rows.Count, own.HasTeamList), Is.EqualTo((0, true)));
        Assert.That(team.Rows.Single().TrajectId, Is.EqualTo(teams.Id));
        Assert.That(team.Rows.Single().MayWrite, Is.False);
        Assert.That(team.Rows.Single().State, Is.EqualTo(TrajectStates.Running), "Detention is not for who reads along.");
        Assert.That((await Pga.Send(colleague, new GetWorklist())).Rows.Single().State, Is.EqualTo(TrajectStates.InDetention));
    }

    [Test]
    public async Task Shows_a_coordinator_the_teams_trajects_and_those_assigned_from_elsewhere()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator);
        Client[] clients = [A.Client(), A.Client(), A.Client()];
        var teams = A.Traject(clients[0], _expert);
        var assigned = A.Traject(clients[1], coordinator, team: "team-2");
        var foreign = A.Traject(clients[2], team: "team-2");
        await Pga.Given([coordinator, _expert, .. clients, teams, assigned, foreign]);

        var list = await Pga.Send(coordinator, new GetWorklist());

        Assert.That(list.Rows.Select(r => r.TrajectId), Is.EquivalentTo(new[] { teams.Id, assigned.Id }));
        Assert.That(list.Rows.Select(r => r.MayWrite), Is.All.True);
    }

    [Test]
    public async Task Takes_the_soonest_of_what_is_planned_agreed_and_due()
    {
        var (traject, row) = await RowWith(t => [A.Assessment(t, Today.AddDays(-60), Moments.Start), Contact(t, -9, next: "Bellen met school", due: 3), Planned(t, 2)]);
        Assert.That((row.NextStep!.Kind, row.NextStep.Text), Is.EqualTo((NextSteps.Appointment, "Huisbezoek")));
        Assert.That((row.NextStep.On, row.NextStep.At), Is.EqualTo((Today.AddDays(2), new TimeOnly(14, 0))), "The appointment in two days comes before the call in three.");

        await Pga.Given(Contact(traject, -1, next: "Brief sturen", due: 1));
        row = (await Pga.Send(_expert, new GetWorklist())).Rows.Single();
        Assert.That((row.NextStep!.Kind, row.NextStep.Text, row.NextStep.On), Is.EqualTo((NextSteps.Agreed, "Brief sturen", Today.AddDays(1))));
    }

    [Test]
    public async Task Asks_how_a_planned_contact_went_that_has_passed()
    {
        var (_, row) = await RowWith(t => [A.Assessment(t, Today.AddDays(-10), Moments.Start), Planned(t, 2)]);
        Pga.Clock.Advance(TimeSpan.FromDays(5));

        row = (await Pga.Send(_expert, new GetWorklist())).Rows.Single();

        Assert.That((row.NextStep!.Kind, row.NextStep.On), Is.EqualTo((NextSteps.Unlogged, Today.AddDays(-3))));
        Assert.That(row.NextStep.IsOverdue(Today));
    }

    [Test]
    public async Task Drops_an_agreed_step_once_there_is_a_later_contact()
    {
        var (_, row) = await RowWith(t => [A.Assessment(t, Today.AddDays(-10), Moments.Start), Contact(t, -9, next: "Bellen met school", due: -3), Contact(t, -2)]);

        Assert.That((row.NextStep!.Kind, row.Overdue), Is.EqualTo((NextSteps.Evaluation, false)));
    }

    [Test]
    public async Task Says_that_an_agreed_step_is_overdue_from_the_day_after()
    {
        var (_, row) = await RowWith(t => [A.Assessment(t, Today.AddDays(-10), Moments.Start), Contact(t, -9, next: "Bellen met school", due: 0)]);
        Assert.That((row.NextStep!.Text, row.Overdue), Is.EqualTo(("Bellen met school", false)));

        Pga.Clock.Advance(TimeSpan.FromDays(1));
        row = (await Pga.Send(_expert, new GetWorklist())).Rows.Single();
        Assert.That((row.NextStep!.Text, row.Overdue), Is.EqualTo(("Bellen met school", true)));
    }

    [TestCase(30, false)]
    [TestCase(31, true)]
    public async Task Asks_for_the_start_assessment_that_is_missing(int daysRunning, bool overdue)
    {
        var (_, row) = await RowWith(_ => [], Today.AddDays(-daysRunning));

        Assert.That((row.NextStep!.Kind, row.Overdue), Is.EqualTo((NextSteps.StartAssessment, overdue)));
    }

    [Test]
    public async Task Asks_for_an_evaluation_three_months_after_the_latest_current_assessment()
    {
        var (_, row) = await RowWith(t =>
        {
            var wrong = A.Assessment(t, Today.AddDays(-5), Moments.Interim);
            var right = A.Assessment(t, new DateOnly(2025, 11, 30), Moments.Interim);
            wrong.SupersedeBy(right, "Verkeerde datum");
            return [A.Assessment(t, new DateOnly(2025, 3, 10), Moments.Start), wrong, right];
        });

        Assert.That((row.NextStep!.Kind, row.NextStep.On, row.Overdue), Is.EqualTo((NextSteps.Evaluation, new DateOnly(2026, 2, 28), true)));
    }

    [Test]
    public async Task Does_not_count_a_superseded_contact()
    {
        var (_, row) = await RowWith(t =>
        {
            var wrong = Contact(t, -2, next: "Verkeerde stap", due: 1);
            return [A.Assessment(t, Today.AddDays(-10), Moments.Start), wrong, wrong.Correct(Guid.CreateVersion7(), _expert.Id, Now, Details(-6, ContactCodes.Held, "Goede stap", 4), "Verkeerde dag")];
        });

        Assert.That((row.LastContactOn, row.NextStep!.Text), Is.EqualTo((Today.AddDays(-6), "Goede stap")));
    }

    [Test]
    public async Task Counts_leefgebieden_up_down_and_same_between_the_start_and_the_latest_assessment()
    {
        var (_, row) = await RowWith(t =>
        [
            A.Assessment(t, Today.AddDays(-300), Moments.Start, 3),
            A.Assessment(t, Today.AddDays(-200), Moments.Interim, 1),
            A.Assessment(t, Today.AddDays(-20), Moments.Interim, 3, ("huisvesting", 5), ("gezin", 4), ("zelfzorg", 1)),
        ]);

        Assert.That((row.Up, row.Down, row.Same), Is.EqualTo((2, 1, 9)));
    }

    [Test]
    public async Task Counts_nothing_with_only_one_assessment()
    {
        var (_, row) = await RowWith(t => [A.Assessment(t, Today.AddDays(-20), Moments.Start)]);

        Assert.That((row.Up, row.Down, row.Same), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public async Task Filters_by_wijk_latest_low_level_and_state()
    {
        Client[] clients = [A.Client(wijk: "overvecht"), A.Client(wijk: "zuid"), A.Client(wijk: null)];
        var trajects = clients.Select(c => A.Traject(c, _expert)).ToArray();
        await Pga.Given([_expert, .. clients, .. trajects,
            A.Assessment(trajects[0], Today.AddDays(-90), Moments.Start, 3, ("gezin", 1)), A.Assessment(trajects[0], Today.AddDays(-9), Moments.Interim, 3, ("zelfzorg", 2)),
            A.Assessment(trajects[1], Today.AddDays(-90), Moments.Start, 3, ("gezin", 2)), Detained(clients[1])]);

        Assert.That(await Found(new GetWorklist(Wijk: "zuid")), Is.EqualTo(new[] { trajects[1].Id }));
        Assert.That(await Found(new GetWorklist(Wijk: "onbekend")), Is.EqualTo(new[] { trajects[2].Id }));
        Assert.That(await Found(new GetWorklist(Leefgebied: "gezin")), Is.EqualTo(new[] { trajects[1].Id }), "Of the first it isn't low any more.");
        Assert.That(await Found(new GetWorklist(Leefgebied: "zelfzorg")), Is.EqualTo(new[] { trajects[0].Id }));
        Assert.That(await Found(new GetWorklist(State: TrajectStates.InDetention)), Is.EqualTo(new[] { trajects[1].Id }));
        Assert.That(() => Found(new GetWorklist(Wijk: "atlantis")), Throws.TypeOf<Invalid>());
    }

    [Test]
    public async Task Counts_and_filters_what_asks_for_attention()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator);
        var clients = Enumerable.Range(0, 6).Select(_ => A.Client()).ToArray();
        var t = clients.Select(c => A.Traject(c, _expert)).ToArray();
        t[4].ProposeOutflow(Today, "out-of-sight", null, _expert.Id, Now, new(null, []));
        t[5].ProposeOutflow(Today, "out-of-sight", null, coordinator.Id, Now, new(null, []));
        await Pga.Given([coordinator, _expert, .. clients, .. t,
            .. t.Select(x => A.Assessment(x, x == t[3] ? Today.AddDays(-80) : Today.AddDays(-9), Moments.Start)),
            Contact(t[0], -21, next: "Bellen", due: -1), Contact(t[1], -22), Contact(t[2], -1), Planned(t[2], 0), Contact(t[3], -1), Contact(t[4], -1), Contact(t[5], -1)]);

        var list = await Pga.Send(coordinator, new GetWorklist(Attention: Attentions.Silent));

        Assert.That(list.Tiles.ToDictionary(x => x.Attention, x => x.Count), Is.EqualTo(new Dictionary<string, int>
        {
            [Attentions.Overdue] = 1,
            [Attentions.Silent] = 1,
            [Attentions.Today] = 1,
            [Attentions.Evaluation] = 1,
            [Attentions.Confirm] = 1,
        }), "Over the whole list, whatever it is filtered by.");
        Assert.That(list.Rows.Select(r => r.TrajectId), Is.EqualTo(new[] { t[1].Id }));
        Assert.That((list.Total, list.All), Is.EqualTo((1, 6)));
        Assert.That(await Found(new GetWorklist(Attention: Attentions.Overdue)), Is.EqualTo(new[] { t[0].Id }));
        Assert.That(await Found(new GetWorklist(Attention: Attentions.Today)), Is.EqualTo(new[] { t[2].Id }));
        Assert.That(await Found(new GetWorklist(Attention: Attentions.Evaluation)), Is.EqualTo(new[] { t[3].Id }));
        Assert.That((await Pga.Send(coordinator, new GetWorklist(Attention: Attentions.Confirm))).Rows.Select(r => r.TrajectId), Is.EqualTo(new[] { t[4].Id }), "One's own proposal is for another.");
        Assert.That((await Pga.Send(_expert, new GetWorklist())).Tiles.Select(x => x.Attention), Has.No.Member(Attentions.Confirm));
    }

    [Test]
    public async Task Calls_a_traject_without_any_contact_silent_after_three_weeks()
    {
        var (_, row) = await RowWith(_ => [], Today.AddDays(-21));
        Assert.That(row.Silent, Is.False);

        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Pga.Send(_expert, new GetWorklist())).Rows.Single().Silent);
    }

    [Test]
    public async Task Sorts_by_next_step_or_else_by_name_or_last_contact()
    {
        Client[] clients = [A.Client("Émile", "Aa"), A.Client("anna", "Bb"), A.Client("Zoë", "Cc")];
        var t = clients.Select(c => A.Traject(c, _expert)).ToArray();
        await Pga.Given([_expert, .. clients, .. t, Contact(t[0], -3, next: "Derde", due: -1), Contact(t[1], -9, next: "Eerste", due: -5), Contact(t[2], -5, next: "Tweede", due: -2),
            .. t.Select(x => A.Assessment(x, Today.AddDays(-9), Moments.Start))]);

        Assert.That(await Found(new GetWorklist()), Is.EqualTo(new[] { t[1].Id, t[2].Id, t[0].Id }));
        Assert.That(await Found(new GetWorklist(Sort: WorklistSorts.Name)), Is.EqualTo(new[] { t[1].Id, t[0].Id, t[2].Id }));
        Assert.That(await Found(new GetWorklist(Sort: WorklistSorts.Contact)), Is.EqualTo(new[] { t[1].Id, t[2].Id, t[0].Id }));
    }

    [Test]
    public async Task Turns_pages_and_logs_a_line_for_each_client_shown()
    {
        var clients = Enumerable.Range(0, 27).Select(i => A.Client("Kim", $"Voorbeeld{i:D2}")).ToArray();
        await Pga.Given([_expert, .. clients, .. clients.Select(c => A.Traject(c, _expert))]);

        var second = await Pga.Send(_expert, new GetWorklist(Sort: WorklistSorts.Name, Page: 2));

        Assert.That(second.Rows.Select(r => r.ClientId), Is.EqualTo(new[] { clients[25].Id, clients[26].Id }));
        Assert.That((second.Total, second.Page, second.Pages), Is.EqualTo((27, 2, 2)));
        var lines = await Pga.Read(db => db.AccessLog.Where(l => l.Request == nameof(GetWorklist)).ToListAsync());
        Assert.That(lines.Select(l => l.ClientId), Is.EquivalentTo(new Guid?[] { clients[25].Id, clients[26].Id }));
        Assert.That((await Pga.Send(_expert, new GetWorklist(Page: 9))).Page, Is.EqualTo(2), "Past the end is the last page.");
    }

    [TestCase(StaffRoles.PgaExpert, false)]
    [TestCase(StaffRoles.PgaExpert, true)]
    [TestCase(StaffRoles.Rio, false)]
    [TestCase(StaffRoles.Coordinator, false)]
    [Category("Sqlite")]
    public async Task Walks_no_whole_table(string role, bool team)
    {
        TestDatabase.OnlyOnSqlite("Reads SQLite's plans.");
        var plans = new Plans();
        using var pga = new TestPga(services => services.ConfigureDbContext<PgaDbContext>(db => db.AddInterceptors(plans)));
        var staff = A.Staff(role);
        await pga.Given(staff);

        await pga.Send(staff, new GetWorklist(Team: team));

        Assert.That(plans.Scans, Is.Empty);
        Assert.That(plans.Lines, Has.Some.Contains(role == StaffRoles.Coordinator || team ? "IX_Trajects_Team_OutflowConfirmedAt" : "IX_Assignments_StaffId_Until"));
    }

    private DateTime Now => Pga.Clock.GetUtcNow().UtcDateTime;

    private async Task<IEnumerable<Guid>> Found(GetWorklist query) => (await Pga.Send(_expert, query)).Rows.Select(r => r.TrajectId);

    private async Task<(Traject Traject, WorklistRow Row)> RowWith(Func<Traject, object[]> facts, DateOnly? startedOn = null)
    {
        var client = A.Client();
        var traject = A.Traject(client, _expert, startedOn: startedOn);
        await Pga.Given([_expert, client, traject, .. facts(traject)]);
        return (traject, (await Pga.Send(_expert, new GetWorklist())).Rows.Single());
    }

    private ContactMoment Contact(Traject traject, int days, string outcome = ContactCodes.Held, string? next = null, int? due = null) =>
        new(Guid.CreateVersion7(), traject.Id, _expert.Id, Now, Details(days, outcome, next, due));

    private ContactMoment Planned(Traject traject, int days) => new(Guid.CreateVersion7(), traject.Id, _expert.Id, Now, Details(days, null));

    // At 14:00 in Amsterdam ahead, and at 10:00 of a day that was.
    private ContactDetails Details(int days, string? outcome, string? next = null, int? due = null) =>
        new(ContactCodes.HomeVisit, Now.AddDays(days).AddHours(outcome is null ? 4 : 0), outcome, "Verslag", null, null, null, next, due is null ? null : Today.AddDays(due.Value));

    private DetentionPeriod Detained(Client client) =>
        new(Guid.CreateVersion7(), client.Id, Pga.Read(db => db.Institutions.Select(i => i.Id).FirstAsync()).Result, Today.AddDays(-9), null, null);
}
