using Microsoft.EntityFrameworkCore;
using Pga.Application.Interventions;
using Pga.Application.Outflow;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Outflow;

internal sealed class OutflowTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    [SetUp]
    public async Task GivenTrajectWithEndAssessment()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _coordinator, _client, _traject, A.Assessment(_traject, Today.AddDays(-30), Moments.End, 4));
    }

    [Test]
    public async Task Counts_as_outflow_only_after_a_second_person_has_confirmed()
    {
        await Pga.Send(_expert, await Proposal());
        var proposed = await Stored();
        await Pga.Send(_coordinator, await Confirmation());
        var confirmed = await Stored();

        Assert.Multiple(() =>
        {
            Assert.That((proposed.IsEnded, proposed.EndedOn, proposed.EndReason, proposed.OutflowProposedById), Is.EqualTo((false, (DateOnly?)Today, "goals-achieved", (Guid?)_expert.Id)));
            Assert.That((confirmed.IsEnded, confirmed.OutflowConfirmedById), Is.EqualTo((true, (Guid?)_coordinator.Id)));
            Assert.That(confirmed.Assignments.Select(a => a.Until), Is.All.EqualTo(Today));
        });
    }

    [Test]
    public async Task Tells_history_who_proposed_and_who_confirmed()
    {
        await Pga.Send(_expert, await Proposal());
        await Pga.Send(_coordinator, await Confirmation());

        var entries = await Pga.Read(db => db.History.Where(h => h.EntityId == _traject.Id && h.Request != "").OrderBy(h => h.Id)
            .Select(h => new { h.ActorId, h.Request, h.Event }).ToListAsync());
        Assert.That(entries.Select(e => (e.ActorId, e.Request, e.Event)), Is.EqualTo(new[]
        {
            ((Guid?)_expert.Id, nameof(ProposeOutflow), "outflow.proposed"),
            ((Guid?)_coordinator.Id, nameof(ConfirmOutflow), "outflow.confirmed"),
        }));
    }

    [Test]
    public async Task Refuses_a_coordinator_who_confirms_their_own_proposal()
    {
        await Pga.Send(_coordinator, await Proposal());
        var confirmation = await Confirmation();

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_coordinator, confirmation));

        Assert.That(refusal.Errors.Single().Text, Is.EqualTo("U hebt deze uitstroom zelf voorgesteld. Een ander moet bevestigen."));
        Assert.That((await Stored()).IsEnded, Is.False);
        var view = await Pga.Send(_coordinator, new GetOutflow(_traject.Id));
        Assert.That((view.MayConfirm, view.Proposal!.IsOwn), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Lets_only_a_coordinator_confirm()
    {
        await Pga.Send(_coordinator, await Proposal());
        var confirmation = await Confirmation();

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(_expert, confirmation));
    }

    [Test]
    public async Task Refuses_an_end_before_the_start() => await Refuses(
        await Proposal() with { EndedOn = new DateOnly(2025, 3, 2) }, "EndedOn", "De einddatum ligt vóór de start van het traject. Kies een latere datum.");

    [Test]
    public async Task Refuses_an_end_in_the_future() =>
        await Refuses(await Proposal() with { EndedOn = Today.AddDays(1) }, "EndedOn", "De einddatum ligt in de toekomst. Kies vandaag of eerder.");

    [Test]
    public async Task Refuses_a_reason_that_is_not_on_the_list() =>
        await Refuses(await Proposal() with { Reason = "bored" }, "Reason", "Kies een reden uit de lijst.");

    [Test]
    public async Task Refuses_an_end_assessment_of_thirty_one_days_ago()
    {
        Pga.Clock.Advance(TimeSpan.FromDays(1));

        await Refuses(await Proposal(), "", "Doe eerst een eindmeting. De laatste eindmeting mag niet ouder zijn dan 30 dagen.");
        Assert.That((await Pga.Send(_expert, new GetOutflow(_traject.Id))).EndAssessmentHolds, Is.False);
    }

    [Test]
    public async Task Does_not_ask_an_evaluation_of_someone_out_of_sight()
    {
        Pga.Clock.Advance(TimeSpan.FromDays(100));

        await Pga.Send(_expert, await Proposal() with { Reason = "out-of-sight" });

        Assert.That((await Stored()).EndReason, Is.EqualTo("out-of-sight"));
    }

    [Test]
    public async Task Refuses_while_an_intervention_runs_and_accepts_once_it_has_ended()
    {
        var participation = await Participation();
        await Refuses(await Proposal(), "", "Sluit eerst de lopende interventies af: Colosseum Gym.");
        var open = (await Pga.Send(_expert, new GetOutflow(_traject.Id))).OpenParticipations.Single();
        Assert.That(open, Is.EqualTo(new OpenParticipation(participation.Id, "Colosseum Gym", Today.AddDays(-20), ParticipationStates.Running, IsKept: true)));

        await Pga.Send(_expert, Ending(participation));
        await Pga.Send(_expert, await Proposal());

        Assert.That((await Stored()).OutflowProposedAt, Is.Not.Null);
    }

    [Test]
    public async Task Refuses_a_second_proposal_beside_the_first()
    {
        await Pga.Send(_expert, await Proposal());

        await Refuses(await Proposal(), "", "Er ligt al een voorstel. Laat het bevestigen, of trek het eerst in.");
    }

    [Test]
    public async Task Shows_both_values_when_somebody_proposed_first()
    {
        var stale = await Proposal() with { Reason = "moved", Note = "Naar Zeist" };
        await Pga.Send(_expert, await Proposal());

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_coordinator, stale));

        Assert.That(conflict.Values, Is.EqualTo(new ConflictingValue[]
        {
            new("Reason", "Reden", "Doelen behaald, stabiel", "Verhuisd"),
            new("Note", "Toelichting", null, "Naar Zeist"),
        }));
    }

    [Test]
    public async Task Refuses_to_confirm_something_else_than_what_was_read()
    {
        await Pga.Send(_expert, await Proposal());
        var stale = await Confirmation();
        await Pga.Send(_expert, await Withdrawal());
        await Pga.Send(_expert, await Proposal() with { Reason = "moved" });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_coordinator, stale));

        Assert.That(conflict.Values.Select(v => v.Theirs), Does.Contain("Verhuisd"));
        Assert.That((await Stored()).IsEnded, Is.False);
    }

    [Test]
    public async Task A_withdrawn_proposal_leaves_the_traject_running_with_the_reason_in_history()
    {
        await Pga.Send(_expert, await Proposal());
        await Pga.Send(_coordinator, await Withdrawal());

        var stored = await Stored();
        Assert.That((stored.EndedOn, stored.EndReason, stored.OutflowProposedAt), Is.EqualTo(((DateOnly?)null, (string?)null, (DateTime?)null)));
        Assert.That(
            await Pga.Read(db => db.History.Where(h => h.Request == nameof(WithdrawOutflow)).Select(h => h.Reason).SingleAsync()),
            Is.EqualTo("Toch nog hulp nodig"));
    }

    [Test]
    public async Task Asks_a_reason_of_a_withdrawal()
    {
        await Pga.Send(_expert, await Proposal());
        var command = await Withdrawal() with { Reason = " " };

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, command));

        Assert.That((refusal.Errors.Single().Field, refusal.Errors.Single().Text), Is.EqualTo(("Reason", "Schrijf op waarom het voorstel niet doorgaat.")));
    }

    [Test]
    public async Task Confirms_once_when_sent_twice()
    {
        await Pga.Send(_expert, await Proposal());
        var command = await Confirmation();

        var first = await Pga.Send(_coordinator, command);
        var second = await Pga.Send(_coordinator, command);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await Pga.Read(db => db.History.CountAsync(h => h.Event == "outflow.confirmed")), Is.EqualTo(1));
    }

    [Test]
    public async Task Hides_and_refuses_what_is_not_theirs()
    {
        var stranger = A.Staff(StaffRoles.Coordinator, "team-2");
        var reader = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(stranger, reader);
        var command = await Proposal();

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, command));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(stranger, new GetOutflow(_traject.Id)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(reader, command));
        Assert.That((await Pga.Send(reader, new GetOutflow(_traject.Id))).MayPropose, Is.False);
    }

    [Test]
    public async Task Shows_whose_proposal_it_is_and_to_whom_it_falls()
    {
        await Pga.Send(_expert, await Proposal() with { Note = "Gaat goed" });

        var view = await Pga.Send(_coordinator, new GetOutflow(_traject.Id));

        Assert.That(view.Proposal, Is.EqualTo(new OutflowProposal(Today, "goals-achieved", "Gaat goed", _expert.Name, Today, false, null, null)));
        Assert.That((view.MayConfirm, view.MayPropose), Is.EqualTo((true, true)));
    }

    private Task<Traject> Stored() => Pga.Read(db => db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == _traject.Id));

    private async Task<Guid> Version() => (await Stored()).Version;

    private async Task<ProposeOutflow> Proposal() => new(Guid.CreateVersion7(), _traject.Id, await Version(), Today, "goals-achieved");

    private async Task<ConfirmOutflow> Confirmation() => new(Guid.CreateVersion7(), _traject.Id, await Version());

    private async Task<WithdrawOutflow> Withdrawal() => new(Guid.CreateVersion7(), _traject.Id, await Version(), "Toch nog hulp nodig");

    private async Task<Participation> Participation()
    {
        var gym = await Pga.Read(db => db.Interventions.SingleAsync(i => i.Code == "colosseum-gym"));
        var participation = new Participation(Guid.CreateVersion7(), _traject.Id, gym.Id, Today.AddDays(-25));
        participation.Start(Today.AddDays(-20));
        await Pga.Given(participation);
        return participation;
    }

    private static WriteEndReport Ending(Participation p) => new(Guid.CreateVersion7(), p.Id, p.Version, p.StartedOn!.Value.AddDays(20), "reached", "Sport nu zelf.", HeldElsewhere: 8, AttendedElsewhere: 7);

    private async Task Refuses(ProposeOutflow command, string field, string text)
    {
        var before = await Stored();
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, command));
        Assert.That((refusal.Errors.Single().Field, refusal.Errors.Single().Text), Is.EqualTo((field, text)));
        Assert.That((await Stored()).Version, Is.EqualTo(before.Version), "Nothing is stored.");
    }
}
