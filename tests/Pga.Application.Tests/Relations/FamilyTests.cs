using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Relations;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Detention;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Relations;

internal sealed class FamilyTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne de Wit");
    private readonly StaffMember _other = A.Staff(StaffRoles.PgaExpert, "team-2", "Hans Hoek");
    private readonly Client _noor = A.Client("Noor", "Voorbeeld", "K-1");
    private readonly Client _milan = A.Client("Milan", "Andersson", "K-2");
    private readonly Client _secret = A.Client("Iris", "Verborgen", "K-3");
    private Traject _ofNoor = null!;
    private Traject _ofMilan = null!;
    private Traject _ofSecret = null!;
    private Relation _brother = null!;

    [SetUp]
    public async Task GivenTwoClientsOfOneExpert()
    {
        _ofNoor = A.Traject(_noor, _expert);
        _ofMilan = A.Traject(_milan, _expert, Programmes.TopX);
        _ofSecret = A.Traject(_secret, _other, team: "team-2");
        _brother = new Relation(Guid.CreateVersion7(), _noor.Id, "brother", "Milan", 2010, "Gaat steeds mee.");
        await Pga.Given(_expert, _other, _noor, _milan, _secret, _ofNoor, _ofMilan, _ofSecret, _brother);
    }

    [Test]
    public async Task Is_seen_from_both_sides_by_who_sees_both()
    {
        await Pga.Send(_expert, Link(_milan.Id) with { ContactAgreement = "Hans belt moeder, voor beiden." });

        var here = (await Pga.Send(_expert, new GetRelations(_ofNoor.Id))).Current.Single().Clients.Single();
        Assert.That(
            (here.ClientId, here.TrajectId, here.Name, here.Number, here.Kind, here.ContactAgreement),
            Is.EqualTo((_milan.Id, _ofMilan.Id, "Milan Andersson", "K-2", "brother", (string?)"Hans belt moeder, voor beiden.")));
        var there = await Pga.Send(_expert, new GetRelations(_ofMilan.Id));
        Assert.That(there.Current, Is.Empty);
        Assert.That(there.FromOthers.Select(c => (c.Name, c.Kind)), Is.EqualTo(new[] { ("Noor Voorbeeld", FamilyLink.Sibling) }), "Of somebody whose gender isn't known.");
    }

    [Test]
    public async Task Shows_what_the_team_needs_to_know_of_each_member()
    {
        var institution = await Pga.Read(db => db.Institutions.Select(i => i.Id).FirstAsync());
        await Pga.Given(A.Assessment(_ofMilan, Today.AddDays(-60), Moments.Start), new DetentionPeriod(Guid.CreateVersion7(), _milan.Id, institution, Today.AddDays(-5), null, null));
        await Pga.Send(_expert, Link(_milan.Id) with { ContactAgreement = "Samen op huisbezoek." });

        var member = (await Pga.Send(_expert, new GetFamily(_ofNoor.Id))).Members.Single();

        Assert.That((member.Name, member.Number, member.Age, member.Kind, member.Of, member.ContactAgreement), Is.EqualTo(("Milan Andersson", "K-2", (int?)20, "brother", (string?)null, (string?)"Samen op huisbezoek.")));
        Assert.That(member.Trajects, Is.EqualTo(new[]
        {
            new FamilyTraject(_ofMilan.Id, Programmes.TopX, TrajectStates.InDetention, "Sanne de Wit", Today.AddDays(-60).AddMonths(Traject.EvaluationEveryMonths)),
        }));
        var reader = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(reader);
        Assert.That((await Pga.Send(reader, new GetFamily(_ofNoor.Id))).Members.Single().Trajects.Single().State, Is.EqualTo(TrajectStates.Running), "Detention is for who works on the case.");
    }

    [Test]
    public async Task Logs_a_look_at_each_member()
    {
        await Pga.Send(_expert, Link(_milan.Id));

        await Pga.Send(_expert, new GetFamily(_ofNoor.Id));
        await Pga.Send(_expert, new GetRelations(_ofNoor.Id));

        var lines = await Pga.Read(db => db.AccessLog.Where(l => l.Request != nameof(LinkFamily)).Select(l => new { l.Request, l.ClientId }).ToListAsync());
        Assert.That(lines.Select(l => (l.Request, l.ClientId)), Is.EquivalentTo(new[]
        {
            (nameof(GetFamily), (Guid?)_noor.Id), (nameof(GetFamily), (Guid?)_milan.Id), (nameof(GetRelations), (Guid?)_noor.Id), (nameof(GetRelations), (Guid?)_milan.Id),
        }));
    }

    [Test]
    public void Treats_a_client_whom_one_may_not_see_as_one_who_is_not_there()
    {
        Assert.That(() => Pga.Send(_expert, Link(_secret.Id)), Throws.TypeOf<NotFound>());
        Assert.That(() => Pga.Send(_expert, Link(Guid.CreateVersion7())), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Is_gone_for_who_may_no_longer_see_the_other()
    {
        await Pga.Send(_expert, Link(_milan.Id));
        var before = await Pga.Send(_expert, new GetRelations(_ofNoor.Id));

        await Pga.Read(async db =>
        {
            var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == _ofMilan.Id);
            traject.Restrict(true, "Familie van een medewerker");
            traject.Assignments[0].EndBy(Today.AddDays(-1));
            return await db.SaveChangesAsync();
        });

        var after = await Pga.Send(_expert, new GetRelations(_ofNoor.Id));
        Assert.That(before.Current.Single().Clients, Has.Count.EqualTo(1));
        Assert.That(after.Current.Single() with { Clients = before.Current[0].Clients }, Is.EqualTo(before.Current.Single()), "The note itself says nothing, its version included.");
        Assert.That(after.Current.Single().Clients, Is.Empty);
        Assert.That((await Pga.Send(_expert, new GetFamily(_ofNoor.Id))).Members, Is.Empty);
    }

    [Test]
    public async Task Goes_on_through_a_member_and_stops_at_who_may_not_be_seen()
    {
        var youngest = A.Client("Sem", "Voorbeeld", "K-4");
        var beyond = A.Client("Bo", "Voorbeeld", "K-5");
        await Pga.Given(youngest, beyond, A.Traject(youngest, _expert), A.Traject(beyond, _expert));
        await Pga.Send(_expert, Link(_milan.Id));
        await GivenLink(_milan, "brother", youngest);
        await GivenLink(_noor, "sister", _secret);
        await GivenLink(_secret, "child", beyond);

        var members = (await Pga.Send(_expert, new GetFamily(_ofNoor.Id))).Members;

        Assert.That(members.Select(m => (m.Number, m.Of)), Is.EqualTo(new[] { ("K-2", (string?)null), ("K-4", "Milan Andersson") }));
    }

    [Test]
    public async Task Of_one_client_twice_is_refused()
    {
        await Pga.Send(_expert, Link(_milan.Id));

        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Link(_milan.Id)))!.Errors.Single().Code, Is.EqualTo("family.linked-already"));
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Link(_noor.Id)))!.Errors.Single().Code, Is.EqualTo("family.self"));
        Assert.That(
            Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Link(Guid.Empty) with { Ground = "" }))!.Errors.Select(e => e.Field),
            Is.EquivalentTo(new[] { "RelativeId", "Ground" }));
    }

    [Test]
    public async Task Does_not_hear_of_a_link_to_somebody_else_when_linking_the_same_relative()
    {
        await Pga.Given(new FamilyLink(Guid.CreateVersion7(), _brother.Id, _noor.Id, _secret.Id, "Ander dossier", null, Today));

        Assert.That(async () => await Pga.Send(_expert, Link(_milan.Id)), Throws.Nothing);
    }

    [Test]
    public async Task Is_changed_and_taken_away_from_either_side()
    {
        var id = await Pga.Send(_expert, Link(_milan.Id));
        var version = (await Pga.Send(_expert, new GetRelations(_ofMilan.Id))).FromOthers.Single().Version;
        var change = new ChangeFamilyLink(Guid.CreateVersion7(), _ofMilan.Id, id, version, "Zelfde groep.", "Samen plannen.");

        await Pga.Send(_expert, change);

        var now = (await Pga.Send(_expert, new GetRelations(_ofNoor.Id))).Current.Single().Clients.Single();
        Assert.That((now.Ground, now.ContactAgreement), Is.EqualTo(("Zelfde groep.", "Samen plannen.")));
        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, change with { CommandId = Guid.CreateVersion7(), ContactAgreement = null }));
        Assert.That(conflict.Values, Is.EqualTo(new[] { new ConflictingValue("ContactAgreement", "Afspraak over contact", "Samen plannen.", null) }));
        Assert.That(
            Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new EndFamilyLink(Guid.CreateVersion7(), _ofMilan.Id, id, now.Version, "")))!.Errors.Single().Code,
            Is.EqualTo("family.end-reason"));
        Assert.That(
            () => Pga.Send(_expert, new EndFamilyLink(Guid.CreateVersion7(), _ofMilan.Id, id, version, "Verkeerde persoon")), Throws.TypeOf<Conflict>());

        await Pga.Send(_expert, new EndFamilyLink(Guid.CreateVersion7(), _ofMilan.Id, id, now.Version, "Verkeerde persoon"));

        Assert.That((await Pga.Send(_expert, new GetFamily(_ofNoor.Id))).Members, Is.Empty);
        Assert.That((await Pga.Send(_expert, new GetRelations(_ofNoor.Id))).Current.Single().Clients, Is.Empty);
        Assert.That(await Pga.Read(db => db.FamilyLinks.Select(l => l.EndReason).SingleAsync()), Is.EqualTo("Verkeerde persoon"));
        Assert.That(async () => await Pga.Send(_expert, Link(_milan.Id)), Throws.Nothing, "A mistake can be mended.");
    }

    [Test]
    public async Task Goes_with_the_relative_who_is_taken_off_the_case()
    {
        await Pga.Send(_expert, Link(_milan.Id));
        var version = (await Pga.Send(_expert, new GetRelations(_ofNoor.Id))).Current.Single().Version;

        await Pga.Send(_expert, new EndRelation(Guid.CreateVersion7(), _ofNoor.Id, _brother.Id, version, "Vergissing"));

        Assert.That((await Pga.Send(_expert, new GetRelations(_ofMilan.Id))).FromOthers, Is.Empty);
        Assert.That((await Pga.Send(_expert, new GetFamily(_ofMilan.Id))).Members, Is.Empty);
        Assert.That(Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, new EndRelation(Guid.CreateVersion7(), _ofNoor.Id, _brother.Id, version, "x"))), Is.Not.Null);
        Assert.That(Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, Link(_milan.Id)))!.Errors.Single().Code, Is.EqualTo("relation.ended"));
    }

    [Test]
    public async Task Is_not_there_for_who_sees_one_side_only()
    {
        var link = new FamilyLink(Guid.CreateVersion7(), _brother.Id, _noor.Id, _secret.Id, "Ander dossier", null, Today);
        await Pga.Given(link);

        Assert.That(() => Pga.Send(_expert, new ChangeFamilyLink(Guid.CreateVersion7(), _ofNoor.Id, link.Id, link.Version, "x")), Throws.TypeOf<NotFound>());
        Assert.That(() => Pga.Send(_expert, new EndFamilyLink(Guid.CreateVersion7(), _ofNoor.Id, link.Id, link.Version, "x")), Throws.TypeOf<NotFound>());
    }

    [TestCase(StaffRoles.Rio)]
    [TestCase(StaffRoles.Coordinator)]
    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.PrivacyOfficer)]
    [TestCase(StaffRoles.Administrator)]
    public async Task Is_made_by_nobody_else(string role)
    {
        var staff = A.Staff(role);
        await Pga.Given(staff);

        Assert.That(() => Pga.Send(staff, Link(_milan.Id)), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new ChangeFamilyLink(Guid.CreateVersion7(), _ofNoor.Id, Guid.CreateVersion7(), Guid.Empty, "x")), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new EndFamilyLink(Guid.CreateVersion7(), _ofNoor.Id, Guid.CreateVersion7(), Guid.Empty, "x")), Throws.TypeOf<Forbidden>());
    }

    [TestCase("brother", "male", "brother")]
    [TestCase("brother", "female", "sister")]
    [TestCase("sister", "unknown", FamilyLink.Sibling)]
    [TestCase("parent", "male", "child")]
    [TestCase("child", "female", "parent")]
    [TestCase("partner", "male", "partner")]
    [TestCase("other", "male", "other")]
    public void Is_called_by_what_one_is_from_the_other_side(string kind, string gender, string expected) =>
        Assert.That(FamilyLink.FromTheOtherSide(kind, gender), Is.EqualTo(expected));

    private LinkFamily Link(Guid to) => new(Guid.CreateVersion7(), _ofNoor.Id, _brother.Id, to, "Plegen samen overlast.");

    private async Task GivenLink(Client from, string kind, Client to)
    {
        var relation = new Relation(Guid.CreateVersion7(), from.Id, kind, to.GivenName, null, "Gezin");
        await Pga.Given(relation, new FamilyLink(Guid.CreateVersion7(), relation.Id, from.Id, to.Id, "Gezin", null, Today));
    }
}
