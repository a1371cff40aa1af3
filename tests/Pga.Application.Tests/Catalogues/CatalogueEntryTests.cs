using Microsoft.EntityFrameworkCore;
using Pga.Application.Catalogues;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Detention;
using Pga.Domain.Interventions;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Domain.Stories;
using Pga.Testing;

namespace Pga.Application.Tests.Catalogues;

/// <summary>What the administrator does with entries, whatever the catalogue.</summary>
internal sealed class CatalogueEntryTests : CatalogueTest
{
    private static IEnumerable<string> Kinds => CatalogueKinds.List.All.Select(k => k.Key);

    [TestCaseSource(nameof(Kinds))]
    public async Task Are_added_at_the_end_with_a_code_of_their_name(string catalogue)
    {
        var add = Adding(catalogue, " Stichting Nieuwe Ronde ") with { ValidFrom = Today.AddDays(3), ValidUntil = Today.AddDays(30) };

        var id = await Pga.Send(Administrator, add);
        var again = await Pga.Send(Administrator, add);

        var entry = await Entry(catalogue, id);
        var last = await Pga.Read(db => db.Catalogue(catalogue).OrderByDescending(e => e.Order).ThenBy(e => e.Code).Select(e => e.Id).FirstAsync());
        Assert.That(again, Is.EqualTo(id), "sent twice is one");
        Assert.That(last, Is.EqualTo(id));
        Assert.That((entry.Code, entry.Name, entry.ValidFrom, entry.ValidUntil, entry.IsValid, entry.IsUsed, entry.NeedsReview),
            Is.EqualTo(("stichting-nieuwe-ronde", "Stichting Nieuwe Ronde", (DateOnly?)Today.AddDays(3), (DateOnly?)Today.AddDays(30), false, false, false)));
        Assert.That(entry.Changes.Select(c => (c.By, c.What)), Is.EqualTo(new[] { ("Bea Beheer", "Toegevoegd") }));
    }

