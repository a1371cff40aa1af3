using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Clients;
using Pga.Domain.Relations;

namespace Pga.Application.Relations;

/// <summary>A link as it is now, between two clients whom the actor may see both: the filter leaves out all others.</summary>
/// <param name="Kind">What the relative is of the client.</param>
/// <param name="Gender">Of the client.</param>
internal sealed record FamilyTie(Guid LinkId, Guid Version, Guid RelationId, Guid ClientId, Guid RelativeId, string Kind, string Gender, string Ground, string? ContactAgreement)
{
    public Guid OtherThan(Guid id) => ClientId == id ? RelativeId : ClientId;

    /// <summary>What the other one is of this one.</summary>
    public string KindSeenBy(Guid id) => ClientId == id ? Kind : FamilyLink.FromTheOtherSide(Kind, Gender);
}

/// <summary>Whom a link leads to: a name, and the dossier that the actor may open.</summary>
internal sealed record LinkedName(Guid ClientId, string Name, string Number, DateOnly? BirthDate, Guid TrajectId);

internal static class FamilyTies
{
    /// <summary>The links of these clients; those of a relative who was taken off the case are gone with it.</summary>
    public static Task<List<FamilyTie>> TiesOf(this PgaDbContext db, IReadOnlyCollection<Guid> clients, CancellationToken ct)
    {
        var links = db.FamilyLinks.Where(l => l.EndedOn == null && (EF.Parameter(clients).Contains(l.ClientId) || EF.Parameter(clients).Contains(l.RelativeId)));
        return links
            .Join(db.Relations.Where(r => r.EndedOn == null), l => l.RelationId, r => r.Id, (l, r) => new { Link = l, r.Kind })
            .Join(db.Clients, x => x.Link.ClientId, c => c.Id, (x, c) => new { x.Link, x.Kind, c.Gender })
            .OrderBy(x => x.Link.LinkedOn).ThenBy(x => x.Kind).ThenBy(x => x.Link.Id)
            .Select(x => new FamilyTie(x.Link.Id, x.Link.Version, x.Link.RelationId, x.Link.ClientId, x.Link.RelativeId, x.Kind, x.Gender, x.Link.Ground, x.Link.ContactAgreement))
            .ToListAsync(ct);
    }

    /// <summary>The running traject goes before one that ended, and the latest before earlier ones.</summary>
    public static async Task<Dictionary<Guid, LinkedName>> Names(this PgaDbContext db, IReadOnlyCollection<Guid> clients, CancellationToken ct)
    {
        if (clients.Count == 0)
            return [];
        var rows = await db.Trajects.Where(t => EF.Parameter(clients).Contains(t.ClientId))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new
            {
                c.Id,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                c.Number,
                c.BirthDate,
                TrajectId = t.Id,
                Ended = t.OutflowConfirmedAt != null,
                t.ReferredOn,
            })
            .ToListAsync(ct);
        return rows.GroupBy(r => r.Id).ToDictionary(g => g.Key, g =>
        {
            var first = g.OrderBy(r => r.Ended).ThenByDescending(r => r.ReferredOn).ThenByDescending(r => r.TrajectId).First();
            return new LinkedName(first.Id, Client.NameOf(first.GivenName, first.Prefix, first.FamilyName), first.Number, first.BirthDate, first.TrajectId);
        });
    }
}
