using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;

namespace Pga.Application.Interventions;

/// <summary>
/// Who has a place and who waits, worked out from the open referrals: who was accepted keeps the place, the others stand in
/// line by when they were referred. So a place that comes free goes to the first by itself.
/// </summary>
[SeesAll("A place on the waiting list follows from who else is on it; of them nothing leaves but how many there are.")]
internal sealed class WaitingList
{
    private readonly Dictionary<Guid, int> _queue = [];
    private readonly Dictionary<(Guid, Guid?), int> _taken = [];
    private readonly Dictionary<Guid, (int Places, bool PerGroup)> _limits;

    private WaitingList(Dictionary<Guid, (int Places, bool PerGroup)> limits) => _limits = limits;

    public static async Task<WaitingList> Of(PgaDbContext db, IReadOnlyCollection<Guid> interventionIds, CancellationToken ct)
    {
        var limited = await db.Interventions.Where(i => interventionIds.Contains(i.Id) && i.Places != null)
            .Select(i => new { i.Id, Places = i.Places!.Value, i.PlacesPerGroup }).ToListAsync(ct);
        var list = new WaitingList(limited.ToDictionary(i => i.Id, i => (i.Places, i.PlacesPerGroup)));
        if (limited.Count == 0)
            return list;
        var ids = limited.Select(i => i.Id).ToList();
        var open = await db.Referrals.IgnoreQueryFilters()
            .Where(r => ids.Contains(r.InterventionId) && r.ClosedAt == null
                && (r.AcceptedAt != null || r.PartnerId == null || (r.GrantEndedAt == null && r.GrantUntil >= db.Today)))
            .Select(r => new { r.Id, r.InterventionId, r.GroupId, IsAccepted = r.AcceptedAt != null, r.MadeAt })
            .ToListAsync(ct);
        foreach (var line in open.GroupBy(r => list.Key(r.InterventionId, r.GroupId)))
        {
            var places = list._limits[line.Key.Item1].Places;
            list._taken[line.Key] = line.Count();
            foreach (var (r, i) in line.OrderBy(r => !r.IsAccepted).ThenBy(r => r.MadeAt).ThenBy(r => r.Id).Select((r, i) => (r, i)))
                list._queue[r.Id] = r.IsAccepted ? 0 : Math.Max(0, i + 1 - places);
        }

        return list;
    }

    /// <summary>Place in line, from 1; 0 for who has a place.</summary>
    public int QueueOf(Guid? referralId) => referralId is { } id ? _queue.GetValueOrDefault(id) : 0;

    /// <summary>Places that are free; null without a limit.</summary>
    public int? Free(Guid interventionId, Guid? groupId) =>
        _limits.TryGetValue(interventionId, out var limit) ? Math.Max(0, limit.Places - _taken.GetValueOrDefault(Key(interventionId, groupId))) : null;

    /// <summary>How many stand in line.</summary>
    public int Waiting(Guid interventionId, Guid? groupId) =>
        _limits.TryGetValue(interventionId, out var limit) ? Math.Max(0, _taken.GetValueOrDefault(Key(interventionId, groupId)) - limit.Places) : 0;

    private (Guid, Guid?) Key(Guid interventionId, Guid? groupId) => (interventionId, _limits[interventionId].PerGroup ? groupId : null);
}
