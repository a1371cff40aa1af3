using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Aanmeldingen;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Application.Triage;
using Pga.Domain.Clients;
using Pga.Domain.DataSharings;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Aanmeldingen;

internal sealed class AanmeldingTests : SliceTest
{
    private static readonly DateOnly Born = new(2006, 4, 9);
    private readonly StaffMember _partner = Partner("Buurtteams");
    private readonly StaffMember _other = Partner("JoU");
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator);
    private readonly StaffMember _elsewhere = A.Staff(StaffRoles.Coordinator, "team-2", "Ineke Elders");
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);

    [SetUp]
    public Task GivenStaff() => Pga.Given(_partner, _other, _coordinator, _elsewhere, _expert);

    [Test]
    public async Task Gives_the_same_answer_whether_or_not_the_person_is_known()
    {
        var known = A.Client("Ilse", "Geheim", birthDate: Born);
        await Pga.Given(known, A.Traject(known, team: "team-2"));

        await Pga.Send(_partner, New("Geheim"));
        await Pga.Send(_partner, New("Onbekend"));

        var mine = await Pga.Send(_partner, new GetMyAanmeldingen());
        Assert.That(mine.Rows.Select(r => (r.State, r.Feedback)), Is.EqualTo(new[] { (AanmeldingStates.Received, (string?)null), (AanmeldingStates.Received, null) }));
        Assert.That(await Pga.Read(db => db.AccessLog.CountAsync(l => l.ActorId == _partner.Id)), Is.Zero, "Nobody was looked up.");
    }

    [Test]
    public async Task Shows_a_partner_only_their_own_and_no_person()
    {
        await Pga.Send(_partner, New("Geheim"));
        await Pga.Send(_other, New("Anders"));

        var json = JsonSerializer.Serialize(await Pga.Send(_partner, new GetMyAanmeldingen()));

        var numbers = await Pga.Read(db => db.Aanmeldingen.ToDictionaryAsync(a => a.SentById, a => a.Number));
        Assert.That(json, Does.Contain(numbers[_partner.Id]).And.Not.Contain(numbers[_other.Id]).And.Not.Contain("Geheim").And.Not.Contain("Sem").And.Not.Contain("Overlast"));
        Assert.That(await Pga.ReadAs(_partner, db => db.Aanmeldingen.Select(a => a.SentById).ToListAsync()), Is.EqualTo(new[] { _partner.Id }));
    }

    [Test]
    public async Task Is_seen_by_every_coordinator_until_one_takes_it_in()
    {
        var sent = await Pga.Send(_partner, New("Nieuw"));
        foreach (var coordinator in new[] { _coordinator, _elsewhere })
        {
            var waiting = await Pga.Send(coordinator, new GetWaitingAanmeldingen());
            Assert.That(waiting.Rows.Select(r => (r.Id, r.Organisation, r.TriageOn)), Is.EqualTo(new[] { (sent, "Buurtteams", new DateOnly(2026, 3, 4)) }));
            Assert.That((await Pga.Send(coordinator, new GetAanmelding(sent))).FamilyName, Is.EqualTo("Nieuw"));
            Assert.That((await Pga.Send(coordinator, new GetTriage(TriageLists.Partners))).Counts[TriageLists.Partners], Is.EqualTo(1));
        }

        await Pga.Send(_coordinator, TakeIn(sent, "Nieuw"));

        Assert.That((await Pga.Send(_coordinator, new GetWaitingAanmeldingen())).Total, Is.Zero);
        Assert.That(() => Pga.Send(_coordinator, new GetAanmelding(sent)), Throws.TypeOf<NotFound>());
        Assert.That(await Pga.ReadAs(_coordinator, db => db.Aanmeldingen.CountAsync()), Is.EqualTo(1));
        Assert.That(await Pga.ReadAs(_elsewhere, db => db.Aanmeldingen.CountAsync()), Is.Zero, "From now on it is another team's.");
        Assert.That(await Pga.ReadAs(_expert, db => db.Aanmeldingen.CountAsync()), Is.EqualTo(1), "Who reads the dossier reads where it came from.");
    }

    [Test]
    public async Task Becomes_a_client_and_a_traject_and_keeps_nothing_of_the_person()
    {
        var sent = await Pga.Send(_partner, New("Zeldzaam"));

        var trajectId = await Pga.Send(_coordinator, TakeIn(sent, "Zeldzaam"));

        var traject = await Pga.Read(db => db.Trajects.SingleAsync(t => t.Id == trajectId));
        var aanmelding = await Pga.Read(db => db.Aanmeldingen.SingleAsync());
        Assert.That((traject.Team, traject.TriageOn, traject.StartedOn), Is.EqualTo(("team-1", (DateOnly?)new DateOnly(2026, 3, 4), (DateOnly?)null)));
        Assert.That((aanmelding.TrajectId, aanmelding.HandledById, aanmelding.Organisation), Is.EqualTo(((Guid?)trajectId, (Guid?)_coordinator.Id, "Buurtteams")));
        Assert.That(JsonSerializer.Serialize(aanmelding), Does.Not.Contain("Zeldzaam").And.Not.Contain("oma").And.Not.Contain("Overlast").And.Not.Contain("2006"));
        var history = await Pga.Read(db => db.History.Where(h => h.Entity == nameof(Aanmelding)).ToListAsync());
        Assert.That(history, Has.Count.EqualTo(2));
        Assert.That(history.Select(h => h.OldValues + h.NewValues + h.Reason), Has.None.Contains("Zeldzaam").And.None.Contains("oma").And.None.Contains("2006"));
    }

    [Test]
    public async Task Becomes_a_new_traject_of_a_client_of_ones_own()
    {
        var known = A.Client("Sem", "Bekend", birthDate: Born);
        await Pga.Given(known, A.Traject(known, _expert));
        var sent = await Pga.Send(_partner, New("Bekend"));

        var view = await Pga.Send(_coordinator, new GetAanmelding(sent));
        await Pga.Send(_coordinator, TakeIn(sent, "") with { ClientId = known.Id, Programme = Programmes.TopX });

        Assert.That(view.Found.Own.Select(k => k.ClientId), Is.EqualTo(new[] { known.Id }));
        Assert.That(await Pga.Read(db => db.Trajects.CountAsync(t => t.ClientId == known.Id)), Is.EqualTo(2));
        Assert.That(await Pga.Read(db => db.Clients.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Tells_a_coordinator_of_a_client_elsewhere_only_whom_to_ask()
    {
        var known = A.Client("Ilse", "Geheim", birthDate: Born);
        await Pga.Given(known, A.Traject(known, _elsewhere, team: "team-2"));
        var sent = await Pga.Send(_partner, New("Geheim"));

        var view = await Pga.Send(_coordinator, new GetAanmelding(sent));

        Assert.That(view.Found.Own, Is.Empty);
        Assert.That(view.Found.Elsewhere, Is.EqualTo(new[] { new KnownElsewhere("Ineke Elders") }));
        Assert.That(await Pga.Read(db => db.AccessLog.Where(l => l.Request == nameof(GetAanmelding)).Select(l => l.ClientId).SingleAsync()), Is.EqualTo(known.Id));
    }

    [Test]
    public async Task Is_taken_in_once()
    {
        var sent = await Pga.Send(_partner, New("Nieuw"));
        await Pga.Send(_coordinator, TakeIn(sent, "Nieuw"));

        var again = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_coordinator, TakeIn(sent, "Nieuw") with { DuplicatesSeen = true }))!;

        Assert.That(again.Errors.Single().Code, Is.EqualTo("aanmelding.handled"));
        Assert.That(() => Pga.Send(_elsewhere, TakeIn(sent, "Nieuw")), Throws.TypeOf<NotFound>());
        Assert.That(() => Pga.Send(_expert, TakeIn(sent, "Nieuw")), Throws.TypeOf<Forbidden>());
        Assert.That(await Pga.Read(db => db.Trajects.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_taken_in_once_when_two_do_so_at_the_same_time()
    {
        var sent = await Pga.Send(_partner, New("Nieuw"));

        var taken = await Task.WhenAll(new[] { _coordinator, _elsewhere }.Select(c => Task.Run(async () =>
        {
            try
            {
                await Pga.Send(c, TakeIn(sent, "Nieuw") with { DuplicatesSeen = true });
                return 1;
            }
            catch (Refused)
            {
                return 0;
            }
        })));

        Assert.That(taken.Sum(), Is.EqualTo(1));
        Assert.That(await Pga.Read(db => db.Trajects.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_answered_on_the_senders_page_by_what_the_triage_decides()
    {
        var sent = await Pga.Send(_partner, New("Nieuw"));
        var trajectId = await Pga.Send(_coordinator, TakeIn(sent, "Nieuw"));
        Assert.That((await Mine()).State, Is.EqualTo(AanmeldingStates.InTriage));
        var decide = new DecideTriage(
            Guid.CreateVersion7(), trajectId, (await Pga.Send(_coordinator, new GetIntake(trajectId))).Version, TriageOutcomes.Rejected, [], "Voldoet niet.", "Het team", Today,
            null, null, null, null, null, null, null, null, null);

        var refused = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_coordinator, decide))!;
        await Pga.Send(_coordinator, decide with { Feedback = "Het buurtteam kan dit zelf." });

        Assert.That(refused.Errors.Select(e => e.Field), Is.EqualTo(new[] { "Feedback" }));
        var mine = await Mine();
        Assert.That((mine.State, mine.Feedback, mine.AnsweredOn), Is.EqualTo((TriageOutcomes.Rejected, "Het buurtteam kan dit zelf.", (DateOnly?)Today)));
        Assert.That(JsonSerializer.Serialize(mine), Does.Not.Contain("Voldoet niet").And.Not.Contain(trajectId.ToString()));
        Assert.That(await Pga.Read(db => db.DataSharings.Select(s => ValueTuple.Create(s.Recipient, s.Kind)).SingleAsync()), Is.EqualTo(("Buurtteams", SharingKinds.Feedback)));

        var better = decide with { CommandId = Guid.CreateVersion7(), BaseVersion = (await Pga.Send(_coordinator, new GetIntake(trajectId))).Version, Outcome = TriageOutcomes.Accepted, Criteria = ["areas"], Feedback = "Toch geaccepteerd.", Reason = "Nieuwe informatie" };
        await Pga.Send(_coordinator, better);
        Assert.That(((await Mine()).State, (await Mine()).Feedback), Is.EqualTo((TriageOutcomes.Accepted, "Toch geaccepteerd.")));

        async Task<MyAanmelding> Mine() => (await Pga.Send(_partner, new GetMyAanmeldingen())).Rows.Single();
    }

    [Test]
    public async Task Gives_a_partner_no_way_to_the_dossier()
    {
        var sent = await Pga.Send(_partner, New("Nieuw"));
        var trajectId = await Pga.Send(_coordinator, TakeIn(sent, "Nieuw"));
        var clientId = await Pga.Read(db => db.Clients.Select(c => c.Id).SingleAsync());

        Assert.That(() => Pga.Send(_partner, new GetDossier(trajectId)), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(_partner, new GetIntake(trajectId)), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(_partner, new SearchClients("Nieuw")), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(_partner, new FindDuplicates("Sem", null, "Nieuw", Born, null, null)), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(_partner, new GetAanmelding(sent)), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(_partner, new GetKnownClient(clientId)), Throws.TypeOf<Forbidden>());
        Assert.That(await Pga.ReadAs(_partner, db => db.Trajects.CountAsync()), Is.Zero);
        Assert.That(await Pga.ReadAs(_partner, db => db.TriageDecisions.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Can_be_answered_without_a_traject()
    {
        var sent = await Pga.Send(_partner, New("Nieuw"));
        var command = new DismissAanmelding(Guid.CreateVersion7(), sent, " ");
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_coordinator, command))!.Errors.Select(e => e.Field), Is.EqualTo(new[] { "Feedback" }));

        await Pga.Send(_coordinator, command with { Feedback = "U stuurde deze aanmelding twee keer." });

        var mine = (await Pga.Send(_partner, new GetMyAanmeldingen())).Rows.Single();
        Assert.That((mine.State, mine.Feedback), Is.EqualTo((AanmeldingStates.Dismissed, "U stuurde deze aanmelding twee keer.")));
        Assert.That(await Pga.Read(db => db.Aanmeldingen.CountAsync(a => a.FamilyName != null || a.Reason != null)), Is.Zero);
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_elsewhere, command with { CommandId = Guid.CreateVersion7(), Feedback = "Nog eens" }))!.Errors.Single().Code, Is.EqualTo("aanmelding.handled"));
        Assert.That(() => Pga.Send(_coordinator, command with { CommandId = Guid.CreateVersion7(), AanmeldingId = Guid.NewGuid(), Feedback = "x" }), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Says_what_is_missing_and_keeps_to_the_rules()
    {
        string[] Fields(SendAanmelding c) => [.. Assert.ThrowsAsync<Invalid>(() => Pga.Send(_partner, c))!.Errors.Select(e => e.Field)];
        var whole = New("Nieuw");

        Assert.That(Fields(new SendAanmelding(Guid.CreateVersion7(), null, null, null, null, null, null, null, null, null, null, null, null)),
            Is.EqualTo(new[] { "GivenName", "FamilyName", "Reason", "Contact", "Informed" }));
        Assert.That(Fields(whole with { BirthDate = Today.AddDays(1) }), Is.EqualTo(new[] { "BirthDate" }));
        Assert.That(Fields(whole with { Wijk = "atlantis" }), Is.EqualTo(new[] { "Wijk" }));
        Assert.That(Fields(whole with { Reason = new string('x', Aanmelding.MaxText + 1) }), Is.EqualTo(new[] { "Reason" }));
        Assert.That(Fields(whole with { Informed = "no" }), Is.EqualTo(new[] { "InformedNote" }));
        Assert.That(Fields(whole with { Informed = "postponed", InformedNote = "Nog niet gezien" }), Is.EqualTo(new[] { "InformedReviewOn" }));
        Assert.That(Fields(whole with { Informed = "postponed", InformedNote = "Nog niet gezien", InformedReviewOn = Today }), Is.EqualTo(new[] { "InformedReviewOn" }));
        Assert.That(await Pga.Read(db => db.Aanmeldingen.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Is_sent_once_with_a_number_that_counts_nothing()
    {
        var command = New("Nieuw");
        await Pga.Send(_partner, command);
        await Pga.Send(_partner, command);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Pga.Send(_other, New("Nieuw")))));

        var numbers = await Pga.Read(db => db.Aanmeldingen.Select(a => a.Number).ToListAsync());
        Assert.That(numbers, Has.Count.EqualTo(7).And.Unique.And.All.Matches("^A-2026-[B-Z2-9]{6}$"));
        Assert.That(numbers.Select(n => n[..8]).Distinct().Count(), Is.GreaterThan(1), "Drawn, not counted.");
    }

    [Test]
    public async Task Is_for_partners_with_an_organisation()
    {
        var nobody = Partner(null);
        await Pga.Given(nobody);

        Assert.That(() => Pga.Send(nobody, New("Nieuw")), Throws.TypeOf<Forbidden>());
        foreach (var role in StaffRoles.List.All.Select(r => r.Key).Where(r => r != StaffRoles.Partner))
        {
            Assert.That(() => Pga.Send(A.Staff(role), New("Nieuw")), Throws.TypeOf<Forbidden>(), role);
            Assert.That(() => Pga.Send(A.Staff(role), new GetMyAanmeldingen()), Throws.TypeOf<Forbidden>(), role);
        }

        foreach (var role in StaffRoles.List.All.Select(r => r.Key).Where(r => r != StaffRoles.Coordinator))
        {
            Assert.That(() => Pga.Send(A.Staff(role), new GetWaitingAanmeldingen()), Throws.TypeOf<Forbidden>(), role);
            Assert.That(() => Pga.Send(A.Staff(role), new DismissAanmelding(Guid.CreateVersion7(), Guid.NewGuid(), "x")), Throws.TypeOf<Forbidden>(), role);
        }
    }

    private static StaffMember Partner(string? organisation) =>
        new(Guid.CreateVersion7(), $"partner{Guid.NewGuid():N}@pga.example", $"Partner {organisation}", [StaffRoles.Partner], null, organisation, active: true);

    private static SendAanmelding New(string family) => new(
        Guid.CreateVersion7(), "Sem", null, family, Born, "zuid", "Overlast op het plein", "Woont bij oma", "R. Brinkman, 06 12345678", "yes", null, null, "dossier 12");

    private ReferClient TakeIn(Guid aanmelding, string family) => new(
        Guid.CreateVersion7(), null, "Sem", null, family, Born, "male", "zuid", null, Programmes.LocalPga, Today, "Buurtteams, R. Brinkman", "Overlast op het plein", "Rust",
        "yes", null, null, null, null, null, false, aanmelding);
}
