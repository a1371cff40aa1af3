using Microsoft.Playwright;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Browser;

/// <summary>Documents of a dossier, from choosing a file to withdrawing it.</summary>
internal sealed class DocumentPages : BrowserTest
{
    private readonly FakeClock _clock = new();
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");
    private readonly Client _client = A.Client("Samira", "Yıldız");

    protected override TimeProvider Clock => _clock;

    [Test]
    public async Task A_document_from_upload_to_withdrawal()
    {
        var traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _client, traject);
        await SignIn(_expert);
        await Page.GotoAsync($"/dossiers/{traject.Id}");
        await Follow("Documenten");
        await Check("documenten-leeg");
        await Press("Toevoegen");
        await Expect("Controleer 5 velden");
        await Check("documenten-fout");

        await Fill("Verslag van de mentor");
        await Choose("factuur.pdf", SampleFile.Program());
        await Press("Toevoegen");
        await Assertions.Expect(Page.GetByText("Dit bestand is een programma, wat de naam ook zegt.").First).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByLabel("Titel")).ToHaveValueAsync("Verslag van de mentor");
        await Check("documenten-programma");
        await Choose("mentor.pdf", SampleFile.PdfOf(1_500_000));
        await Press("Toevoegen");
        await Assertions.Expect(Page.GetByText("Het document is toegevoegd.")).ToBeVisibleAsync();
        await Fill("Foto van de voordeur na de inbraak, gemaakt bij het huisbezoek van vorige week");
        await Choose("IMG_20260220_142233_een_hele_lange_naam_van_een_telefoon_zonder_spaties.jpg", SampleFile.Jpeg());
        await Press("Toevoegen");
        await Expect("2 documenten");
        await Check("documenten");

        await Follow("Verslag van de mentor");
        await Choose("mentor definitief.pdf", SampleFile.Pdf("definitief"));
        await Press("Toevoegen als versie 2");
        await Expect("2 versies");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Downloaden van versie 2" }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("mentor definitief.pdf"));
        Assert.That(await File.ReadAllBytesAsync((await download.PathAsync())!), Is.EqualTo(SampleFile.Pdf("definitief")));
        await Check("document");
        await Follow("Wijzigen");
        await Page.GetByLabel("Titel").FillAsync("Verslag van de decaan");
        await Check("document-wijzigen");
        await Press("Opslaan");
        await Expect("Verslag van de decaan");

        await Follow("Intrekken…");
        await Press("Ja, trek het document in");
        await Expect("Controleer 1 veld");
        await Check("document-intrekken");
        await Page.GetByLabel("Waarom trekt u dit document in?").FillAsync("Hoort in een ander dossier.");
        await Press("Ja, trek het document in");
        await Check("document-ingetrokken");
        await Page.GotoAsync($"/dossiers/{traject.Id}/documenten?ingetrokken=1");
        await Expect("1 document");
        await Check("documenten-ingetrokken");
    }

    private async Task Fill(string title)
    {
        await Page.GetByLabel("Titel").FillAsync(title);
        await Page.GetByLabel("Soort").SelectOptionAsync("report");
        await Page.GetByLabel("Datum van het document").FillAsync("2026-02-20");
        await Page.GetByLabel("Van een partner").CheckAsync();
    }

    private Task Choose(string name, byte[] content) =>
        Page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    private Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    private Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task Expect(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
}