    [Test]
    public async Task Have_a_code_of_their_own_for_good()
    {
        var jou = await Shipped(CatalogueKinds.Partners, "jou");
        await Pga.Send(Administrator, await Changing(CatalogueKinds.Partners, jou) with { Name = "Jongerenwerk Utrecht" });

        var other = await Entry(CatalogueKinds.Partners, await Add(CatalogueKinds.Partners, "J.o.u!"));
        var second = Adding(CatalogueKinds.Partners, "Joú");

        var entry = await Entry(CatalogueKinds.Partners, jou);
        Assert.That((entry.Code, entry.Name, other.Code), Is.EqualTo(("jou", "Jongerenwerk Utrecht", "j-o-u")));
        Assert.That(entry.Changes[0], Is.EqualTo(new EntryChange(entry.Changes[0].At, "Bea Beheer", "Gewijzigd: naam (was: JoU)")));
        Assert.That((await Entry(CatalogueKinds.Partners, await Pga.Send(Administrator, second))).Code, Is.EqualTo("jou-2"));
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Are_refused_with_a_name_that_is_taken(string catalogue)
    {
        var first = await Pga.Send(Administrator, Adding(catalogue, "Eerste Naam"));
        var other = await Add(catalogue, "Andere naam");

        Assert.That(Error(() => Add(catalogue, " eerste naam")).Field, Is.EqualTo("Name"));
        Assert.That(Error(() => Add(catalogue, "eerste-naam")).Text, Is.EqualTo("Deze naam is er al: Eerste Naam (code eerste-naam). Kies een andere naam, of gebruik die."));
        var rename = await Changing(catalogue, other) with { Name = "Eerste naam" };
        Assert.That(Error(() => Pga.Send(Administrator, rename)).Field, Is.EqualTo("Name"));
        Assert.That((await Entry(catalogue, other)).Name, Is.EqualTo("Andere naam"));

        // In the rapportage a name is a row, ended or not. A letter may have a next version.
        await End(catalogue, first, Today.AddDays(-1));
        if (catalogue == CatalogueKinds.LetterTemplates)
        {
            var next = await Pga.Send(Administrator, Adding(catalogue, "Eerste Naam") with { ValidFrom = Today });
            Assert.That((await Entry(catalogue, next)).Code, Is.EqualTo("eerste-naam-2"));
            Assert.That(Error(() => Pga.Send(Administrator, new ReopenCatalogueEntry(Guid.CreateVersion7(), catalogue, first))).Field, Is.EqualTo("Name"));
            Assert.That(Error(() => End(catalogue, first, Today)).Field, Is.EqualTo("Name"));
        }
        else
        {
            Assert.That(Error(() => Add(catalogue, "Eerste Naam")).Field, Is.EqualTo("Name"));
        }
    }

    [Test]
    public void Are_refused_when_filled_in_wrongly() => Assert.Multiple(() =>
    {
        var partner = Adding(CatalogueKinds.Partners, "Nieuw");
        var intervention = Adding(CatalogueKinds.Interventions, "Nieuw");
        var letter = Adding(CatalogueKinds.LetterTemplates, "Nieuw");
        Assert.That(Error(() => Sent(partner with { Name = " " })), Is.EqualTo(("Name", "Vul een naam in.")));
        Assert.That(Error(() => Sent(partner with { Name = null })), Is.EqualTo(("Name", "Vul een naam in.")));
        Assert.That(Error(() => Sent(partner with { Name = "…!" })), Is.EqualTo(("Name", "Vul een naam in.")));
        Assert.That(Error(() => Sent(partner with { Name = new string('a', 201) })).Field, Is.EqualTo("Name"));
        Assert.That(Error(() => Sent(partner with { ValidFrom = Today, ValidUntil = Today.AddDays(-1) })), Is.EqualTo(("ValidUntil", "De laatste dag ligt vóór de eerste dag.")));
        Assert.That(Error(() => Sent(partner with { Places = 3 })), Is.EqualTo(("Places", "Dit veld hoort niet bij deze catalogus.")));
        Assert.That(Error(() => Sent(partner with { Country = "NL" })).Field, Is.EqualTo("Country"));
        Assert.That(Error(() => Sent(partner with { Body = "x" })).Field, Is.EqualTo("Body"));
        Assert.That(Error(() => Sent(intervention with { Kind = null })), Is.EqualTo(("Kind", "Kies een soort.")));
        Assert.That(Error(() => Sent(intervention with { Kind = "dansen" })).Field, Is.EqualTo("Kind"));
        Assert.That(Error(() => Sent(intervention with { Places = 0 })).Field, Is.EqualTo("Places"));
        Assert.That(Error(() => Sent(intervention with { PlacesPerGroup = true })), Is.EqualTo(("Places", "Vul in hoeveel plekken een groep heeft.")));
        Assert.That(Error(() => Sent(intervention with { Costs = -1 })).Field, Is.EqualTo("Costs"));
        Assert.That(Error(() => Sent(intervention with { Costs = Intervention.MaxCosts + 1 })).Field, Is.EqualTo("Costs"));
        Assert.That(Error(() => Sent(intervention with { Purpose = new string('a', 501) })).Field, Is.EqualTo("Purpose"));
        Assert.That(Error(() => Sent(intervention with { ProviderId = Guid.CreateVersion7() })), Is.EqualTo(("ProviderId", "Kies een partner uit de lijst.")));
        Assert.That(Error(() => Sent(Adding(CatalogueKinds.Institutions, "Nieuw") with { Country = "XX" })), Is.EqualTo(("Country", "Kies een land.")));
        Assert.That(Error(() => Sent(letter with { Subject = " " })), Is.EqualTo(("Subject", "Vul een onderwerp in.")));
        Assert.That(Error(() => Sent(letter with { Subject = "a\nb" })), Is.EqualTo(("Subject", "Zet het onderwerp op één regel.")));
        Assert.That(Error(() => Sent(letter with { Body = null })), Is.EqualTo(("Body", "Schrijf de tekst van de brief.")));
        Assert.That(Error(() => Sent(letter with { Body = "Uw {{schuld}} en {{ADRES}}" })).Text,
            Does.StartWith("Dit veld bestaat niet: {{schuld}}, {{ADRES}}. Kies uit: {{naam}}, {{voornaam}}, {{vandaag}}, ").And.EndWith("{{einddatum}}."));
        Assert.That(Error(() => Sent(letter with { Subject = "Over {{x}}" })).Field, Is.EqualTo("Subject"));
        Assert.That(Error(() => Sent(letter with { Body = "Beste {{naam}" })), Is.EqualTo(("Body", "Een veld is niet goed geschreven. Zet twee haken ervoor en twee erachter, zoals {{naam}}.")));
        Assert.That(() => Sent(partner with { Catalogue = "wijken" }), Throws.TypeOf<NotFound>(), "fixed lists come with the software");
    });

    [Test]
    public async Task Show_both_versions_when_somebody_else_was_first()
    {
        var id = await Pga.Send(Administrator, Adding(CatalogueKinds.Interventions, "Boksen") with { Places = 8, Costs = 100 });
        var mine = await Changing(CatalogueKinds.Interventions, id) with { Places = 12, Name = "Boksen", Purpose = "Ritme" };
        var jou = await Shipped(CatalogueKinds.Partners, "jou");
        await Pga.Send(Administrator, await Changing(CatalogueKinds.Interventions, id) with { Places = 10, ProviderId = jou });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Administrator, mine));

