using Pga.Domain.Contacts;

namespace Pga.Application.Import;

internal sealed partial class FolderWriter
{
    private async Task WriteContacts(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<ContactMoment>(ImportFiles.Contacts, ct))
        {
            var trajectId = row.IdOf("traject_id")!.Value;
            var details = new ContactDetails(row.Text("kind"), row.Instant("occurred_at"), row.Text("outcome"), row["report"], Topics: Cells.Parts(row["leefgebieden"]));
            if (current is null)
            {
                var moment = ContactMoment.FromImport(row.Id, row.Text("contact_id"), trajectId, row.IdOf("staff"), writer.NowUtc, details);
                await writer.Add(moment, row.ClientId, trajectId, ct);
                continue;
            }

            // What the folder doesn't know about stays.
            details = details with { Present = current.Present, SafetyConcern = current.SafetyConcern, NextStep = current.NextStep, NextStepDue = current.NextStepDue, Place = current.Place };
            ContactMoment? correction = null;
            await writer.Change(current, row.ClientId, trajectId,
                c => correction = c.CorrectFromImport(Guid.CreateVersion7(), trajectId, row.IdOf("staff"), writer.NowUtc, details, Reason), ct);
            await writer.Add(correction!, row.ClientId, trajectId, ct);
        }
    }
}
