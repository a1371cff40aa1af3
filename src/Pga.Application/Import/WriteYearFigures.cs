using Pga.Domain.Statistics;

namespace Pga.Application.Import;

internal sealed partial class FolderWriter
{
    private async Task WriteActivities(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<Activity>(ImportFiles.Activities, ct))
        {
            var count = (int)row.Number("count");
            if (current is null)
                await writer.Add(new Activity(row.Id, (int)row.Number("year"), catalogues.ActivityKinds.IdOf(row.Text("kind")), count), null, null, ct);
            else
                await writer.Change(current, null, null, a => a.Recount(count), ct);
        }
    }

    private async Task WriteBudgets(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<Budget>(ImportFiles.Budgets, ct))
        {
            var (budgeted, realised) = (row.Number("budgeted"), row.Number("realised"));
            if (current is null)
                await writer.Add(new Budget(row.Id, (int)row.Number("year"), row.Text("priority"), budgeted, realised), null, null, ct);
            else
                await writer.Change(current, null, null, b => b.Set(budgeted, realised), ct);
        }
    }
}
