using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Outflow;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Application.Tasks;
using Pga.Application.Tests.Trajects;
using Pga.Application.Trajects;
using Pga.Domain.Assessments;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Tasks;

/// <summary>Who is told of what, and that nobody is told of what isn't theirs.</summary>
internal sealed class NotificationTests : TeamTest
{
    [Test]
    public async Task Tell_who_gets_a_case_and_not_who_gave_it()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);

        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), AssignmentRoles.Rio, OtherRio.Id, Today));
        var before = await Pga.Send(OtherRio, new CountUnread());
        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), AssignmentRoles.Process, Coordinator.Id, Today));

        var list = await Pga.Send(OtherRio, new GetNotifications());
        Assert.That((before, list.Unread, list.Total), Is.EqualTo((1, 1, 1)));
        Assert.That(list.Rows.Single(), Has.Property("Kind").EqualTo(NotificationKinds.Assigned).And.Property("Text").EqualTo("Er is een dossier aan u toegewezen"));
        Assert.That((list.Rows[0].About!.TrajectId, list.Rows[0].About!.Name, list.Rows[0].IsRead), Is.EqualTo((traject.Id, "Noor Voorbeeld", false)));
        Assert.That(await Kinds(Coordinator), Is.Empty, "nobody is told of what they did");
    }

    [Test]
    public async Task Say_nothing_of_a_dossier_that_the_reader_no_longer_sees()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), AssignmentRoles.Rio, OtherRio.Id, Today));
        var id = (await Pga.Send(OtherRio, new GetNotifications())).Rows.Single().Id;

        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), AssignmentRoles.Rio, Rio.Id, Today));

        var list = await Pga.Send(OtherRio, new GetNotifications());
        Assert.That((list.Total, list.Unread, await Pga.Send(OtherRio, new CountUnread())), Is.EqualTo((0, 0, 0)), "neither a row nor a number");
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(OtherRio, new ReadNotification(Guid.CreateVersion7(), id)));
    }

    [Test]
    public async Task Of_a_whole_caseload_are_one()
    {
        var trajects = Enumerable.Range(0, 3).Select(_ => Of(Expert)).ToList();
        await GivenTeam([.. trajects]);

        await Pga.Send(Coordinator, new AssignCases(Guid.CreateVersion7(), AssignmentRoles.Case, Expert.Id, [.. trajects.Select(t => t.Id)], false, [Colleague.Id], Today));

        var list = await Pga.Send(Colleague, new GetNotifications());
        Assert.That(list.Rows.Single(), Has.Property("Kind").EqualTo(NotificationKinds.Assigned).And.Property("About").Null);
    }

    [Test]
    public async Task Tell_of_a_transfer_who_must_answer_and_then_who_asked()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);
        var id = await Pga.Send(Coordinator, Propose(traject, Expert, Colleague));
        Assert.That((await Pga.Send(Colleague, new GetNotifications())).Rows.Single(), Has.Property("Kind").EqualTo(NotificationKinds.TransferProposed).And.Property("SubjectId").EqualTo(id));

        await Pga.Send(Colleague, new DeclineTransfer(Guid.CreateVersion7(), id, "Geen plek"));

        Assert.That(await Kinds(Coordinator), Is.EqualTo(new[] { NotificationKinds.TransferDeclined }));
        Assert.That(await Kinds(Expert), Is.EqualTo(new[] { NotificationKinds.TransferDeclined }));
        Assert.That(await Kinds(Colleague), Is.EqualTo(new[] { NotificationKinds.TransferProposed }), "nothing of their own answer");

        var again = await Pga.Send(Expert, Propose(traject, Expert, Colleague));
        await Pga.Send(Expert, new WithdrawTransfer(Guid.CreateVersion7(), again));
        Assert.That(await Kinds(Colleague), Does.Contain(NotificationKinds.TransferWithdrawn));

        await Pga.Send(Colleague, new AcceptTransfer(Guid.CreateVersion7(), await Pga.Send(Expert, Propose(traject, Expert, Colleague))));
        Assert.That(await Kinds(Expert), Does.Contain(NotificationKinds.TransferAccepted));
        Assert.That(await Kinds(Colleague), Does.Not.Contain(NotificationKinds.Assigned), "they took it themselves");
        Assert.That(JsonSerializer.Serialize(await Pga.Read(db => db.Notifications.IgnoreQueryFilters().ToListAsync())), Does.Not.Contain("Noor").And.Not.Contain("Geen plek"), "no name and no words are kept");
    }

    [Test]
    public async Task Tell_the_coordinators_of_another_team()
    {
        var traject = Of(Expert);
        await GivenTeam(traject);

        await Pga.Send(Coordinator, new ProposeTransfer(Guid.CreateVersion7(), AssignmentRoles.Case, Expert.Id, [traject.Id], false, null, "team-2", Today, "Verhuisd"));

        Assert.That(await Kinds(OtherCoordinator), Is.EqualTo(new[] { NotificationKinds.TransferProposed }));
        Assert.That(await Kinds(Outsider), Is.Empty);
    }

    [Test]
    public async Task Tell_who_replaces_a_colleague()
    {
        await GivenTeam(Of(Expert), Of(Expert));

        await Pga.Send(Coordinator, new MakeAbsence(Guid.CreateVersion7(), Expert.Id, Today, Today.AddDays(7), Colleague.Id));

        Assert.That(await Kinds(Colleague), Is.EqualTo(new[] { NotificationKinds.Replacing }));
    }

    [Test]
    public async Task Tell_what_became_of_a_proposal_for_outflow()
    {
        var traject = Of(Expert);
        await GivenTeam(traject, A.Assessment(traject, Today.AddDays(-1), Moments.End, 4));
        await Pga.Send(Expert, new ProposeOutflow(Guid.CreateVersion7(), traject.Id, await Version(traject), Today, "goals-achieved"));
        await Pga.Send(Coordinator, new WithdrawOutflow(Guid.CreateVersion7(), traject.Id, await Version(traject), "Nog een gesprek"));
        await Pga.Send(Expert, new ProposeOutflow(Guid.CreateVersion7(), traject.Id, await Version(traject), Today, "goals-achieved"));
        await Pga.Send(Coordinator, new ConfirmOutflow(Guid.CreateVersion7(), traject.Id, await Version(traject)));

        Assert.That(await Kinds(Expert), Is.EquivalentTo(new[] { NotificationKinds.OutflowRefused, NotificationKinds.OutflowConfirmed }));
        Assert.That(await Kinds(Coordinator), Is.Empty);
    }

    [Test]
    public async Task Are_read_one_by_one_or_all_at_once()
    {
        await GivenTeam(Notice(Expert), Notice(Expert), Notice(Expert), Notice(Colleague));
        var first = (await Pga.Send(Expert, new GetNotifications())).Rows[0].Id;

        await Pga.Send(Expert, new ReadNotification(Guid.CreateVersion7(), first));
        Assert.That(await Pga.Send(Expert, new CountUnread()), Is.EqualTo(2));

        var shown = Pga.Clock.GetUtcNow().UtcDateTime;
        Pga.Clock.Advance(TimeSpan.FromMinutes(1));
        await Pga.Given(Notice(Expert));
        await Pga.Send(Expert, new ReadAllNotifications(Guid.CreateVersion7(), shown));

        var list = await Pga.Send(Expert, new GetNotifications());
        Assert.That((list.Total, list.Unread), Is.EqualTo((4, 1)), "what came after the list was shown isn't read");
        Assert.That(await Pga.Send(Colleague, new CountUnread()), Is.EqualTo(1), "another's stay as they are");
    }

    [Test]
    public async Task Of_another_do_not_exist()
    {
        var theirs = Notice(Colleague);
        await GivenTeam(theirs);

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new ReadNotification(Guid.CreateVersion7(), theirs.Id)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new ReadNotification(Guid.CreateVersion7(), Guid.CreateVersion7())), "the same as one that isn't there");
        Assert.That(await Pga.Send(Colleague, new CountUnread()), Is.EqualTo(1));
    }

    [Test]
    public async Task Are_listed_by_25_the_latest_first_and_for_so_long()
    {
        await GivenTeam();
        for (var i = 0; i < 30; i++)
        {
            await Pga.Given(Notice(Expert));
            Pga.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var (first, last) = (await Pga.Send(Expert, new GetNotifications()), await Pga.Send(Expert, new GetNotifications(99)));
        Assert.That((first.Rows.Count, first.Total, first.Pages, last.Page, last.Rows.Count), Is.EqualTo((25, 30, 2, 2, 5)));
        Assert.That(first.Rows.Concat(last.Rows).Select(r => r.At), Is.Ordered.Descending);

        Pga.Clock.Advance(TimeSpan.FromDays(Notification.ShownForDays));
        Assert.That(((await Pga.Send(Expert, new GetNotifications())).Total, await Pga.Send(Expert, new CountUnread())), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Are_no_history_and_a_look_at_a_dossier_s_is_logged()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), AssignmentRoles.Rio, OtherRio.Id, Today));

        await Pga.Send(OtherRio, new CountUnread());
        await Pga.Send(OtherRio, new GetNotifications());

        Assert.That(await Pga.Read(db => db.History.CountAsync(h => h.Entity == nameof(Notification))), Is.Zero);
        Assert.That(await Pga.Read(db => db.AccessLog.Where(l => l.ActorId == OtherRio.Id).Select(l => l.Request).ToListAsync()), Is.EqualTo(new[] { nameof(GetNotifications) }), "a number shows nobody");
    }

    [Test]
    public async Task Are_not_made_twice_when_the_same_command_comes_twice()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        var command = new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), AssignmentRoles.Rio, OtherRio.Id, Today);

        await Pga.Send(Coordinator, command);
        await Pga.Send(Coordinator, command);

        Assert.That(await Kinds(OtherRio), Has.Count.EqualTo(1));
    }

    private Notification Notice(StaffMember to) =>
        new(Guid.CreateVersion7(), to.Id, NotificationKinds.TransferWithdrawn, null, null, Pga.Clock.GetUtcNow().UtcDateTime);

    private ProposeTransfer Propose(Traject traject, StaffMember from, StaffMember to) =>
        new(Guid.CreateVersion7(), AssignmentRoles.Case, from.Id, [traject.Id], false, [to.Id], null, Today, "Let op de hond");

    private async Task<IReadOnlyList<string>> Kinds(StaffMember of) => [.. (await Pga.Send(of, new GetNotifications())).Rows.Select(r => r.Kind)];
}
