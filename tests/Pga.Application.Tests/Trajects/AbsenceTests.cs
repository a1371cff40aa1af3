using Microsoft.EntityFrameworkCore;
using Pga.Application.Clients;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Application.Trajects;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

internal sealed class AbsenceTests : TeamTest
{
    [Test]
    public async Task Opens_the_dossiers_to_the_replacement_until_its_last_day()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        await Pga.Send(Coordinator, Away(Rio, OtherRio, Today.AddDays(1), Today.AddDays(7)));
        Assert.That(await Opens(OtherRio, traject), Is.False, "not yet");

        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await Opens(OtherRio, traject), Is.True);
        var row = (await Pga.Send(OtherRio, new GetWorklist())).Rows.Single();
        Assert.That((row.TrajectId, row.ReplacingUntil, row.MayWrite), Is.EqualTo((traject.Id, Today.AddDays(6), true)));
        Assert.That((await Pga.Send(Rio, new GetWorklist())).Rows.Single().ReplacingUntil, Is.Null);
        var worker = (await Pga.Send(OtherRio, new GetIdentity(traject.Id))).Workers.Single(w => w.Role == AssignmentRoles.Replacement);
        Assert.That((worker.Name, worker.For, worker.Until), Is.EqualTo(("Rio Twee", "Rio Een", Today.AddDays(6))));

        Pga.Clock.Advance(TimeSpan.FromDays(7));
        Assert.That(await Opens(OtherRio, traject), Is.False, "over");
    }

    [Test]
    public async Task Ends_at_the_next_request_when_the_worker_is_back()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        var id = await Pga.Send(Coordinator, Away(Rio, OtherRio));
        Assert.That(await Opens(OtherRio, traject), Is.True);
        await Pga.Send(OtherRio, Contact(traject));

        await Pga.Send(Rio, new EndAbsence(Guid.CreateVersion7(), id));

        Assert.That(await Opens(OtherRio, traject), Is.False);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(OtherRio, Contact(traject)));
        Assert.That((await Pga.Send(OtherRio, new GetWorklist())).Rows, Is.Empty);
        Assert.That(await Refusal(Pga.Send(Rio, new EndAbsence(Guid.CreateVersion7(), id))), Is.EqualTo("absence.over"));
    }

    [Test]
    public async Task Is_taken_back_before_it_begins()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        var id = await Pga.Send(Rio, Away(Rio, OtherRio, Today.AddDays(3), Today.AddDays(7)));

        await Pga.Send(Rio, new EndAbsence(Guid.CreateVersion7(), id));

        Pga.Clock.Advance(TimeSpan.FromDays(4));
        Assert.That(await Opens(OtherRio, traject), Is.False);
        Assert.That((await Pga.Send(Rio, new GetAbsences())).Own, Is.Empty);
        Assert.That(await Refusal(Pga.Send(Rio, Away(Rio, OtherRio))), Is.EqualTo("none"), "it is in nobody's way");
    }

    [Test]
    public async Task Grows_and_shrinks_with_its_last_day()
    {
        var traject = Of(Rio, Programmes.Rio);
        await GivenTeam(traject);
        var id = await Pga.Send(Rio, Away(Rio, OtherRio, Today, Today.AddDays(2)));

        await Pga.Send(Rio, await Change(id, Today.AddDays(10), OtherRio));
        Assert.That(await ReplacedUntil(traject), Is.EqualTo(new[] { (OtherRio.Id, Today.AddDays(10)) }));
        await Pga.Send(Rio, await Change(id, Today, OtherRio));
        Assert.That(await ReplacedUntil(traject), Is.EqualTo(new[] { (OtherRio.Id, Today) }));
    }

    [Test]
    public async Task Passes_to_another_replacement_and_the_first_loses_access_at_once()
    {
        var traject = Of(Rio, Programmes.Rio);
        var third = A.Staff(StaffRoles.Rio, name: "Rio Drie");
        await GivenTeam(traject, third);
        var id = await Pga.Send(Rio, Away(Rio, OtherRio));

        await Pga.Send(Rio, await Change(id, Today.AddDays(7), third));

        Assert.That((await Opens(OtherRio, traject), await Opens(third, traject)), Is.EqualTo((false, true)));
        await Pga.Send(Rio, await Change(id, Today.AddDays(7), null));
        Assert.That(await Opens(third, traject), Is.False);
    }

    [Test]
    public async Task Has_another_replacement_on_one_traject()
    {
        var one = Of(Rio, Programmes.Rio);
        var other = Of(Rio, Programmes.Rio);
        var third = A.Staff(StaffRoles.Rio, name: "Rio Drie");
        await GivenTeam(one, other, third);
        var id = await Pga.Send(Rio, Away(Rio, OtherRio));

        await Pga.Send(Rio, new ReplaceOn(Guid.CreateVersion7(), one.Id, id, third.Id));

        Assert.That((await Opens(OtherRio, one), await Opens(third, one)), Is.EqualTo((false, true)));
        Assert.That((await Opens(OtherRio, other), await Opens(third, other)), Is.EqualTo((true, false)));
        await Pga.Send(Rio, await Change(id, Today.AddDays(20), OtherRio));
        Assert.That((await ReplacedUntil(one)).Single(), Is.EqualTo((third.Id, Today.AddDays(20))), "a longer absence keeps the choice");
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(third, new ReplaceOn(Guid.CreateVersion7(), one.Id, id, OtherRio.Id)), "who replaces doesn't choose");
        await Pga.Send(Coordinator, new EndAbsence(Guid.CreateVersion7(), id));
        Assert.That(await Opens(third, one), Is.False);
    }

    [Test]
    public async Task Covers_what_is_assigned_during_it()
    {
        var referredLater = Of(OtherRio, Programmes.Rio);
        var transferred = Of(Expert);
        await GivenTeam(referredLater, transferred);
        var third = A.Staff(StaffRoles.Rio, name: "Rio Drie");
        await Pga.Given(third);
        await Pga.Send(Coordinator, Away(Rio, third));
        await Pga.Send(Coordinator, Away(Colleague, Coordinator) with { ReplacementId = null });
        Assert.That(await Opens(third, referredLater), Is.False);

        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), referredLater.Id, await Version(referredLater), AssignmentRoles.Rio, Rio.Id, Today));

        Assert.That(await Opens(third, referredLater), Is.True);
        var made = await Pga.Send(Coordinator, Referral(Rio));
        Assert.That((await Pga.Read(db => db.Assignments.Where(a => a.TrajectId == made).Select(a => a.StaffId).ToListAsync())), Is.EquivalentTo(new[] { Rio.Id, third.Id }));
    }

    [Test]
    public async Task Covers_what_is_handed_over_during_it_and_lets_go_of_what_is_handed_on()
    {
        var traject = Of(Rio, Programmes.Rio);
        var third = A.Staff(StaffRoles.Rio, name: "Rio Drie");
        await GivenTeam(traject, third);
        await Pga.Send(Coordinator, Away(Rio, third));
        Assert.That(await Opens(third, traject), Is.True);

        await Pga.Send(Coordinator, new AssignWorker(Guid.CreateVersion7(), traject.Id, await Version(traject), AssignmentRoles.Rio, OtherRio.Id, Today));
        Assert.That(await Opens(third, traject), Is.False, "who is away no longer works on it");

        var id = await Pga.Send(OtherRio, new ProposeTransfer(Guid.CreateVersion7(), AssignmentRoles.Rio, OtherRio.Id, [traject.Id], false, [Rio.Id], null, Today, "Notitie"));
        await Pga.Send(Rio, new AcceptTransfer(Guid.CreateVersion7(), id));
        Assert.That(await Opens(third, traject), Is.True);
    }

    [Test]
    public async Task Leaves_a_restricted_traject_to_who_works_on_it()
    {
        var restricted = Of(Rio, Programmes.Rio);
        restricted.Restrict(true, "Familie van een medewerker");
        var open = Of(Rio, Programmes.Rio);
        await GivenTeam(restricted, open);
        var id = await Pga.Send(Coordinator, Away(Rio, OtherRio));

        Assert.That((await Opens(OtherRio, open), await Opens(OtherRio, restricted)), Is.EqualTo((true, false)));
        var theirs = await Pga.Send(Rio, new GetAbsence(id));
        Assert.That((theirs.Total, theirs.Uncovered, theirs.UncoveredRestricted), Is.EqualTo((2, 1, 1)));
        var coordinators = await Pga.Send(Coordinator, new GetAbsence(id));
        Assert.That((coordinators.Total, coordinators.Uncovered, coordinators.UncoveredRestricted), Is.EqualTo((1, 0, 0)), "not even the number");
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Coordinator, new ReplaceOn(Guid.CreateVersion7(), restricted.Id, id, OtherRio.Id)));

        await Pga.Send(Rio, new ReplaceOn(Guid.CreateVersion7(), restricted.Id, id, OtherRio.Id));
        Assert.That(await Opens(OtherRio, restricted), Is.True);
        await Pga.Send(Coordinator, await Change(id, Today.AddDays(30), OtherRio));
        Assert.That((await ReplacedUntil(restricted)).Single().Until, Is.EqualTo(Today.AddDays(7)), "who can't see it can't prolong access to it");
        await Pga.Send(Coordinator, new EndAbsence(Guid.CreateVersion7(), id));
        Assert.That(await Opens(OtherRio, restricted), Is.False, "but ending ends it everywhere");
    }

    [TestCase("expert for rio", ExpectedResult = "absence.role")]
    [TestCase("rio for expert", ExpectedResult = "absence.role")]
    [TestCase("of another team", ExpectedResult = "team.not-a-colleague")]
    [TestCase("oneself", ExpectedResult = "absence.own-replacement")]
    [TestCase("away", ExpectedResult = "absence.replacement-away")]
    [TestCase("overlap", ExpectedResult = "absence.overlap")]
    [TestCase("backwards", ExpectedResult = "absence.until-before-from")]
    [TestCase("past", ExpectedResult = "absence.past")]
    [TestCase("too long", ExpectedResult = "absence.too-long")]
    [TestCase("far ahead", ExpectedResult = "PredicateValidator")]
    [TestCase("empty", ExpectedResult = "NotNullValidator NotNullValidator NotNullValidator")]
    public async Task<string> Is_refused_when(string what)
    {
        await GivenTeam();
        await Pga.Send(Coordinator, Away(Colleague, null));
        return await Refusal(Pga.Send(Coordinator, what switch
        {
            "expert for rio" => Away(Rio, Expert),
            "rio for expert" => Away(Expert, Rio),
            "of another team" => Away(Expert, Outsider),
            "oneself" => Away(Expert, Expert),
            "away" => Away(Expert, Colleague),
            "overlap" => Away(Colleague, null, Today.AddDays(7), Today.AddDays(8)),
            "backwards" => Away(Expert, null, Today.AddDays(7), Today.AddDays(6)),
            "past" => Away(Expert, null, Today.AddDays(-7), Today.AddDays(-1)),
            "too long" => Away(Expert, null, Today, Today.AddDays(Absence.MaxDays)),
            "far ahead" => Away(Expert, null, Today.AddDays(400), Today.AddDays(401)),
            _ => new MakeAbsence(Guid.CreateVersion7(), null, null, null, null),
        }));
    }

    [Test]
    public async Task Is_ones_own_or_arranged_by_the_coordinator_of_the_team()
    {
        await GivenTeam();
        var id = await Pga.Send(Expert, Away(Expert, Colleague));

        Assert.That(await Refusal(Pga.Send(Expert, Away(Colleague, null))), Is.EqualTo("absence.own-only"));
        Assert.That(await Refusal(Pga.Send(OtherCoordinator, Away(Expert, null, Today.AddDays(20), Today.AddDays(30)))), Is.EqualTo("team.not-a-colleague"));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(A.Staff(StaffRoles.Manager), Away(Expert, null)));
        foreach (var who in new[] { Colleague, OtherCoordinator })
        {
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(who, new EndAbsence(Guid.CreateVersion7(), id)));
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(who, new GetAbsence(id)));
            Assert.ThrowsAsync<NotFound>(async () => await Pga.Send(who, await Change(id, Today.AddDays(1), null)));
        }

        Assert.That((await Pga.Send(Colleague, new GetAbsences())).Replacing.Single().Name, Is.EqualTo("Expert Een"));
        Assert.That((await Pga.Send(Coordinator, new GetAbsences())).Own.Single().Replacement, Is.EqualTo("Expert Twee"));
        Assert.That((await Pga.Send(Coordinator, new GetTeam())).Workers.Single(w => w.Name == "Expert Een").Away!.Until, Is.EqualTo(Today.AddDays(7)));
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_else_was_first()
    {
        await GivenTeam();
        var id = await Pga.Send(Expert, Away(Expert, Colleague));
        var mine = await Change(id, Today.AddDays(3), null);
        await Pga.Send(Coordinator, await Change(id, Today.AddDays(20), Colleague));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, mine));

        Assert.That(conflict.Values, Is.EqualTo(new ConflictingValue[] { new("Until", "Laatste dag", "23-03-2026", "06-03-2026"), new("ReplacementId", "Vervanger", "Expert Twee", null) }));
    }

    private MakeAbsence Away(StaffMember who, StaffMember? by, DateOnly? from = null, DateOnly? until = null) =>
        new(Guid.CreateVersion7(), who.Id, from ?? Today, until ?? Today.AddDays(7), by?.Id);

    private async Task<ChangeAbsence> Change(Guid id, DateOnly until, StaffMember? by) =>
        new(Guid.CreateVersion7(), id, await Pga.Read(db => db.Absences.Where(a => a.Id == id).Select(a => a.Version).SingleAsync()), until, by?.Id);

    private async Task<IEnumerable<(Guid Staff, DateOnly? Until)>> ReplacedUntil(Traject traject) =>
        (await Stored(traject)).Assignments.Where(a => a.Role == AssignmentRoles.Replacement && !a.IsVoid).Select(a => (a.StaffId, a.Until)).ToList();

    private LogContact Contact(Traject traject) =>
        new(Guid.CreateVersion7(), traject.Id, "phone", Today, new TimeOnly(9, 0), "held", "Gesproken.", "Noor");

    private ReferClient Referral(StaffMember rio) => new(
        Guid.CreateVersion7(), null, "Kim", null, "Nieuw", new DateOnly(2004, 4, 4), "unknown", "overvecht", null, Programmes.Rio,
        Today, "politie", "Aanleiding", "Doel", "yes", null, null, null, rio.Id, null, false);
}
