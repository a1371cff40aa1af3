using Pga.Domain.Clients;
using Pga.Domain.Detention;
using Pga.Domain.Relations;

namespace Pga.Application.Import;

internal sealed partial class FolderWriter
{
    private async Task WriteClients(CancellationToken ct)
    {
        var hasBsn = staging.Has(ImportFiles.Clients, ImportFiles.Clients.Columns.Single(c => c.Name == "bsn"));
        await foreach (var (row, current) in _rows.Of<Client>(ImportFiles.Clients, ct))
        {
            var gender = row["gender"] ?? Cells.UnknownGender;
            if (current is null)
            {
                var client = new Client(row.Id, row.Text("client_id"), row.Text("given_name"), row["prefix"], row.Text("family_name"), row.DateOrNull("birth_date"), gender);
                client.LivesIn(row["wijk"], Residence.Always);
                vault.Store(client, row["bsn"]);
                await writer.Add(client, null, null, ct);
            }
            else
            {
                await writer.Change(current, null, null, client => Change(client, row, gender, hasBsn), ct);
            }
        }
    }

    private void Change(Client client, StagedRow row, string gender, bool hasBsn)
    {
        client.Rename(row.Text("given_name"), row["prefix"], row.Text("family_name"));
        client.Describe(row.DateOrNull("birth_date"), gender);
        client.LivesIn(row["wijk"], _today);
        var bsn = row["bsn"];
        if (hasBsn && client.BsnIndex != (bsn is null ? null : vault.IndexOf(bsn)))
            vault.Store(client, bsn);
    }

    private async Task WriteDetentions(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<DetentionPeriod>(ImportFiles.Detentions, ct))
        {
            var (release, until) = (row.DateOrNull("expected_release"), row.DateOrNull("until"));
            if (current is null)
            {
                var institution = catalogues.Institutions.IdOf(row.Text("institution"));
                await writer.Add(new DetentionPeriod(row.Id, row.ClientId!.Value, institution, row.Date("from"), release, until), row.ClientId, null, ct);
            }
            else
            {
                await writer.Change(current, row.ClientId, null, period => period.Update(release, until), ct);
            }
        }
    }

    private async Task WriteRelations(CancellationToken ct)
    {
        await foreach (var (row, _) in _rows.Of<Relation>(ImportFiles.Relations, ct))
        {
            int? birthYear = row["birth_year"] is { } year ? (int)Cells.Number(year) : null;
            await writer.Add(new Relation(row.Id, row.ClientId!.Value, row.Text("relation"), row.Text("name"), birthYear, ground: null), row.ClientId, null, ct);
        }
    }
}