        var now = await Entry(CatalogueKinds.Interventions, id);
        Assert.That(conflict.CurrentVersion, Is.EqualTo(now.Version));
        Assert.That(conflict.Values, Is.EqualTo(new[]
        {
            new ConflictingValue("Purpose", "Doel", null, "Ritme"), new ConflictingValue("ProviderId", "Aanbieder", "JoU", "Het eigen team"), new ConflictingValue("Places", "Plekken", "10", "12"),
        }));
        Assert.That(now.Intervention!.Places, Is.EqualTo(10), "nothing was stored");
        await Pga.Send(Administrator, mine with { CommandId = Guid.CreateVersion7(), BaseVersion = conflict.CurrentVersion });
        Assert.That((await Entry(CatalogueKinds.Interventions, id)).Intervention!.Places, Is.EqualTo(12));
    }

    [Test]
    public async Task That_were_shipped_take_a_base_version_too()
    {
        var id = await Shipped(CatalogueKinds.Partners, "svg");

        Assert.ThrowsAsync<Conflict>(async () => await Pga.Send(Administrator, await Changing(CatalogueKinds.Partners, id) with { BaseVersion = default, Name = "Anders" }));
    }

    [Test]
    public async Task End_on_a_day_and_can_be_reopened()
    {
        var id = await Pga.Send(Administrator, Adding(CatalogueKinds.Partners, "Tijdelijk") with { ValidFrom = Today.AddDays(-10) });

        Assert.That(Error(() => End(CatalogueKinds.Partners, id, Today.AddDays(-11))), Is.EqualTo(("LastDay", "De laatste dag ligt vóór de eerste dag.")));
        Assert.That(Error(() => Pga.Send(Administrator, new EndCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Partners, id, null))), Is.EqualTo(("LastDay", "Vul de laatste dag in.")));
        Assert.That(Error(() => Reopen(CatalogueKinds.Partners, id)), Is.EqualTo(("", "Hier staat geen laatste dag. Er valt niets te heropenen.")));
        await End(CatalogueKinds.Partners, id, Today);
        Assert.That((await Entry(CatalogueKinds.Partners, id)).IsValid, "on its last day");
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Entry(CatalogueKinds.Partners, id)).IsValid, Is.False);
        var late = await Changing(CatalogueKinds.Partners, id) with { ValidFrom = Today };
        Assert.That(Error(() => Pga.Send(Administrator, late)), Is.EqualTo(("ValidFrom", "De eerste dag ligt na de laatste dag.")));

        await Reopen(CatalogueKinds.Partners, id);

        var entry = await Entry(CatalogueKinds.Partners, id);
        Assert.That((entry.IsValid, entry.ValidUntil), Is.EqualTo((true, (DateOnly?)null)));
        Assert.That(entry.Changes.Select(c => c.What), Is.EqualTo(new[] { "Gewijzigd: laatste dag", "Gewijzigd: laatste dag", "Toegevoegd" }));
    }

    [Test]
    public async Task That_were_never_used_can_be_removed_and_leave_their_history()
    {
        var id = await Add(CatalogueKinds.Institutions, "PI Tikfout");

        await Remove(CatalogueKinds.Institutions, id);

        Assert.That(await Pga.Read(db => db.Institutions.AnyAsync(i => i.Id == id)), Is.False);
        Assert.That(await Pga.Read(db => db.History.Where(h => h.EntityId == id).OrderBy(h => h.Id).Select(h => h.Event).ToListAsync()), Is.EqualTo(new[] { "added", "removed" }));
        Assert.ThrowsAsync<NotFound>(() => Remove(CatalogueKinds.Institutions, id));
        Assert.ThrowsAsync<NotFound>(() => Entry(CatalogueKinds.Institutions, id));
    }

    [TestCase("a detention")]
    [TestCase("a spreekuur")]
    [TestCase("a participation")]
    [TestCase("a story")]
    [TestCase("an involvement")]
    [TestCase("an account")]
    [TestCase("an intervention that it gives")]
    [TestCase("the former owner of an action")]
    [TestCase("a figure")]
    public async Task That_are_used_anywhere_are_never_removed(string by)
    {
        var (catalogue, id) = await Used(by);

        var error = Error(() => Remove(catalogue, id));

        Assert.That(error, Is.EqualTo(("", "Ons voorbeeld is in gebruik en kan niet weg. Vul een laatste dag in: dan kan niemand dit nog kiezen, en blijft staan wat is vastgelegd.")));
        Assert.That((await Entry(catalogue, id)).IsUsed);
        var rows = (await Pga.Send(Administrator, new GetCatalogue(catalogue, Search: "ons voorbeeld"))).Entries;
        Assert.That(rows.Select(r => (r.Id, r.IsUsed)), Is.EqualTo(new[] { (id, true) }));
        if (by is "a story" or "the former owner of an action")
            return;
        Assert.ThrowsAsync<DbUpdateException>(
            () => Pga.Read(async db =>
            {
                db.Remove(await db.Catalogue(catalogue).SingleAsync(e => e.Id == id));
                return await db.SaveChangesAsync();
            }),
            "nor past the application");
    }

    [Test]
    public async Task Move_up_and_down_and_no_further_than_the_edge()
    {
        async Task<string[]> Order() => [.. (await Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.ActivityKinds))).Entries.Select(e => e.Code)];
        var was = await Order();
        var second = await Shipped(CatalogueKinds.ActivityKinds, was[1]);

        await Move(second, up: true);
        Assert.That(await Order(), Is.EqualTo(new[] { was[1], was[0], was[2], was[3], was[4] }));
        await Move(second, up: true);
        Assert.That((await Order())[0], Is.EqualTo(was[1]));
        await Move(second, up: false);
        Assert.That(await Order(), Is.EqualTo(was));
        await Move(await Shipped(CatalogueKinds.ActivityKinds, was[4]), up: false);
        Assert.That(await Order(), Is.EqualTo(was));

        var rows = (await Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.ActivityKinds))).Entries;
        Assert.That(rows.Select(r => (r.IsFirst, r.IsLast)), Is.EqualTo(new[] { (true, false), (false, false), (false, false), (false, false), (false, true) }));
        Assert.ThrowsAsync<NotFound>(() => Move(Guid.CreateVersion7(), up: true));

        async Task Move(Guid id, bool up) => await Pga.Send(Administrator, new MoveCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.ActivityKinds, id, up));
    }

    [Test]
    public async Task Of_an_import_wait_to_be_checked()
    {
        var (boxing, school) = (new Intervention(Guid.CreateVersion7(), "boksen", "Boksen", null, 50, needsReview: true), new Partner(Guid.CreateVersion7(), "school", "School", 50, needsReview: true));
        await Pga.Given(boxing, school);

        var before = await Pga.Send(Administrator, new GetCatalogues());
        Assert.That(before.ToCheck, Is.EqualTo(2));
        Assert.That(before.Checks, Is.EqualTo(new[] { new EntryToCheck(CatalogueKinds.Interventions, boxing.Id, "Boksen"), new EntryToCheck(CatalogueKinds.Partners, school.Id, "School") }));
        Assert.That((await Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.Partners, CatalogueViews.ToCheck))).Entries.Select(e => e.Id), Is.EqualTo(new[] { school.Id }));
        Assert.That(Error(() => Check(CatalogueKinds.Interventions, boxing.Id)).Text, Does.StartWith("Kies eerst een soort."));

        await Check(CatalogueKinds.Partners, school.Id);
        await Pga.Send(Administrator, await Changing(CatalogueKinds.Interventions, boxing.Id) with { Kind = "sport" });

        Assert.That((await Pga.Send(Administrator, new GetCatalogues())).ToCheck, Is.Zero, "who looks at it and saves has checked it");

        async Task Check(string catalogue, Guid id) => await Pga.Send(Administrator, new CheckCatalogueEntry(Guid.CreateVersion7(), catalogue, id));
    }

    [Test]
    public async Task Are_counted_by_what_can_be_chosen_today()
    {
        await End(CatalogueKinds.Partners, await Shipped(CatalogueKinds.Partners, "zvh"), Today.AddDays(-1));
        await End(CatalogueKinds.Partners, await Shipped(CatalogueKinds.Partners, "om"), Today);
        await Pga.Send(Administrator, Adding(CatalogueKinds.Partners, "Straks") with { ValidFrom = Today.AddDays(1) });

        var partners = (await Pga.Send(Administrator, new GetCatalogues())).Catalogues.Single(c => c.Catalogue == CatalogueKinds.Partners);
        var others = await Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.Partners, CatalogueViews.Others));
        var valid = await Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.Partners, CatalogueViews.Valid));

        Assert.That(partners, Is.EqualTo(new CatalogueSummary(CatalogueKinds.Partners, "Partners", 9, 2, 0)));
        Assert.That(others.Entries.Select(e => e.Name), Is.EqualTo(new[] { "ZVH", "Straks" }));
        Assert.That(valid.Total, Is.EqualTo(9));
    }

    [Test]
    public async Task Are_listed_by_the_page_and_found_without_their_accents()
    {
        await Pga.Given([.. Enumerable.Range(1, 30).Select(n => new Institution(Guid.CreateVersion7(), $"pi-{n}", $"PI Proef {n}", "NL", 100 + n))]);

        var first = await Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.Institutions));
        var last = await Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.Institutions, Page: 9));
        var found = await Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.Institutions, Search: " koln "));

        Assert.That((first.Entries.Count, first.Total, first.Page, first.Pages), Is.EqualTo((25, 44, 1, 2)));
        Assert.That((last.Entries.Count, last.Page), Is.EqualTo((19, 2)));
        Assert.That(found.Entries.Select(e => (e.Name, e.About)), Is.EqualTo(new[] { ("JVA Köln", "Duitsland") }));
        Assert.That(Error(() => Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.Institutions, Search: new string('a', 101)))).Field, Is.EqualTo("Search"));
        Assert.That(Error(() => Pga.Send(Administrator, new GetCatalogue(CatalogueKinds.Institutions, "iets"))).Field, Is.EqualTo("Show"));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Administrator, new GetCatalogue("wijken")));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Administrator, new GetCatalogueEntry("wijken")));
    }

    [Test]
    public async Task Are_for_the_administrator_alone()
    {
        var id = await Add(CatalogueKinds.Partners, "Nieuw");
        foreach (var role in StaffRoles.List.All.Select(r => r.Key).Where(r => r != StaffRoles.Administrator))
        {
            var other = A.Staff(role);
            await Pga.Given(other);
            Assert.Multiple(() =>
            {
                Assert.That(() => Pga.Send(other, new GetCatalogues()), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, new GetCatalogue(CatalogueKinds.Partners)), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, new GetCatalogueEntry(CatalogueKinds.Partners, id)), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, Adding(CatalogueKinds.Partners, "Nog een")), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, new ChangeCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Partners, id, default, "X")), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, new EndCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Partners, id, Today)), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, new ReopenCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Partners, id)), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, new RemoveCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Partners, id)), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, new MoveCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Partners, id, true)), Throws.TypeOf<Forbidden>(), role);
                Assert.That(() => Pga.Send(other, new CheckCatalogueEntry(Guid.CreateVersion7(), CatalogueKinds.Partners, id)), Throws.TypeOf<Forbidden>(), role);
            });
        }

        Assert.That(() => Pga.SendUnsigned(new GetCatalogues()), Throws.TypeOf<Forbidden>());
    }

    private Task<Guid> Sent(AddCatalogueEntry add) => Pga.Send(Administrator, add with { CommandId = Guid.CreateVersion7() });

    private Task<Guid> Reopen(string catalogue, Guid id) => Pga.Send(Administrator, new ReopenCatalogueEntry(Guid.CreateVersion7(), catalogue, id));

    private Task<Guid> Remove(string catalogue, Guid id) => Pga.Send(Administrator, new RemoveCatalogueEntry(Guid.CreateVersion7(), catalogue, id));

    private async Task<(string Catalogue, Guid Id)> Used(string by)
    {
        var expert = A.Staff(StaffRoles.PgaExpert, "team-9");
        var client = A.Client();
        var traject = A.Traject(client, expert, team: "team-9");
        await Pga.Given(expert, client, traject);
        var catalogue = by switch
        {
            "a detention" or "a spreekuur" => CatalogueKinds.Institutions,
            "a participation" or "a story" => CatalogueKinds.Interventions,
            "a figure" => CatalogueKinds.ActivityKinds,
            _ => CatalogueKinds.Partners,
        };
        var id = await Add(catalogue, "Ons voorbeeld");
        Assert.That((await Entry(catalogue, id)).IsUsed, Is.False);
        switch (by)
        {
            case "a detention":
                await Pga.Given(new DetentionPeriod(Guid.CreateVersion7(), client.Id, id, Today, null, null));
                break;
            case "a spreekuur":
                await Pga.Given(new Spreekuur(Guid.CreateVersion7(), id, Pga.Clock.GetUtcNow().UtcDateTime, expert.Id));
                break;
            case "a participation":
                await Pga.Given(new Participation(Guid.CreateVersion7(), traject.Id, id, Today));
                break;
            case "a story":
                await Pga.Given(new Story(
                    Guid.CreateVersion7(), new StoryDraft(2025, "Titel", "Tekst", StoryLinks.Intervention, "ons-voorbeeld"), expert.Id, Pga.Clock.GetUtcNow().UtcDateTime));
                break;
            case "an involvement":
                await Pga.Given(new PartnerInvolvement(Guid.CreateVersion7(), traject.Id, id, Today, null));
                break;
            case "an account":
                var account = A.Staff(StaffRoles.Partner, null);
                account.WorkFor(id);
                await Pga.Given(account);
                break;
            case "an intervention that it gives":
                await Pga.Send(Administrator, Adding(CatalogueKinds.Interventions, "Gegeven") with { ProviderId = id });
                break;
            case "the former owner of an action":
                await FormerOwner(expert, traject.Id, id);
                break;
            default:
                await Pga.Given(new Activity(Guid.CreateVersion7(), 2025, id, 3));
                break;
        }

        return (catalogue, id);
    }

    private async Task FormerOwner(StaffMember expert, Guid traject, Guid partner)
    {
        var goal = await Pga.Send(expert, new Application.Plans.AddGoal(Guid.CreateVersion7(), traject, "huisvesting", "Een eigen plek", null, Today.AddDays(90)));
        var add = new Application.Plans.AddWorkItem(
            Guid.CreateVersion7(), traject, goal, "Bellen", new Domain.Plans.WorkOwner(Domain.Plans.OwnerKinds.Organisation, PartnerId: partner), Today.AddDays(9));
        var item = await Pga.Send(expert, add);
        var version = await Pga.Read(db => db.WorkItems.Where(w => w.Id == item).Select(w => w.Version).SingleAsync());
        await Pga.Send(expert, new Application.Plans.ChangeWorkItem(
            Guid.CreateVersion7(), traject, item, version, "Bellen", new Domain.Plans.WorkOwner(Domain.Plans.OwnerKinds.Client), Today.AddDays(9)));
    }
}
