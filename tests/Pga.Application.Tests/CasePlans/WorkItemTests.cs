using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Plans;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.CasePlans;

internal sealed class WorkItemTests : PlanTest
{
    private Guid _goal;

    [SetUp]
    public async Task GivenPlan() => _goal = await GivenGoal();

    [Test]
    public async Task Has_an_owner_of_each_kind_and_the_soonest_comes_first()
    {
        var partner = await Pga.Read(db => db.Partners.SingleAsync(p => p.Code == "buurtteams"));
        var sister = new Relation(Guid.CreateVersion7(), Client.Id, "sister", "Leyla", 2008, null);
        await Pga.Given(sister);
        await Pga.Send(Expert, NewItem(_goal, "Bellen", new WorkOwner(OwnerKinds.Staff, StaffId: Colleague.Id), 40));
        await Pga.Send(Expert, NewItem(_goal, "Inschrijven", new WorkOwner(OwnerKinds.Client), 5));
        await Pga.Send(Expert, NewItem(_goal, "Meegaan", new WorkOwner(OwnerKinds.Relative, RelationId: sister.Id), 10));
        await Pga.Send(Expert, NewItem(_goal, "Regeling treffen", new WorkOwner(OwnerKinds.Organisation, PartnerId: partner.Id, ContactName: "Kim"), 20));
        await Pga.Send(Expert, NewItem(_goal, "Plek zoeken", new WorkOwner(OwnerKinds.Organisation, Organisation: "Voetbalclub"), 30));

        var actions = (await Plan()).Goals.Single().Actions;

        Assert.That(actions.Select(a => (a.Text, a.Owner, a.OwnerKind)), Is.EqualTo(new[]
        {
            ("Inschrijven", "Cliënt", OwnerKinds.Client),
            ("Meegaan", "Leyla (zus)", OwnerKinds.Relative),
            ("Regeling treffen", "Kim, Buurtteams", OwnerKinds.Organisation),
            ("Plek zoeken", "Voetbalclub", OwnerKinds.Organisation),
            ("Bellen", "Joris Blom", OwnerKinds.Staff),
        }));
    }

    [Test]
    public async Task Offers_who_is_around_the_traject()
    {
        var sister = new Relation(Guid.CreateVersion7(), Client.Id, "sister", "Leyla", 2008, null);
        var strangers = new Relation(Guid.CreateVersion7(), A.Client().Id, "brother", "Niemand", null, null);
        var left = A.Staff(StaffRoles.PgaExpert);
        var other = A.Client();
        await Pga.Given(left, sister, other, new Relation(Guid.CreateVersion7(), other.Id, strangers.Kind, strangers.Name, null, null));

        var form = await Pga.Send(Expert, new GetWorkItemForm(Traject.Id, _goal));

        Assert.That(form.Goal, Is.EqualTo("Huisvesting (‘Ik wil een eigen plek’)"));
        Assert.That(form.Colleagues.Select(c => c.Name), Is.EqualTo(new[] { "Joris Blom", "Sanne de Wit" }));
        Assert.That(form.Relatives, Is.EqualTo(new[] { new OwnerChoice(sister.Id, "Leyla (zus)") }));
        Assert.That(form.Partners.Select(p => p.Name), Does.Contain("Buurtteams"));
    }

    [Test]
    public async Task Refuses_an_owner_who_is_not_around_the_traject()
    {
        var elsewhere = A.Staff(StaffRoles.PgaExpert);
        var other = A.Client();
        var otherTraject = A.Traject(other, Expert);
        var relative = new Relation(Guid.CreateVersion7(), other.Id, "brother", "Niemand", null, null);
        await Pga.Given(elsewhere, other, otherTraject, relative);

        foreach (var owner in new[]
        {
            new WorkOwner(OwnerKinds.Staff, StaffId: elsewhere.Id),
            new WorkOwner(OwnerKinds.Relative, RelationId: relative.Id),
            new WorkOwner(OwnerKinds.Organisation, PartnerId: Guid.CreateVersion7()),
        })
            Assert.That(Errors(NewItem(_goal, owner: owner)), Is.EqualTo(new[] { ("Owner", "Kies iemand uit de lijst. Een medewerker moet op dit traject werken.") }), owner.Kind);
    }

    [Test]
    public void Says_all_that_is_wrong() => Assert.Multiple(() =>
    {
        Assert.That(Errors(new AddWorkItem(Guid.CreateVersion7(), Traject.Id, _goal, " ", new WorkOwner(""), default)), Is.EqualTo(new[]
        {
            ("Text", "Schrijf op wat er moet gebeuren."), ("Owner", "Kies wie dit doet."), ("DueOn", "Kies wanneer het klaar moet zijn."),
        }));
        Assert.That(Errors(NewItem(_goal, due: -1)), Is.EqualTo(new[] { ("DueOn", "Deze datum is al geweest. Kies vandaag of later.") }));
        Assert.That(Errors(NewItem(_goal, owner: new WorkOwner(OwnerKinds.Organisation))), Is.EqualTo(new[] { ("Owner", "Kies de organisatie, of vul de naam ervan in.") }));
        Assert.That(Errors(NewItem(_goal, new string('x', 301))).Single().Field, Is.EqualTo("Text"));
    });

