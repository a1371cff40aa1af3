using Microsoft.Playwright;
using Pga.Domain.Clients;
using Pga.Domain.Rapportage;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>What stands around the tables: stories, texts, activities and budget.</summary>
internal sealed class StoriesPages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly StaffMember _officer = A.Staff(StaffRoles.PrivacyOfficer, team: null, name: "Otto Proef");
    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, team: null, name: "Mirjam Proef");
    private readonly Client _client = A.Client("Samira", "Yıldız");

    protected override TimeProvider Clock => _clock;

    [Test]
    public async Task A_story_from_dossier_to_release()
    {
        var traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _officer, _manager, _client, traject);
        await SignIn(_expert);
        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Follow("Verhaal schrijven");
        await Expect("Verhaal schrijven");
        await Check("verhaal-schrijven");
        await Press("Opslaan");
        await Expect("Controleer 3 velden");
        await Check("verhaal-schrijven-fout");
        await Page.GetByLabel("Hoort bij").SelectOptionAsync(new SelectOptionValue { Label = "Huisvesting" });
        await Page.GetByLabel("Titel").FillAsync("Een eigen sleutel");
        await Page.GetByLabel("Verhaal", new() { Exact = true }).FillAsync("Samira sliep bij vrienden in Overvecht.\n\nSinds 3 maart 2025 heeft ze een kamer. “Ik slaap weer”, zegt ze.");
        await Press("Opslaan");
        await Expect("Een eigen sleutel");
        await Assertions.Expect(Page.GetByText("‘3 maart 2025’ (datum)")).ToBeVisibleAsync();
        await Check("verhaal-concept");
        await Follow("Anonimiseren afronden…");
        await Expect("Is niemand te herkennen?");
        await Check("verhaal-anonimiseren");
        await Follow("Terug");
        await Follow("Wijzigen");
        await Page.GetByLabel("Verhaal", new() { Exact = true }).FillAsync("Een jonge vrouw sliep bij vrienden.\n\nSinds het voorjaar heeft ze een kamer. “Ik slaap weer”, zegt ze.");
        await Press("Opslaan");
        await Assertions.Expect(Page.GetByText("Herkenbare gegevens in dit verhaal")).ToHaveCountAsync(0);
        await Follow("Anonimiseren afronden…");
        await Press("Ja, het is geanonimiseerd");
        await Follow("Toestemming vastleggen…");
        await Page.GetByLabel("Schriftelijk").CheckAsync();
        await Check("verhaal-toestemming");
        await Press("Toestemming vastleggen");
        await Assertions.Expect(Page.GetByText("Schriftelijk gegeven op 3 maart 2026")).ToBeVisibleAsync();
        await Follow("Wijzigen");
        await Check("verhaal-wijzigen");
        await Page.GotoAsync("/verhalen");
        await Check("verhalen-expert");

        await NewPage();
        await SignIn(_officer);
        await Page.GotoAsync("/verhalen");
        await Expect("Om vrij te geven");
        await Check("verhalen-privacy");
        await Follow("Een eigen sleutel");
        await Follow("Vrijgeven…");
        await Check("verhaal-vrijgeven");
        await Press("Ja, geef vrij");
        await Assertions.Expect(Page.GetByText("Het verhaal is vrijgegeven voor de rapportage.")).ToBeVisibleAsync();
        await Check("verhaal-vrijgegeven");

        await NewPage();
        await SignIn(_manager);
        await Page.GotoAsync("/verhalen");
        await Follow("Een eigen sleutel");
        await Assertions.Expect(Page.GetByText("Sinds het voorjaar heeft ze een kamer.")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText("Samira")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_release_that_is_refused_says_for_which_words()
    {
        var traject = A.Traject(_client, _expert);
        var now = _clock.GetUtcNow().UtcDateTime;
        var story = new Story(Guid.CreateVersion7(), new StoryDraft(2025, "Weer thuis in Overvecht", "Samira werkt nu.", StoryLinks.Goal, "Een eigen huis"), _expert.Id, now);
        story.Anonymise(_expert.Id, now);
        story.RecordConsent("spoken", new DateOnly(2026, 3, 3), _expert.Id, now);
        await Pga.Given(_expert, _officer, _client, traject, story, new StorySource(story.Id, traject.Id));
        await SignIn(_officer);
        await Page.GotoAsync($"/verhalen/{story.Id}");
        await Check("verhaal-sporen");
        await Follow("Vrijgeven…");
        await Press("Ja, geef vrij");
        await Expect("Dit is niet gelukt");
        await Assertions.Expect(Page.GetByText("‘Overvecht’ (plaats), ‘Samira’ (naam)")).ToBeVisibleAsync();
        await Check("verhaal-geweigerd");
    }

    [Test]
    public async Task Texts_activities_and_budget_of_a_year()
    {
        await Pga.Given(_manager, new Budget(Guid.CreateVersion7(), 2025, "Opgroeien in een veilige buurt", 1_250_000, 1_180_500), new Budget(Guid.CreateVersion7(), 2025, "Werk", 80_000, 81_250));
        await SignIn(_manager);
        await Page.GotoAsync("/rapportage/teksten/2025");
        await Page.GetByLabel("Instroom per aanpak").FillAsync("Er kwamen minder jongeren binnen dan vorig jaar.\n\nDe politie meldde er minder aan.");
        await Check("teksten");
        await Press("Teksten opslaan");
        await Assertions.Expect(Page.GetByText("De teksten zijn opgeslagen.")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByLabel("Instroom per aanpak")).ToHaveValueAsync("Er kwamen minder jongeren binnen dan vorig jaar.\n\nDe politie meldde er minder aan.");

        await Follow("Activiteiten en begroting");
        await Page.GetByLabel("BUIT-controles").FillAsync("1.250");
        await Press("Aantallen opslaan");
        await Assertions.Expect(Page.GetByLabel("BUIT-controles")).ToHaveValueAsync("1.250");
        await Check("invoer");
        await Page.GetByLabel("Prioriteit", new() { Exact = true }).FillAsync("Zorg");
        await Page.GetByLabel("Begroot (euro)").FillAsync("-1");
        await Page.GetByLabel("Gerealiseerd (euro)").FillAsync("0");
        await Press("Toevoegen");
        await Expect("Controleer 1 veld");
        await Check("invoer-fout");
        await Page.GotoAsync("/rapportage/invoer/2025");
        await Follow("Verwijder Werk");
        await Check("invoer-verwijderen");
        await Press("Ja, verwijder");
        await Assertions.Expect(Page.GetByText("De prioriteit is verwijderd.")).ToBeVisibleAsync();

        var edition = new Edition(Guid.CreateVersion7(), 2025);
        edition.Confirm(_manager.Id, _manager.Name, _clock.GetUtcNow().UtcDateTime);
        edition.SealWith(new byte[Edition.SealSize]);
        await Pga.Given(edition);
        await Page.GotoAsync("/rapportage/invoer/2025");
        await Check("invoer-vast");
        await Page.GotoAsync("/rapportage/teksten/2025");
        await Assertions.Expect(Page.GetByText("Deze teksten kunnen niet meer veranderen.")).ToBeVisibleAsync();
        await Check("teksten-vast");
    }

    private Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    private Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task Expect(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
}
