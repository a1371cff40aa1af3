using Microsoft.EntityFrameworkCore;
using Pga.Application.Outflow;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Staff;
using Pga.Application.Tasks;
using Pga.Application.Tests.Trajects;
using Pga.Application.Trajects;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Contacts;
using Pga.Domain.Plans;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Tasks;

/// <summary>What each part says there is to do, for whom, and that it is gone once the facts say that it was done.</summary>
internal sealed class DueTasksTests : TeamTest
{
    private DateTime Now => Pga.Clock.GetUtcNow().UtcDateTime;

    [Test]
    public async Task Are_of_an_action_who_does_it_until_it_is_closed()
    {
        var traject = Of(Expert);
        var late = Item(traject, Colleague, "Bellen met de woningbouw", -2);
        await GivenTeam([traject, .. late, .. Item(traject, Colleague, "Formulier halen", 0), .. Item(traject, Colleague, "Brief sturen", 3), .. Item(traject, Colleague, "Later", 40), .. Item(traject, Expert, "Iets anders", 0)]);

        var today = await Due(Colleague);
        Assert.That(today.Rows.Select(r => (r.Kind, r.Text, r.On)), Is.EqualTo(new[]
        {
            (TaskKinds.Action, "Bellen met de woningbouw", (DateOnly?)Today.AddDays(-2)),
            (TaskKinds.Action, "Formulier halen", Today),
        }), "late first");
        Assert.That(today.Rows[0].About, Has.Property("Name").EqualTo("Noor Voorbeeld").And.Property("TrajectId").EqualTo(traject.Id));
        Assert.That(today.Counts, Is.EquivalentTo(new Dictionary<string, int> { [DueSpans.Today] = 2, [DueSpans.Overdue] = 1, [DueSpans.Week] = 3, [DueSpans.All] = 4 }));
        Assert.That((await Due(Colleague, DueSpans.Overdue)).Rows.Single().Text, Is.EqualTo("Bellen met de woningbouw"));
        Assert.That((await Due(Colleague, DueSpans.Week)).Rows[^1].Text, Is.EqualTo("Brief sturen"));

        var id = ((WorkItem)late[1]).Id;
        var version = await Pga.Read(db => db.WorkItems.Where(w => w.Id == id).Select(w => w.Version).SingleAsync());
        await Pga.Send(Expert, new CloseWorkItem(Guid.CreateVersion7(), traject.Id, id, version, WorkOutcomes.Done, Today));
        Assert.That((await Due(Colleague)).Rows.Single().Text, Is.EqualTo("Formulier halen"));
    }

