using System.Globalization;
using System.Text;
using Pga.Application.Data;
using Pga.Application.Documents;
using Pga.Domain.Documents;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>
/// Documents of the first running trajects of who has a demo account, with real files; whatever the size of the caseload, that is
/// some tens of kilobytes.
/// </summary>
internal sealed class DemoDocuments(DemoRandom random, DocumentStore store, DateOnly today)
{
    private const int TrajectsEach = 4;

    private static readonly HashSet<string> Accounts = [.. DemoStaff.Accounts.Select(a => a.Email)];

    private static readonly Sample[] Samples =
    [
        new("Verslag van de mentor", "report", "partner", "verslag-mentor.pdf",
            ["De leerling was deze maand twaalf van de zestien dagen op school.", "De afspraak om bij ziekte voor half negen te bellen gaat goed.", "De mentor stelt voor om het rooster op maandag later te laten beginnen."]),
        new("Brief van de woningcorporatie", "letter", "partner", "brief-wonen.pdf",
            ["U staat ingeschreven voor een kamer met begeleiding.", "Wij verwachten dat er binnen acht weken plaats is.", "Neem een geldig identiteitsbewijs mee naar het gesprek."]),
        new("Afspraken met de cliënt", "agreement", "own", "afspraken.txt",
            ["Wij bellen voor wij langskomen.", "De cliënt neemt post die hij niet begrijpt mee naar het gesprek.", "Over drie maanden bekijken wij samen hoe het gaat."]),
        new("Overzicht van schulden", "money-housing", "own", "schulden.csv",
            ["aan wie;bedrag;regeling", "zorgverzekeraar;412;ja", "telefoon;188;nee", "woningcorporatie;960;ja"]),
    ];

    private readonly List<(StaffMember Worker, Traject Traject)> _chosen = [];

    /// <summary>Takes a running traject when it is among the first of somebody who can sign in.</summary>
    public void Offer(StaffMember worker, Traject traject)
    {
        if (Accounts.Contains(worker.Email) && traject.StartedOn < today.AddDays(-2) && _chosen.Count(c => c.Worker == worker) < TrajectsEach)
            _chosen.Add((worker, traject));
    }

    public async Task Write(BulkWriter writer, CancellationToken ct)
    {
        foreach (var ((worker, traject), i) in _chosen.Select((c, i) => (c, i)))
        {
            foreach (var sample in random.Some(Samples, Samples.Length - (i % 2)))
                await Write(writer, worker, traject, sample, hasSecond: sample == Samples[0], withdrawn: false, ct);
            if (i == 0)
                await Write(writer, worker, traject, Samples[1] with { Title = "Brief aan een andere bewoner" }, hasSecond: false, withdrawn: true, ct);
        }
    }

    private async Task Write(BulkWriter writer, StaffMember worker, Traject traject, Sample sample, bool hasSecond, bool withdrawn, CancellationToken ct)
    {
        var on = random.Between(traject.StartedOn!.Value, today.AddDays(-2));
        var document = new Document(random.NextId(), traject.Id, new DocumentDetails(sample.Title, sample.Kind, sample.Source, on), At(on, 9));
        await Add(document, worker, sample, sample.Lines, At(on, 9), ct);
        if (hasSecond)
            await Add(document, worker, sample, [.. sample.Lines, "Aangevuld na het gesprek met de ouders."], At(on.AddDays(1), 9), ct);
        if (withdrawn)
            document.Withdraw("Hoort in een ander dossier.", worker.Id, At(on.AddDays(1), 10));
        await writer.InsertDemo(document, ct);
        foreach (var version in document.Versions)
            await writer.Insert(version, ct);
    }

    private async Task Add(Document document, StaffMember worker, Sample sample, string[] lines, DateTime at, CancellationToken ct)
    {
        var id = random.NextId();
        var type = FileTypes.All.Single(t => t.Extensions.Contains(Path.GetExtension(sample.Name)));
        var bytes = type == FileTypes.Pdf ? Pdf(sample.Title, lines) : Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");
        using var content = new MemoryStream(bytes);
        var (size, sha256) = await store.Keep(id, content, ct);
        document.Add(id, new CheckedFile(sample.Name, type.MediaType, size, sha256, ScanResults.NotScanned), worker.Id, at);
    }

    /// <summary>One page with a heading and some lines.</summary>
    private static byte[] Pdf(string title, string[] lines)
    {
        var page = new StringBuilder("BT /F1 18 Tf 72 770 Td (").Append(title).Append(") Tj /F1 11 Tf 0 -14 Td");
        foreach (var line in lines.Append("Alle gegevens in dit document zijn verzonnen."))
            page.Append(" 0 -18 Td (").Append(line).Append(") Tj");
        page.Append(" ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {page.Length} >>\nstream\n{page}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(p => pdf.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);

    private sealed record Sample(string Title, string Kind, string Source, string Name, string[] Lines);
}
