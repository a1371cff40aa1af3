using Pga.Domain.Assessments;

namespace Pga.Application.Import;

/// <summary>
/// All rows of a traject, day and moment make one measurement. When there is one already, the rows that the folder adds or
/// changes go over it, and the result supersedes it.
/// </summary>
internal sealed partial class FolderWriter
{
    private async Task WriteAssessments(CancellationToken ct)
    {
        await foreach (var (rows, current) in _rows.Measurements<Assessment>(ImportFiles.Assessments, ct))
        {
            var (first, trajectId) = (rows[0], rows[0].IdOf("traject_id")!.Value);
            var levels = current?.Scores.ToDictionary(s => s.Leefgebied, s => s.Level) ?? [];
            foreach (var row in rows)
                levels[row.Text("leefgebied")] = (int)row.Number("level");
            var assessment = new Assessment(Guid.CreateVersion7(), trajectId, first.Text("programme"), first.Date("measured_on"), first.Text("moment"), levels, byId: null, writer.NowUtc);
            if (current is not null)
                await writer.Change(current, first.ClientId, trajectId, a => a.SupersedeBy(assessment, Reason), ct);
            await writer.Add(assessment, first.ClientId, trajectId, ct);
        }
    }

    private async Task WriteConditions(CancellationToken ct)
    {
        await foreach (var (rows, current) in _rows.Measurements<ConditionMeasurement>(ImportFiles.BasicConditions, ct))
        {
            var (first, trajectId) = (rows[0], rows[0].IdOf("traject_id")!.Value);
            var statuses = current?.Statuses.ToDictionary(s => s.Condition, s => s.Status) ?? [];
            foreach (var row in rows)
                statuses[row.Text("condition")] = row.Text("status");
            var measurement = new ConditionMeasurement(Guid.CreateVersion7(), trajectId, first.Date("measured_on"), first.Text("moment"), statuses, byId: null, writer.NowUtc);
            if (current is not null)
                await writer.Change(current, first.ClientId, trajectId, m => m.SupersedeBy(measurement, Reason), ct);
            await writer.Add(measurement, first.ClientId, trajectId, ct);
        }
    }
}
