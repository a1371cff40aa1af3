using Pga.Domain.Spreekuren;

namespace Pga.Application.Import;

internal sealed partial class FolderWriter
{
    private async Task WriteSpreekuren(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<Spreekuur>(ImportFiles.Spreekuren, ct))
        {
            var institution = catalogues.Institutions.IdOf(row.Text("institution"));
            var (heldAt, rio) = (row.Instant("held_at"), row.IdOf("rio")!.Value);
            if (current is null)
                await writer.Add(new Spreekuur(row.Id, institution, heldAt, rio, row.Text("spreekuur_id")), null, null, ct);
            else
                await writer.Change(current, null, null, s => s.ChangeFromImport(institution, heldAt, rio), ct);
        }
    }

    private async Task WriteVisits(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<SpreekuurVisit>(ImportFiles.SpreekuurVisits, ct))
        {
            var spreekuurId = row.IdOf("spreekuur_id")!.Value;
            if (current is null)
            {
                var visit = Spreekuur.VisitFromImport(row.Id, spreekuurId, row.ClientId, row.Text("attendance"), (int)row.Number("sequence"));
                await writer.Add(visit, row.ClientId, null, ct);
                continue;
            }

            SpreekuurVisit? correction = null;
            await writer.Change(current, row.ClientId, null, v => correction = v.CorrectFromImport(Guid.CreateVersion7(), row.Text("attendance")), ct);
            await writer.Add(correction!, row.ClientId, null, ct);
        }
    }
}
