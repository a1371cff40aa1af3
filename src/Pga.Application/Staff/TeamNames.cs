using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Domain.Catalogues;

namespace Pga.Application.Staff;

/// <summary>
/// The teams there are. A team is no more than a name, and who sees a dossier follows from it: so a team has one spelling,
/// and whoever writes a team that was typed asks for it here. Then a comparison needs to know nothing about case.
/// </summary>
[SeesAll("A team without staff still has its dossiers; only the name of the team is read.")]
internal sealed class TeamNames
{
    private readonly Dictionary<string, string> _spellings = [];

    private TeamNames(IEnumerable<string> known)
    {
        foreach (var team in known.Order(StringComparer.Ordinal))
            _spellings.TryAdd(CatalogueItem.Fold(team), team);
    }

    public static async Task<TeamNames> Load(PgaDbContext db, CancellationToken ct)
    {
        var known = await db.Staff.IgnoreQueryFilters().Select(s => s.Team)
            .Union(db.Trajects.Select(t => t.Team))
            .Union(db.Transfers.Select(t => t.ToTeam))
            .Union(db.Transfers.Select(t => t.Team))
            .Union(db.CaseConferences.Select(c => c.Team))
            .ToListAsync(ct);
        return new TeamNames(known.OfType<string>());
    }

    /// <summary>The team that is meant, as it was spelled first; null for an empty name. A new team is known from then on.</summary>
    public string? SpellingOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var team = typed.Trim();
        return _spellings.TryAdd(CatalogueItem.Fold(team), team) ? team : _spellings[CatalogueItem.Fold(team)];
    }
}
