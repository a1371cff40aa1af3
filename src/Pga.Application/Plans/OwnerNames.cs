using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Plans;
using Pga.Domain.Relations;

namespace Pga.Application.Plans;

/// <summary>Who the owners of actions are, in words: each register is asked once, and only when somebody of it is named.</summary>
internal sealed class OwnerNames
{
    private readonly Dictionary<Guid, string> _names = [];

    public static async Task<OwnerNames> Of(PgaDbContext db, IReadOnlyCollection<WorkOwner> owners, CancellationToken ct)
    {
        var names = new OwnerNames();
        if (Ids(owners, o => o.StaffId) is { Count: > 0 } staff)
        {
            foreach (var s in await db.Staff.Where(s => EF.Parameter(staff).Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(ct))
                names._names[s.Id] = s.Name;
        }

        if (Ids(owners, o => o.RelationId) is { Count: > 0 } relations)
        {
            foreach (var r in await db.Relations.Where(r => EF.Parameter(relations).Contains(r.Id)).Select(r => new { r.Id, r.Name, r.Kind }).ToListAsync(ct))
                names._names[r.Id] = Relative(r.Name, r.Kind);
        }

        if (Ids(owners, o => o.PartnerId) is { Count: > 0 } partners)
        {
            foreach (var p in await db.Partners.Where(p => EF.Parameter(partners).Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct))
                names._names[p.Id] = p.Name;
        }

        return names;
    }

    public static string Relative(string name, string kind) => $"{name} ({Relation.Kinds.Label(kind).ToLowerInvariant()})";

    public string Of(WorkOwner owner)
    {
        if (owner.Kind == OwnerKinds.Client)
            return OwnerKinds.List.Label(owner.Kind);
        var name = owner.Organisation
            ?? ((owner.StaffId ?? owner.RelationId ?? owner.PartnerId) is { } id ? _names.GetValueOrDefault(id) : null)
            ?? OwnerKinds.List.Label(owner.Kind);
        return owner.ContactName is null ? name : $"{owner.ContactName}, {name}";
    }

    private static List<Guid> Ids(IEnumerable<WorkOwner> owners, Func<WorkOwner, Guid?> id) => [.. owners.Select(id).OfType<Guid>().Distinct()];
}
