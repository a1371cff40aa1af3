using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Data;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Interventions;
using Pga.Domain.Trajects;

namespace Pga.Application.Import;

/// <summary>Writes entities and their history through prepared statements, in the transaction of the bulk writer.</summary>
[SeesAll("An import updates any row of the database that the folder has.")]
internal sealed class ImportWriter(PgaDbContext db, BulkWriter bulk, Actor actor, DateTime nowUtc)
{
    private const string Event = "import";

    /// <summary>Encrypted or keyed: that they changed is history, what they were isn't.</summary>
    private static readonly HashSet<string> Sealed = [nameof(Client.BsnCipher), nameof(Client.BsnIndex)];

    public DateTime NowUtc { get; } = nowUtc;

    /// <summary>The entities with these ids, as they are in the transaction.</summary>
    public async Task<Dictionary<Guid, T>> Load<T>(IReadOnlyCollection<Guid> ids, Func<IQueryable<T>, IQueryable<T>>? with, CancellationToken ct)
        where T : Entity
    {
        if (ids.Count == 0)
            return [];
        var query = db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where(e => ids.Contains(e.Id));
        return await (with is null ? query : with(query)).ToDictionaryAsync(e => e.Id, ct);
    }

    /// <summary>Grants to partners that a traject still has.</summary>
    public Task<List<Referral>> OpenReferrals(Guid trajectId, CancellationToken ct) =>
        db.Referrals.IgnoreQueryFilters().AsNoTracking().Where(r => r.TrajectId == trajectId && r.ClosedAt == null).ToListAsync(ct);

    public async Task Add<T>(T entity, Guid? clientId, Guid? trajectId, CancellationToken ct)
        where T : Entity
    {
        (entity as Aggregate)?.RenewVersion();
        await bulk.Insert(entity, ct);
        await Record(entity, clientId, trajectId, null, null, ct);
    }

    /// <summary>Changes an entity that was loaded, and writes its row, what it owns and what changed.</summary>
    public async Task Change<T>(T entity, Guid? clientId, Guid? trajectId, Action<T> change, CancellationToken ct)
        where T : Entity
    {
        var before = Snapshot(entity);
        change(entity);
        var after = Snapshot(entity);
        foreach (var same in before.Where(b => Equals(b.Value, after[b.Key])).Select(b => b.Key).ToList())
        {
            before.Remove(same);
            after.Remove(same);
        }

        (entity as Aggregate)?.RenewVersion();
        await bulk.Update(entity, ct);
        await Record(entity, clientId, trajectId, Json(before), Json(after), ct);
    }

    /// <summary>Writes an entity of which one member was changed already.</summary>
    public async Task Changed<T>(T entity, Guid? clientId, Guid? trajectId, string member, object? before, object? after, CancellationToken ct)
        where T : Entity
    {
        await bulk.Update(entity, ct);
        await Record(entity, clientId, trajectId, Json(new() { [member] = before }), Json(new() { [member] = after }), ct);
    }

    private static string Json(SortedDictionary<string, object?> values)
    {
        foreach (var name in Sealed.Where(values.ContainsKey))
            values[name] = "•";
        return JsonSerializer.Serialize(values);
    }

    private SortedDictionary<string, object?> Snapshot<T>(T entity)
        where T : Entity
    {
        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in db.Model.FindEntityType(typeof(T))!.GetProperties().Where(p => p.Name != nameof(Aggregate.Version)))
            values[property.Name] = property.GetGetter().GetClrValue(entity);
        return values;
    }

    private async Task Record(Entity entity, Guid? clientId, Guid? trajectId, string? before, string? after, CancellationToken ct) =>
        await bulk.Insert(
            new HistoryEntry
            {
                At = NowUtc,
                ActorId = actor.StaffId,
                Role = string.Join('|', actor.Roles),
                Source = actor.Source,
                Request = nameof(RunImport),
                Entity = entity.GetType().Name,
                EntityId = entity.Id,
                ClientId = entity is Client ? entity.Id : clientId,
                TrajectId = entity is Traject ? entity.Id : trajectId,
                Event = Event,
                OldValues = before,
                NewValues = after,
            },
            ct);
}