    [Test]
    public async Task Stays_with_who_has_left_until_it_is_given_to_another_and_says_so()
    {
        await Pga.Send(Expert, NewItem(_goal, "Bellen", new WorkOwner(OwnerKinds.Staff, StaffId: Colleague.Id)));
        await Pga.Read(async db =>
        {
            (await db.Assignments.SingleAsync(a => a.StaffId == Colleague.Id)).EndBy(Today.AddDays(-1));
            return await db.SaveChangesAsync();
        });
        var item = (await Plan()).Goals.Single().Actions.Single();
        Assert.That(item.OwnerHasLeft);

        await Pga.Send(Expert, Change(item) with { Text = "Bellen met WoningNet", Owner = new WorkOwner(OwnerKinds.Staff, StaffId: Colleague.Id) });
        item = (await Plan()).Goals.Single().Actions.Single();
        await Pga.Send(Expert, Change(item) with { Owner = new WorkOwner(OwnerKinds.Staff, StaffId: Expert.Id) });

        item = (await Plan()).Goals.Single().Actions.Single();
        Assert.That((item.Owner, item.OwnerHasLeft), Is.EqualTo(("Sanne de Wit", false)));
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_was_first()
    {
        await Pga.Send(Expert, NewItem(_goal));
        var read = (await Plan()).Goals.Single().Actions.Single();
        await Pga.Send(Colleague, Change(read) with { Text = "Inschrijven met hulp", Owner = new WorkOwner(OwnerKinds.Staff, StaffId: Colleague.Id) });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, Change(read) with { DueOn = Today.AddDays(60) }));

        Assert.That(conflict.Values, Is.EqualTo(new ConflictingValue[]
        {
            new("Text", "Actie", "Inschrijven met hulp", "Inschrijven bij WoningNet"),
            new("Owner", "Wie doet dit?", "Joris Blom", "Cliënt"),
            new("DueOn", "Klaar op", "17-03-2026", "02-05-2026"),
        }));
        var closing = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, Close(read)));
        Assert.That(closing.Values, Is.EqualTo(new[]
        {
            new ConflictingValue("Outcome", "Stand van de actie", "Open: Inschrijven met hulp (Joris Blom, klaar op 17-03-2026)", "Gedaan op 03-03-2026"),
        }));
        await Pga.Send(Expert, Change(read) with { BaseVersion = conflict.CurrentVersion, DueOn = Today.AddDays(60) });
        Assert.That((await Plan()).Goals.Single().Actions.Single().DueOn, Is.EqualTo(Today.AddDays(60)));
    }

    [Test]
    public async Task Is_done_or_lapses_with_a_reason_and_can_be_opened_again()
    {
        await Pga.Send(Expert, NewItem(_goal));
        var item = (await Plan()).Goals.Single().Actions.Single();
        Assert.That(Errors(Close(item) with { Outcome = WorkOutcomes.Dropped }), Is.EqualTo(new[] { ("Reason", "Schrijf op waarom deze actie vervalt.") }));
        Assert.That(Errors(Close(item) with { On = Today.AddDays(1) }), Is.EqualTo(new[] { ("On", "De datum ligt in de toekomst. Kies vandaag of eerder.") }));
        Assert.That(Errors(Close(item) with { Outcome = "" }), Is.EqualTo(new[] { ("Outcome", "Kies of de actie is gedaan, of niet meer nodig is.") }));

        await Pga.Send(Expert, Close(item) with { Outcome = WorkOutcomes.Dropped, Reason = "Is al ingeschreven" });
        item = (await Plan()).Goals.Single().Actions.Single();
        Assert.That((item.Outcome, item.ClosedOn, item.Reason), Is.EqualTo((WorkOutcomes.Dropped, (DateOnly?)Today, "Is al ingeschreven")));
        Assert.That(Errors(Change(item)), Is.EqualTo(new[] { ("", "Deze actie is al afgesloten. Open de actie eerst weer.") }));

        await Pga.Send(Expert, new ReopenWorkItem(Guid.CreateVersion7(), Traject.Id, item.Id, item.Version));
        item = (await Plan()).Goals.Single().Actions.Single();
        Assert.That((item.Outcome, item.ClosedOn, item.Reason), Is.EqualTo(((string?)null, (DateOnly?)null, (string?)null)));
        await Pga.Send(Expert, Close(item) with { On = Today.AddDays(-2) });
        Assert.That((await Plan()).Goals.Single().Actions.Single().ClosedOn, Is.EqualTo(Today.AddDays(-2)));
    }

    private ChangeWorkItem Change(PlanAction a) => new(Guid.CreateVersion7(), Traject.Id, a.Id, a.Version, a.Text, new WorkOwner(OwnerKinds.Client), a.DueOn);

    private CloseWorkItem Close(PlanAction a) => new(Guid.CreateVersion7(), Traject.Id, a.Id, a.Version, WorkOutcomes.Done, Today);

    private IEnumerable<(string Field, string Text)> Errors(ICommand command) =>
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, command))!.Errors.Select(e => (e.Field, e.Text));
}
