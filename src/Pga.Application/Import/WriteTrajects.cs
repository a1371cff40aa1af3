using Microsoft.EntityFrameworkCore;
using Pga.Domain.Interventions;
using Pga.Domain.Trajects;

namespace Pga.Application.Import;

internal sealed partial class FolderWriter
{
    private async Task WriteTrajects(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<Traject>(ImportFiles.Trajects, ct, trajects => trajects.Include(t => t.Assignments)))
        {
            var facts = new ImportedTraject(row.ClientId!.Value, row.Text("programme"), row.Date("referred_on"), row["referred_by"],
                row.DateOrNull("started_on"), row.DateOrNull("ended_on"), row["end_reason"]);
            var (coordinator, team) = (row.IdOf("coordinator"), row["coordinator:team"]);
            if (current is null)
            {
                var traject = Traject.FromImport(row.Id, row.Text("traject_id"), facts, coordinator, team, writer.NowUtc);
                await writer.Add(traject, row.ClientId, row.Id, ct);
                foreach (var assignment in traject.Assignments)
                    await writer.Add(assignment, row.ClientId, row.Id, ct);
            }
            else
            {
                await Change(current, facts, coordinator, team, ct);
            }
        }
    }

    private async Task Change(Traject traject, ImportedTraject facts, Guid? coordinator, string? team, CancellationToken ct)
    {
        var before = traject.Assignments.ToDictionary(a => a.Id, a => a.Until);
        await writer.Change(traject, facts.ClientId, traject.Id, t => t.ChangeFromImport(facts, coordinator, team, writer.NowUtc), ct);
        // No grant outlives its traject.
        foreach (var referral in traject.IsEnded ? await writer.OpenReferrals(traject.Id, ct) : [])
            await writer.Change(referral, facts.ClientId, traject.Id, r => r.Close(null, writer.NowUtc), ct);
        foreach (var assignment in traject.Assignments)
        {
            if (!before.TryGetValue(assignment.Id, out var until))
                await writer.Add(assignment, facts.ClientId, traject.Id, ct);
            else if (until != assignment.Until)
                await writer.Changed(assignment, facts.ClientId, traject.Id, nameof(Assignment.Until), until, assignment.Until, ct);
        }
    }

    private async Task WriteParticipations(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<Participation>(ImportFiles.Participations, ct))
        {
            var trajectId = row.IdOf("traject_id")!.Value;
            var intervention = catalogues.Interventions.IdOf(row.Text("intervention"));
            void Take(Participation p) => p.ChangeFromImport(
                trajectId, intervention, row.Date("referred_on"), row.DateOrNull("started_on"), row.DateOrNull("ended_on"), row["result"]);
            if (current is null)
            {
                var participation = new Participation(row.Id, trajectId, intervention, row.Date("referred_on"), row.Text("participation_id"));
                Take(participation);
                await writer.Add(participation, row.ClientId, trajectId, ct);
            }
            else
            {
                await writer.Change(current, row.ClientId, trajectId, Take, ct);
            }
        }
    }

    private async Task WritePartners(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<PartnerInvolvement>(ImportFiles.Partners, ct))
        {
            var trajectId = row.IdOf("traject_id")!.Value;
            if (current is null)
            {
                var partner = catalogues.Partners.IdOf(row.Text("partner"));
                await writer.Add(new PartnerInvolvement(row.Id, trajectId, partner, row.Date("from"), row.DateOrNull("until")), row.ClientId, trajectId, ct);
            }
            else
            {
                await writer.Change(current, row.ClientId, trajectId, p => p.EndOn(row.DateOrNull("until")), ct);
            }
        }
    }
}