    [Test]
    public async Task Are_the_worker_s_own_contacts_with_what_was_not_recorded()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject, Planned(traject, Rio, -1), Planned(traject, Rio, 0), Planned(traject, Rio, 5), Planned(traject, OtherRio, 0));

        Assert.That((await Due(Rio)).Rows.Where(r => r.Kind is TaskKinds.Contact or TaskKinds.Unlogged).Select(r => (r.Kind, r.Text, r.On, r.At)), Is.EqualTo(new[]
        {
            (TaskKinds.Contact, "Gesprek op kantoor", (DateOnly?)Today, (TimeOnly?)new TimeOnly(15, 0)),
            (TaskKinds.Unlogged, "Gepland contact vastleggen: gesprek op kantoor", Today.AddDays(-1), new TimeOnly(15, 0)),
        }), "where one is expected today comes first");
        Assert.That((await Due(OtherRio)).Total, Is.Zero, "they can't see the dossier, so not the appointment either");
    }

    [Test]
    public async Task Are_the_steps_of_the_worklist_for_who_carries_the_case_and_the_evaluation_also_for_procesregie()
    {
        var traject = Of(Expert);
        traject.Assign(Guid.CreateVersion7(), Coordinator.Id, AssignmentRoles.Process, new DateOnly(2025, 3, 3));
        traject.Assign(Guid.CreateVersion7(), Colleague.Id, AssignmentRoles.Member, new DateOnly(2025, 3, 3));
        var attempt = new ContactMoment(Guid.CreateVersion7(), traject.Id, Expert.Id, Now.AddDays(-3),
            new ContactDetails(ContactCodes.HomeVisit, Now.AddDays(-3), "nobody-home", NextStep: "Nog eens langsgaan", NextStepDue: Today.AddDays(-1)));
        await GivenTeam(traject, attempt);

        Assert.That((await Due(Expert)).Rows.Select(r => (r.Kind, r.On)), Is.EqualTo(new[]
        {
            (TaskKinds.Plan, (DateOnly?)new DateOnly(2025, 4, 2)),
            (TaskKinds.StartAssessment, new DateOnly(2025, 4, 2)),
            (TaskKinds.Evaluation, new DateOnly(2025, 6, 3)),
            (TaskKinds.Agreed, Today.AddDays(-1)),
        }));
        Assert.That((await Due(Coordinator)).Rows.Select(r => r.Kind), Is.EqualTo(new[] { TaskKinds.Evaluation }));
        Assert.That((await Due(Colleague)).Total, Is.Zero, "a member of the team has actions of their own");
        Assert.That((await Due(Outsider)).Total, Is.Zero);
    }

    [Test]
    public async Task Go_to_the_replacement_and_from_the_replaced_when_they_stop()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);

        await Pga.Send(Coordinator, new MakeAbsence(Guid.CreateVersion7(), Rio.Id, Today, Today.AddDays(3), OtherRio.Id));

        var their = await Due(OtherRio, DueSpans.All);
        Assert.That(their.Rows.Where(r => r.About is not null).Select(r => r.About!.TrajectId).Distinct(), Is.EqualTo(new[] { traject.Id }));
        Assert.That(their.Rows.Where(r => r.Kind == TaskKinds.Absence).Select(r => (r.Text, r.On, r.SubjectId)), Is.EqualTo(new[]
        {
            ("U vervangt Rio Een", (DateOnly?)Today, (Guid?)null),
            ("Laatste dag dat u Rio Een vervangt", Today.AddDays(3), null),
        }));
        Assert.That((await Due(Coordinator, DueSpans.All)).Rows.Count(r => r.Kind == TaskKinds.Absence && r.SubjectId is not null), Is.EqualTo(2));
        Pga.Clock.Advance(TimeSpan.FromDays(4));
        Assert.That((await Due(OtherRio, DueSpans.All)).Total, Is.Zero, "at the next request");
    }

    [Test]
    public async Task Are_a_transfer_to_answer()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        var id = await Pga.Send(Coordinator, new ProposeTransfer(Guid.CreateVersion7(), AssignmentRoles.Case, Expert.Id, [traject.Id], false, [Colleague.Id], null, Today.AddDays(2), "Let op"));

        var task = (await Due(Colleague, DueSpans.Week)).Rows.Single();
        Assert.That((task.Kind, task.Text, task.On, task.SubjectId, task.About), Is.EqualTo((TaskKinds.Transfer, "Antwoorden op een overdracht van 1 traject", (DateOnly?)Today.AddDays(2), (Guid?)id, (TaskClient?)null)));
        Assert.That((await Due(Expert, DueSpans.Week)).Rows.Select(r => r.Kind), Does.Not.Contain(TaskKinds.Transfer));
    }

    [Test]
    public async Task Are_an_outflow_to_confirm_and_never_one_s_own_proposal()
    {
        var (theirs, own) = (Of(Expert), Of(Colleague));
        await GivenTeam(theirs, own, A.Assessment(theirs, Today, Moments.End), A.Assessment(own, Today, Moments.End));
        await Pga.Send(Expert, new ProposeOutflow(Guid.CreateVersion7(), theirs.Id, await Version(theirs), Today, "goals-achieved"));
        await Pga.Send(Coordinator, new ProposeOutflow(Guid.CreateVersion7(), own.Id, await Version(own), Today, "goals-achieved"));

        Assert.That((await Due(Coordinator)).Rows.Where(r => r.Kind == TaskKinds.Outflow).Select(r => r.About!.TrajectId), Is.EqualTo(new[] { theirs.Id }));
        Assert.That((await Due(OtherCoordinator)).Total, Is.Zero);
    }

    [Test]
    public async Task Are_a_line_for_each_list_of_the_triage()
    {
        var traject = new Traject(Guid.CreateVersion7(), "T-wacht", Client.Id, Programmes.LocalPga, Today.AddDays(-6), "school", "team-1");
        traject.GroundIn("Overlast", "Rust", "postponed", "Nog niet veilig", Today.AddDays(-1));
        traject.ForTriage(Today.AddDays(-1));
        traject.Assign(Guid.CreateVersion7(), Expert.Id, AssignmentRoles.Case, Today.AddDays(-6));
        await GivenTeam(traject);

        Assert.That((await Due(Coordinator)).Rows.Select(r => (r.Kind, r.Text, r.On, r.About)), Is.EquivalentTo(new[]
        {
            (TaskKinds.Triage, "1 aanmelding bespreken in de triage", (DateOnly?)Today.AddDays(-1), (TaskClient?)null),
            (TaskKinds.InformedOfTeam, "1 persoon in het team nog informeren", Today.AddDays(-1), null),
        }));
        Assert.That((await Due(Expert)).Rows.Select(r => (r.Kind, r.On)), Is.EqualTo(new[] { (TaskKinds.Informed, (DateOnly?)Today.AddDays(-1)) }));
        Assert.That((await Due(OtherCoordinator)).Total, Is.Zero);
    }

    [Test]
    public async Task Are_a_safety_agreement_that_ends_soon()
    {
        var traject = Of(Rio, Programmes.Rio);
        Client.AgreeOnSafety("Altijd met zijn tweeën", Today.AddDays(10));
        await GivenTeam(traject);

        Assert.That((await Due(Rio, DueSpans.All)).Rows.Where(r => r.Kind == TaskKinds.Safety).Select(r => r.On), Is.EqualTo(new[] { (DateOnly?)Today.AddDays(10) }));
        Assert.That((await Due(Rio, DueSpans.Week)).Rows.Select(r => r.Kind), Does.Not.Contain(TaskKinds.Safety));
    }

    [Test]
    public async Task Are_a_spreekuur_of_today()
    {
        await GivenTeam();
        var institution = await Pga.Read(db => db.Institutions.AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Code).FirstAsync());
        var mine = new Spreekuur(Guid.CreateVersion7(), institution.Id, Now.AddHours(2), Rio.Id);
        await Pga.Given(mine, new Spreekuur(Guid.CreateVersion7(), institution.Id, Now.AddDays(-1), Rio.Id), new Spreekuur(Guid.CreateVersion7(), institution.Id, Now.AddHours(2), OtherRio.Id));

        var task = (await Due(Rio)).Rows.Single();
        Assert.That((task.Kind, task.Text, task.At, task.SubjectId), Is.EqualTo((TaskKinds.Spreekuur, $"Spreekuur in {institution.Name}", (TimeOnly?)new TimeOnly(12, 0), (Guid?)mine.Id)));
    }

    [Test]
    public async Task Are_for_the_offices_a_number_without_a_person()
    {
        var (manager, administrator, officer) = (A.Staff(StaffRoles.Manager, null), A.Staff(StaffRoles.Administrator, null), A.Staff(StaffRoles.PrivacyOfficer, null));
        var imported = new StaffMember(Guid.CreateVersion7(), "import@pga.example", "Uit Import", [StaffRoles.PgaExpert], null, null, active: false);
        await GivenTeam(manager, administrator, officer, imported, new Partner(Guid.CreateVersion7(), "nieuw", "Nieuwe partner", 990, needsReview: true));

        Assert.That((await Due(administrator)).Rows.Select(r => (r.Kind, r.Text)), Is.EqualTo(new[]
        {
            (TaskKinds.Accounts, "1 medewerker uit een import heeft nog geen account"),
            (TaskKinds.Catalogues, "1 regel in een catalogus nog controleren"),
        }));
        Assert.That((await Due(manager)).Total, Is.Zero);
        Assert.That((await Due(officer)).Total, Is.Zero);
    }

    [Test]
    public async Task Are_listed_by_25_and_log_only_who_is_on_the_page()
    {
        var traject = Of(Expert);
        await GivenTeam([traject, .. Enumerable.Range(0, 30).SelectMany(i => Item(traject, Colleague, $"Actie {i:D2}", 0))]);

        var (first, second) = (await Due(Colleague), await Pga.Send(Colleague, new GetDueTasks(DueSpans.Today, 2)));

        Assert.That((first.Rows.Count, first.Total, first.Pages, second.Rows.Count, second.Rows[0].Text), Is.EqualTo((25, 30, 2, 5, "Actie 25")));
        Assert.That(await Pga.Read(db => db.AccessLog.Where(l => l.ActorId == Colleague.Id).Select(l => l.ClientId).Distinct().ToListAsync()), Is.EqualTo(new[] { (Guid?)Client.Id }));
    }

    [Test]
    public async Task Refuse_a_list_that_is_not_there()
    {
        await GivenTeam();

        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, new GetDueTasks("gisteren")))!.Errors.Single().Text, Is.EqualTo("Deze lijst bestaat niet."));
    }

    [Test]
    public async Task Are_for_staff_only()
    {
        await GivenTeam();

        Assert.ThrowsAsync<Forbidden>(() => Pga.SendUnsigned(new GetDueTasks()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.SendAsSystem(new GetDueTasks()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.SendAsSystem(new GetWhetherDue()));
    }

    private Task<DueTasks> Due(StaffMember who, string span = DueSpans.Today) => Pga.Send(who, new GetDueTasks(span));

    /// <summary>An action with the goal it belongs to, agreed upon when its day had yet to come.</summary>
    private object[] Item(Traject traject, StaffMember owner, string text, int due)
    {
        var then = Now.AddDays(-30);
        var goal = new Goal(Guid.CreateVersion7(), traject.Id, traject.Programme, new GoalDetails("huisvesting", "Een eigen plek", null, Today.AddDays(60)), null, then);
        return [goal, new WorkItem(Guid.CreateVersion7(), traject.Id, goal.Id, text, new WorkOwner(OwnerKinds.Staff, owner.Id), Today.AddDays(due), null, then)];
    }

    private ContactMoment Planned(Traject traject, StaffMember by, int days)
    {
        var at = new DateTime(Today.AddDays(days), new TimeOnly(14, 0), DateTimeKind.Utc);
        return new ContactMoment(Guid.CreateVersion7(), traject.Id, by.Id, at.AddDays(-10), new ContactDetails("office", at, null));
    }
}
