using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>From what a partner sends to what the triage decides, and what the partner reads of it.</summary>
internal sealed class TriagePages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _partner = new(Guid.CreateVersion7(), "partner@pga.example", "Roel Proef", [StaffRoles.Partner], null, "Buurtteams", active: true);
    private readonly StaffMember _coordinator = A.Staff(StaffRoles.Coordinator, name: "Karim Proef");
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");

    protected override TimeProvider Clock => _clock;

    [Test]
    public async Task An_aanmelding_of_a_partner_from_form_to_answer()
    {
        var known = A.Client("Joris", "Zeldzaam", birthDate: new DateOnly(2007, 1, 2));
        await Pga.Given(_partner, _coordinator, _expert, known, A.Traject(known, _expert));
        await SignIn(_partner);
        await Page.GotoAsync("/aanmeldingen");
        await Check("aanmeldingen-leeg");
        await Page.GotoAsync("/aanmelden");
        await Check("aanmelden");
        await Press("Aanmelding versturen");
        await Expect("Controleer 5 velden");
        await Check("aanmelden-fout");
        await Page.GetByLabel("Voornaam").FillAsync("Joris");
        await Page.GetByLabel("Achternaam").FillAsync("Zeldzaam");
        await Page.GetByLabel("Geboortedatum").FillAsync("2007-01-02");
        await Page.GetByLabel("Aanleiding").FillAsync("Overlast op het plein, en hij gaat niet meer naar school.");
        await Page.GetByLabel("Wat weet u al?").FillAsync("Woont bij oma. Er is al een jongerenwerker.");
        await Page.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        await Page.GetByLabel("Contactpersoon bij uw organisatie").FillAsync("R. Brinkman, 030 1234567");
        await Page.GetByLabel("Uw kenmerk").FillAsync("dossier 12");
        await Press("Aanmelding versturen");
        var number = await Pga.Read(db => db.Aanmeldingen.Select(a => a.Number).SingleAsync());
        await Assertions.Expect(Page.GetByText($"{number} · dossier 12")).ToBeVisibleAsync();
        await Check("aanmeldingen");

        await NewPage();
        await SignIn(_coordinator);
        await Page.GotoAsync("/triage");
        await Check("triage-leeg");
        await Follow("Van partners (1)");
        await Check("triage-partners");
        await Follow($"Buurtteams · {number}");
        await Expect("Joris Zeldzaam");
        await Check("triage-aanmelding");
        await Follow("Nieuw traject voor deze cliënt");
        await Expect($"Aanmelding {number} van Buurtteams");
        await Check("triage-oppakken");
        await Page.GetByLabel("Doel").FillAsync("Rust in de buurt en terug naar school");
        await Page.GetByLabel("Top X doorgroeiers").CheckAsync();
        await Press("Traject opslaan");
        await Follow("Bekijk de aanmelding");
        await Check("dossier-aanmelding");
        await Follow("Besluit vastleggen");
        await Check("triage-besluit");
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Geaccepteerd" }).CheckAsync();
        await Press("Besluit vastleggen");
        await Expect("Controleer 2 velden");
        await Check("triage-besluit-fout");
        await Page.GetByLabel("Problemen op meer dan één leefgebied").CheckAsync();
        await Page.GetByLabel("Motivering").FillAsync("School, thuis en politie lopen door elkaar.");
        await Page.GetByLabel("Startdatum").FillAsync("2026-03-03");
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Casusregie" }).SelectOptionAsync(new SelectOptionValue { Label = "Sanne Proef" });
        await Page.GetByLabel("Wat leest de partner?").FillAsync("Wij gaan met Joris aan de slag. Mevrouw Proef belt u.");
        await Press("Besluit vastleggen");
        await Assertions.Expect(Page.GetByText("Het besluit is vastgelegd. Het traject is gestart.")).ToBeVisibleAsync();
        await Check("dossier-aanmelding-besloten");

        await NewPage();
        await SignIn(_partner);
        await Page.GotoAsync("/aanmeldingen");
        await Assertions.Expect(Page.GetByText("Mevrouw Proef belt u.")).ToBeVisibleAsync();
        await Check("aanmeldingen-antwoord");
    }

    [Test]
    public async Task Lists_and_forms_of_the_triage_pass_axe()
    {
        var people = new (string, string)[] { ("Samira", "Yıldız"), ("Marek", "Kowalczyk"), ("Joey", "van Rijn"), ("Fatima", "el Amrani") }
            .Select(n => A.Client(n.Item1, n.Item2)).ToList();
        var trajects = people.Select((c, i) => Referred(c, $"T-{i}", i)).ToList();
        var accepted = Decide(trajects[2], TriageOutcomes.Accepted, null);
        var redirected = Decide(trajects[3], TriageOutcomes.Redirected, "Buurtteams");
        var running = A.Traject(people[0], _expert);
        await Pga.Given([_coordinator, _expert, .. people, .. trajects, accepted, redirected, running]);
        await SignIn(_coordinator);
        await Page.GotoAsync("/triage");
        await Check("triage");
        foreach (var list in new[] { "next", "accepted", "decided", "review" })
        {
            await Page.GotoAsync($"/triage?lijst={list}");
            await Check($"triage-{list}");
        }

        await Page.GotoAsync($"/dossiers/{trajects[2].Id}/starten");
        await Check("triage-starten");
        await Page.GotoAsync($"/dossiers/{trajects[3].Id}/triage");
        await Check("triage-wijzigen");
        await Page.GotoAsync($"/dossiers/{trajects[0].Id}/informeren");
        await Check("triage-informeren");
        await Page.GotoAsync($"/dossiers/{running.Id}/opschaling");
        await Check("opschaling");
        await Page.GetByLabel("Welke gegevens deelt u?").FillAsync("Naam, plan en betrokken partners");
        await Page.GetByLabel("Waarom mag dat?").FillAsync("Convenant van het ZVH");
        await Press("Opschalen naar ZVH");
        await Check("dossier-opgeschaald");
        await Follow("Opschaling beëindigen");
        await Check("opschaling-einde");
        await Page.GotoAsync($"/dossiers/{running.Id}");
        await Check("dossier-zvh");
    }

    private static Traject Referred(Client client, string number, int i)
    {
        var today = new DateOnly(2026, 3, 3);
        var traject = new Traject(Guid.CreateVersion7(), number, client.Id, Programmes.LocalPga, today.AddDays(i == 1 ? -1 : -9 - i), "school De Klimop", "team-1");
        traject.GroundIn("Overlast op het plein", "Rust", i == 0 ? "postponed" : "yes", i == 0 ? "Nog niet bereikt" : null, i == 0 ? today.AddDays(-2) : null);
        traject.ForTriage(i == 1 ? today.AddDays(1) : today.AddDays(-6));
        return traject;
    }

    private TriageDecision Decide(Traject traject, string outcome, string? organisation) => new(
        Guid.CreateVersion7(), traject, new TriageVerdict(outcome, ["areas", "impact"], "Past hier.", "Karim Proef", new DateOnly(2026, 3, 2), organisation, "phone", "Gebeld."),
        _coordinator.Id, _clock.GetUtcNow().UtcDateTime);

    private Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    private Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private Task Expect(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
}
