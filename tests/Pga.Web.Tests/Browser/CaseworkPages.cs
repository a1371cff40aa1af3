using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Detention;
using Pga.Domain.Interventions;
using Pga.Domain.Relations;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>Caseload, search and dossier in a browser, filled as on a working day.</summary>
internal sealed class CaseworkPages : BrowserTest
{
    private static readonly (string, string)[] Names =
        [("Dennis", "Verhoeven"), ("Samira", "Yıldız"), ("Marek", "Kowalczyk"), ("Wendy", "de Graaf"), ("Fatima", "el Amrani"), ("Joey", "van Rijn"), ("Rashid", "Bouzid"), ("Karin", "Oosterhout")];

    private static readonly string?[] Wijken = ["overvecht", "zuidwest", "noordwest", "vleuten-de-meern", "zuid", null];
    private static readonly string[] Kinds = ["home-visit", "phone", "office", "outdoors", "partner-visit", "letter"];

    private readonly FakeClock _clock = new();
    private readonly Random _random = new(1);
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, "Overvecht", "Sanne de Wit");
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio, "RIO", "Marit Bos");
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator, "Overvecht", "Hans Hoek");

    protected override TimeProvider Clock => _clock;

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now);

    [Test]
    public async Task Caseload_search_and_dossier_pass_axe_for_an_expert()
    {
        var (traject, _) = await GivenACaseload();
        await SignIn(_expert);
        await Page.GotoAsync("/caseload");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Mijn caseload" })).ToBeVisibleAsync();
        await Check("caseload");

        await Page.GetByRole(AriaRole.Link, new() { Name = "langer dan 3 weken geen contact" }).ClickAsync();
        await Check("caseload-filter");
        await Page.GetByText("Bewaar dit filter").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Naam van het filter" }).FillAsync("Stil");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Verwijder filter ‘Stil’" })).ToBeVisibleAsync();
        await Check("caseload-bewaard");

        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "Zoek op naam of dossiernummer" }).First.FillAsync("yildiz sami");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "4 cliënten gevonden" })).ToBeVisibleAsync();
        Assert.That(new Uri(Page.Url).PathAndQuery, Is.EqualTo("/zoeken"));
        await Check("zoeken");

        // From the page itself too, and by ear.
        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "Naam, dossiernummer of BSN" }).FillAsync("samiera jildis");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Klinkt hetzelfde" })).ToBeVisibleAsync();
        await Check("zoeken-klank");

        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Page.GetByText("Bekijk scores als tabel").ClickAsync();
        await Check("dossier");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Wijzig de veiligheidsafspraak" }).ClickAsync();
        await Check("veiligheidsafspraak");
    }

    [Test]
    public async Task Dossier_passes_axe_for_a_rio_and_the_caseload_for_a_coordinator()
    {
        var (traject, ofRio) = await GivenACaseload();
        await SignIn(_rio);
        await Page.GotoAsync($"/dossiers/{ofRio.Id}");
        await Check("dossier-rio");

        await NewPage();
        await SignIn(_coordinator);
        await Page.GotoAsync("/caseload");
        await Check("caseload-coordinator");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Exporteren…" }).ClickAsync();
        await Check("caseload-exporteren");
        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Check("dossier-coordinator");
    }

    [Test]
    public async Task Empty_caseload_and_dossier_pass_axe()
    {
        var client = A.Client();
        var traject = new Traject(Guid.CreateVersion7(), "T-1", client.Id, Programmes.LocalPga, Today, null, "Overvecht");
        await Pga.Given(_expert, client, traject);
        await SignIn(_expert);
        await Page.GotoAsync("/caseload");
        await Assertions.Expect(Page.GetByText("U hebt nog geen lopende trajecten.")).ToBeVisibleAsync();
        await Check("caseload-leeg");

        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Check("dossier-leeg");
    }

    private async Task<(Traject Traject, Traject OfRio)> GivenACaseload()
    {
        var all = new List<object> { _expert, _rio, _coordinator };
        var trajects = new List<Traject>();
        for (var i = 0; i < 30; i++)
        {
            var (given, family) = Names[i % Names.Length];
            var client = A.Client(given, family, $"2026-{400 + i:D4}", new DateOnly(1999 + (i % 9), 3, 14), Wijken[i % Wijken.Length]);
            var isNew = i == 6;
            var traject = A.Traject(client, _expert, team: "Overvecht", startedOn: Today.AddDays(isNew ? -12 : -400));
            trajects.Add(traject);
            all.AddRange([client, traject, .. Contacts(traject, i, i == 1 ? 20 : 3), .. isNew ? [] : Assessments(traject, i)]);
            if (i % 5 == 1)
                all.Add(new ContactMoment(Guid.CreateVersion7(), traject.Id, _expert.Id, Now, new ContactDetails("home-visit", Now.AddDays(i / 5).AddHours(4), null)));
            if (i == 12)
                traject.ProposeOutflow(Today, "out-of-sight", null, _expert.Id, Now, new(null, []));
            if (i == 1)
                client.AgreeOnSafety("Huisbezoek altijd met z’n tweeën, hond in de woning.", Today.AddDays(200));
        }

        var samira = trajects[1];
        samira.GroundIn("Overlast in de buurt en zorgen van school.", "Persoonsgerichte aanpak", "postponed", "Eerst kennismaken met de ouders.", Today.AddDays(20));
        var ofRio = A.Traject((Client)all.Single(e => e is Client c && c.Id == samira.ClientId), _rio, Programmes.Rio, "RIO");
        all.AddRange([ofRio, .. await Around(samira, ofRio)]);
        await Pga.Given([.. all]);
        return (samira, ofRio);
    }

    private IEnumerable<object> Assessments(Traject traject, int i) =>
    [
        A.Assessment(traject, Today.AddDays(-380), Moments.Start, 2),
        .. Enumerable.Range(0, 3).Select(m => A.Assessment(traject, Today.AddDays(-280 + (90 * m) + i), Moments.Interim, 3,
            ("gezin", _random.Next(1, 6)), ("zelfzorg", _random.Next(1, 6)), ("huisvesting", _random.Next(1, 6)), ("tijdsbesteding", 2), ("justitie-politie", 1))),
    ];

    private IEnumerable<object> Contacts(Traject traject, int i, int count) => Enumerable.Range(0, count).Select(c => new ContactMoment(
        Guid.CreateVersion7(), traject.Id, _expert.Id, Now, new ContactDetails(
            Kinds[c % Kinds.Length],
            Now.AddDays(-(c * 13) - i),
            c % 4 == 3 ? "nobody-home" : ContactCodes.Held,
            "Is sinds twee weken gewend in de woning. Sleutel en huurcontract gezien.\nWil hulp bij post ordenen.",
            c % 3 == 0 ? "moeder" : null,
            c % 3 == 0 ? ["huisvesting", "inkomen-schulden"] : null,
            c == 2,
            c == 0 && i % 3 == 0 ? "Terugbellen over de zorgtoeslag" : null,
            Today.AddDays(i - 9))));

    private async Task<IEnumerable<object>> Around(Traject traject, Traject ofRio)
    {
        var institution = await Pga.Read(db => db.Institutions.OrderBy(i => i.Order).ThenBy(i => i.Code).Select(i => i.Id).FirstAsync());
        var intervention = await Pga.Read(db => db.Interventions.OrderBy(i => i.Order).ThenBy(i => i.Code).Select(i => i.Id).FirstAsync());
        var partner = await Pga.Read(db => db.Partners.OrderBy(p => p.Order).ThenBy(p => p.Code).Select(p => p.Id).FirstAsync());
        var participation = new Participation(Guid.CreateVersion7(), traject.Id, intervention, Today.AddDays(-200));
        participation.Start(Today.AddDays(-180));
        var spreekuur = new Spreekuur(Guid.CreateVersion7(), institution, Now.AddDays(-8), _rio.Id);
        spreekuur.Record(Guid.CreateVersion7(), traject.ClientId, SpreekuurCodes.NoShow, "logistics", "Was overgeplaatst naar een andere afdeling.", Now);
        return
        [
            participation,
            spreekuur,
            new Relation(Guid.CreateVersion7(), traject.ClientId, "sister", "Leyla", 2008, "Woont ook thuis; steunt de afspraken."),
            new PartnerInvolvement(Guid.CreateVersion7(), traject.Id, partner, Today.AddDays(-200), null),
            new DetentionPeriod(Guid.CreateVersion7(), traject.ClientId, institution, Today.AddDays(-90), Today.AddDays(60), null),
            A.Assessment(ofRio, Today.AddDays(-300), Moments.Start, 2),
            A.Assessment(ofRio, Today.AddDays(-100), Moments.Interim, 3),
            Conditions(ofRio, -300, Moments.Start, "not-arranged", "in-progress"),
            Conditions(ofRio, -100, Moments.Interim, "arranged", "not-applicable"),
        ];
    }

    private ConditionMeasurement Conditions(Traject traject, int days, string moment, string id, string care) =>
        new(Guid.CreateVersion7(), traject.Id, Today.AddDays(days), moment, new Dictionary<string, string> { ["id"] = id, ["zorg"] = care }, _rio.Id, Now);
}
