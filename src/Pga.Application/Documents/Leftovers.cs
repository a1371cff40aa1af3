using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;

namespace Pga.Application.Documents;

/// <summary>
/// Clears the files of uploads that never got their row: the program stopped, or the save was refused. It looks only at what
/// was marked at its upload, never at every file in the folder: with the wrong database beside it that would be all of them.
/// </summary>
[SeesAll("A file whose row another dossier holds isn't left over; who uploads sees but a few dossiers.")]
internal static class Leftovers
{
    /// <summary>So long an upload may take, with room to spare.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const int MostAtOnce = 500;

    public static async Task Clear(PgaDbContext db, DocumentStore store, DateTime nowUtc, CancellationToken ct)
    {
        var waiting = store.WaitingSince(nowUtc - Patience, MostAtOnce);
        if (waiting.Count == 0)
            return;
        var kept = await db.DocumentVersions.IgnoreQueryFilters().Where(v => waiting.Contains(v.Id)).Select(v => v.Id).ToListAsync(ct);
        foreach (var id in waiting)
        {
            if (kept.Contains(id))
                store.Confirm(id);
            else
                store.Remove(id);
        }
    }
}
