using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pga.Application.Audit;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;

namespace Pga.Application.Data;

/// <summary>Drains the aggregates' events and writes what changed into the history, in the same transaction.</summary>
internal sealed class RecordHistory : SaveChangesInterceptor
{
    public static readonly RecordHistory Instance = new();

    /// <summary>
    /// That they changed is history, what they were isn't: encrypted or keyed, or words of a story, which was anonymised to
    /// be rid of what an earlier version said, or of a transfer, which are for its receiver; so is what a partner typed about
    /// a person once it was taken in.
    /// </summary>
    private static readonly HashSet<(Type, string)> Sealed =
    [
        (typeof(Client), nameof(Client.BsnCipher)), (typeof(Client), nameof(Client.BsnIndex)),
        (typeof(Story), nameof(Story.Title)), (typeof(Story), nameof(Story.Text)), (typeof(Story), nameof(Story.LinkTo)),
        .. PersonOf(typeof(Aanmelding), nameof(Aanmelding.GivenName), nameof(Aanmelding.Prefix), nameof(Aanmelding.FamilyName), nameof(Aanmelding.BirthDate),
            nameof(Aanmelding.Wijk), nameof(Aanmelding.Reason), nameof(Aanmelding.Known), nameof(Aanmelding.Contact), nameof(Aanmelding.Informed),
            nameof(Aanmelding.InformedNote), nameof(Aanmelding.InformedReviewOn)),
        (typeof(Transfer), nameof(Transfer.Note)), (typeof(Transfer), nameof(Transfer.DeclineReason)),
    ];

    private static IEnumerable<(Type, string)> PersonOf(Type type, params string[] members) => members.Select(m => (type, m));

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record((PgaDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record((PgaDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Record(PgaDbContext db)
    {
        var entries = db.ChangeTracker.Entries<Entity>().ToList();
        var owned = db.ChangeTracker.Entries()
            .Where(e => e.Metadata.IsOwned() && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToLookup(OwnerId);
        foreach (var entry in entries)
        {
            var events = entry.Entity is Aggregate aggregate ? aggregate.TakeRaised() : [];
            var changed = entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
            if (!changed && events.Count == 0 && !owned.Contains(entry.Entity.Id))
                continue;
            (entry.Entity as Aggregate)?.RenewVersion();
            db.History.Add(Describe(db, entry, events, owned[entry.Entity.Id]));
        }
    }

    private static HistoryEntry Describe(PgaDbContext db, EntityEntry<Entity> entry, IReadOnlyList<DomainEvent> events, IEnumerable<EntityEntry> owned)
    {
        var old = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        var now = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        if (entry.State is EntityState.Modified or EntityState.Deleted)
        {
            foreach (var p in entry.Properties.Where(p => p.Metadata.Name != nameof(Aggregate.Version)))
            {
                if (entry.State is EntityState.Modified && (!p.IsModified || Equals(p.OriginalValue, p.CurrentValue)))
                    continue;
                var isSealed = Sealed.Contains((entry.Metadata.ClrType, p.Metadata.Name));
                old[p.Metadata.Name] = isSealed ? "•" : p.OriginalValue;
                if (entry.State is EntityState.Modified)
                    now[p.Metadata.Name] = isSealed ? "•" : p.CurrentValue;
            }
        }

        if (entry.State is not EntityState.Added)
        {
            foreach (var part in owned)
            {
                var name = part.Metadata.ClrType.Name + ":" + string.Join(',', part.Metadata.FindPrimaryKey()!.Properties.Skip(1).Select(k => part.Property(k).CurrentValue));
                if (part.State is not EntityState.Added)
                    old[name] = part.Properties.ToDictionary(p => p.Metadata.Name, p => p.OriginalValue);
                if (part.State is not EntityState.Deleted)
                    now[name] = part.Properties.ToDictionary(p => p.Metadata.Name, p => p.CurrentValue);
            }
        }

        var reasons = events.Select(e => e.Reason).OfType<string>().Distinct().ToList();
        return new HistoryEntry
        {
            At = db.Clock.UtcNow(),
            ActorId = db.Actor.StaffId,
            Role = string.Join('|', db.Actor.Roles),
            Source = db.Actor.Source,
            Request = db.Request.Name,
            Entity = entry.Metadata.ClrType.Name,
            EntityId = entry.Entity.Id,
            ClientId = entry.Entity is Client ? entry.Entity.Id : Value(entry, "ClientId") ?? db.Request.ClientId,
            TrajectId = entry.Entity is Traject ? entry.Entity.Id : Value(entry, "TrajectId"),
            Event = events.Count > 0 ? string.Join(' ', events.Select(e => e.Name).Distinct()) : entry.State switch
            {
                EntityState.Added => "added",
                EntityState.Deleted => "removed",
                _ => "changed",
            },
            Reason = reasons.Count > 0 ? string.Join("; ", reasons) : null,
            OldValues = old.Count > 0 ? JsonSerializer.Serialize(old) : null,
            NewValues = now.Count > 0 ? JsonSerializer.Serialize(now) : null,
        };
    }

    private static Guid OwnerId(EntityEntry owned) =>
        (Guid)owned.Property(owned.Metadata.FindOwnership()!.Properties[0]).CurrentValue!;

    private static Guid? Value(EntityEntry entry, string property) =>
        entry.Metadata.FindProperty(property) is null ? null : (Guid?)entry.Property(property).CurrentValue;
}
