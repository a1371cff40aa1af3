using Microsoft.EntityFrameworkCore;
using Pga.Application.Catalogues;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Spreekuren;
using Pga.Application.Staff;
using Pga.Application.Statistics;
using Pga.Application.Stories;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Catalogues;

/// <summary>Choices offer what is valid on the day they are about, and what isn't is refused with since when.</summary>
internal sealed class ChosenEntryTests : CatalogueTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio);
    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, null);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _rio, _manager, _client, _traject);
    }

    [Test]
    public async Task An_institution_for_a_spreekuur_of_that_day()
    {
        var vught = await Shipped(CatalogueKinds.Institutions, "pi-vught");
        await End(CatalogueKinds.Institutions, vught, new DateOnly(2026, 3, 10));
        var open = new OpenSpreekuur(Guid.CreateVersion7(), vught, new DateOnly(2026, 3, 10), new TimeOnly(10, 0));

        Assert.That((await Pga.Send(_rio, new GetOpenInstitutions())).Select(i => i.Id), Does.Contain(vught));
        Assert.That(Error(() => Pga.Send(_rio, open with { Date = new DateOnly(2026, 3, 11) })), Is.EqualTo(("InstitutionId", "U kunt PI Vught niet meer kiezen na 10 maart 2026. Kies iets anders.")));
        var id = await Pga.Send(_rio, open);
        Pga.Clock.Advance(TimeSpan.FromDays(30));
        Assert.That((await Pga.Send(_rio, new GetOpenInstitutions())).Select(i => i.Id), Does.Not.Contain(vught));
        Assert.That((await Pga.Send(_rio, new GetSpreekuur(id))).Institution, Is.EqualTo("PI Vught"), "what was chosen stays shown");
        Assert.That(Error(() => Pga.Send(_rio, open with { CommandId = Guid.CreateVersion7(), InstitutionId = Guid.CreateVersion7() })), Is.EqualTo(("InstitutionId", "Kies een inrichting uit de lijst.")));
    }

    [Test]
    public async Task An_institution_that_has_yet_to_open()
    {
        var id = await Pga.Send(Administrator, Adding(CatalogueKinds.Institutions, "PI Nieuw") with { ValidFrom = new DateOnly(2026, 4, 1) });

        Assert.That((await Pga.Send(_rio, new GetOpenInstitutions())).Select(i => i.Id), Does.Not.Contain(id));
        Assert.That(Error(() => Pga.Send(_rio, new OpenSpreekuur(Guid.CreateVersion7(), id, new DateOnly(2026, 3, 31), new TimeOnly(10, 0)))).Text, Is.EqualTo("U kunt PI Nieuw pas kiezen vanaf 1 april 2026. Kies iets anders."));
        await Pga.Send(_rio, new OpenSpreekuur(Guid.CreateVersion7(), id, new DateOnly(2026, 4, 1), new TimeOnly(10, 0)));
    }

    [Test]
    public async Task A_letter_of_today_in_the_words_of_today()
    {
        var id = await Shipped(CatalogueKinds.LetterTemplates, "huisbezoek");
        await Pga.Send(Administrator, await Changing(CatalogueKinds.LetterTemplates, id) with { Subject = "Ik kom langs", Body = "Dag {{voornaam}},\r\n\r\nTot dan. " });

        var draft = await Pga.Send(_expert, new GetLetterDraft(_traject.Id, "huisbezoek"));
        Assert.That((draft.Subject, draft.Text), Is.EqualTo(("Ik kom langs", "Dag Noor,\n\nTot dan.")));
        var sent = await Pga.Send(_expert, new RecordLetter(Guid.CreateVersion7(), _traject.Id, draft.Subject, draft.Text));
        await Pga.Send(Administrator, await Changing(CatalogueKinds.LetterTemplates, id) with { Body = "Anders" });
        Assert.That((await Pga.Send(_expert, new GetSentLetter(_traject.Id, sent))).Text, Is.EqualTo("Dag Noor,\n\nTot dan."), "a letter that was written stays as it is");

        await End(CatalogueKinds.LetterTemplates, id, Today.AddDays(-1));

        Assert.That((await Pga.Send(_expert, new GetLetterTemplates())).Select(t => t.Code), Is.EqualTo(new[] { "uitnodiging", "aangemeld", "afsluiting" }));
        Assert.That(Error(() => Pga.Send(_expert, new GetLetterDraft(_traject.Id, "huisbezoek"))).Text, Does.StartWith("U kunt Bevestiging van een huisbezoek niet meer kiezen na "));
    }

    [Test]
    public async Task A_partner_as_owner_of_an_action()
    {
        var svg = await Shipped(CatalogueKinds.Partners, "svg");
        var goal = await Pga.Send(_expert, new AddGoal(Guid.CreateVersion7(), _traject.Id, "huisvesting", "Een plek", null, Today.AddDays(90)));
        var add = new AddWorkItem(Guid.CreateVersion7(), _traject.Id, goal, "Bellen", new WorkOwner(OwnerKinds.Organisation, PartnerId: svg), Today.AddDays(9));
        var item = await Pga.Send(_expert, add);
        await End(CatalogueKinds.Partners, svg, Today.AddDays(-1));

        Assert.That(Error(() => Pga.Send(_expert, add with { CommandId = Guid.CreateVersion7() })), Is.EqualTo(("Owner", "U kunt SVG niet meer kiezen na 2 maart 2026. Kies iets anders.")));
        Assert.That((await Pga.Send(_expert, new GetWorkItemForm(_traject.Id, goal))).Partners.Select(p => p.Name), Does.Contain("JoU").And.Not.Contain("SVG"));
        var form = await Pga.Send(_expert, new GetWorkItemForm(_traject.Id, WorkItemId: item));
        Assert.That(form.Partners.Select(p => p.Name), Does.Contain("SVG"), "it stays with what has it");
        await Pga.Send(_expert, new ChangeWorkItem(Guid.CreateVersion7(), _traject.Id, item, form.Item!.Version, "Terugbellen", form.Item.Owner, Today.AddDays(12)));
    }

    [Test]
    public async Task A_partner_for_a_new_account()
    {
        await End(CatalogueKinds.Partners, await Shipped(CatalogueKinds.Partners, "jou"), Today.AddDays(-1));

        var error = Error(() => Pga.Send(Administrator, new AddUser(Guid.CreateVersion7(), "jan@jou.example", "Jan", [StaffRoles.Partner], null, "jou")));

        Assert.That(error.Text, Does.Contain("Buurtteams").And.Not.Contain("JoU"));
    }

    [Test]
    public async Task An_activity_for_a_year_in_which_there_was_one()
    {
        var kind = await Shipped(CatalogueKinds.ActivityKinds, "scholen");
        await Pga.Given(new Activity(Guid.CreateVersion7(), 2026, kind, 4));
        await End(CatalogueKinds.ActivityKinds, kind, new DateOnly(2024, 1, 1));

        async Task<bool> IsOffered(int year) => (await Pga.Send(_manager, new GetFigures(year))).Activities.Any(a => a.KindId == kind);
        Assert.That((await IsOffered(2024), await IsOffered(2025), await IsOffered(2026)), Is.EqualTo((true, false, true)), "for a day of that year, and what was counted stays");
        await Pga.Send(_manager, new CountActivities(Guid.CreateVersion7(), 2024, [new(kind, 3, null)]));
        await Pga.Send(_manager, new CountActivities(Guid.CreateVersion7(), 2026, [new(kind, 5, 4)]));
        Assert.That(Error(() => Pga.Send(_manager, new CountActivities(Guid.CreateVersion7(), 2025, [new(kind, 3, null)]))),
            Is.EqualTo(("Counts[0].Count", "U kunt scholen met lessen en spreekuren niet meer kiezen na 1 januari 2024. Kies iets anders.")));
    }

    [Test]
    public async Task An_intervention_for_a_story_of_a_year_in_which_it_was_given()
    {
        var gym = await Shipped(CatalogueKinds.Interventions, "colosseum-gym");
        await End(CatalogueKinds.Interventions, gym, new DateOnly(2025, 6, 1));
        var write = new WriteStory(Guid.CreateVersion7(), _traject.Id, 2025, "Titel", "Tekst.", StoryLinks.Intervention, "colosseum-gym");

        Assert.That((await Pga.Send(_expert, new GetStoryChoices())).Interventions.Select(i => i.Key), Does.Contain("colosseum-gym"), "stories of last year are still written");
        var story = await Pga.Send(_expert, write);
        Assert.That(Error(() => Pga.Send(_expert, write with { CommandId = Guid.CreateVersion7(), Year = 2026 })), Is.EqualTo(("LinkTo", "U kunt Colosseum Gym niet meer kiezen na 1 juni 2025. Kies iets anders.")));
        await End(CatalogueKinds.Interventions, gym, new DateOnly(2024, 6, 1));
        Assert.That((await Pga.Send(_expert, new GetStoryChoices())).Interventions.Select(i => i.Key), Does.Not.Contain("colosseum-gym"));
        Assert.That((await Pga.Send(_expert, new GetStoryChoices("colosseum-gym"))).Interventions.Select(i => i.Key), Does.Contain("colosseum-gym"), "of who has chosen it");
        var version = await Pga.Read(db => db.Stories.Where(s => s.Id == story).Select(s => s.Version).SingleAsync());
        await Pga.Send(_expert, new EditStory(Guid.CreateVersion7(), story, version, 2025, "Titel", "Andere tekst.", StoryLinks.Intervention, "colosseum-gym"));
    }
}
