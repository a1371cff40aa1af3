using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Catalogues;

namespace Pga.Application.Staff;

/// <summary>
/// The teams there are. A team is no more than a name, and who sees a dossier follows from it: so a team has one spelling,
/// and whoever writes a team that was typed asks for it here. Then a comparison needs to know nothing about case.
/// </summary>
internal sealed class TeamNames
{
    private readonly Dictionary<string, string> _spellings = [];

    private TeamNames(IEnumerable<string> known)
    {
        foreach (var team in known.Order(StringComparer.Ordinal))
            _spellings.TryAdd(CatalogueItem.Fold(team), team);
    }

    /// <summary>Also those without staff, which still have their dossiers: for the command line, which sees all of them.</summary>
    public static async Task<TeamNames> OfAll(PgaDbContext db, CancellationToken ct)
    {
        var known = await db.Staff.Select(s => s.Team)
            .Union(db.Trajects.Select(t => t.Team))
            .Union(db.Transfers.Select(t => t.ToTeam))
            .Union(db.Transfers.Select(t => t.Team))
            .Union(db.CaseConferences.Select(c => c.Team))
            .ToListAsync(ct);
        return new TeamNames(known.OfType<string>());
    }

    /// <summary>Those that somebody works in: another can take over nothing.</summary>
    public static async Task<TeamNames> WithStaff(PgaDbContext db, CancellationToken ct) =>
        new((await db.Staff.Select(s => s.Team).Distinct().ToListAsync(ct)).OfType<string>());

    /// <summary>The team that is meant, as it was spelled first; null for an empty name. A new team is known from then on.</summary>
    public string? SpellingOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var team = typed.Trim();
        return _spellings.TryAdd(CatalogueItem.Fold(team), team) ? team : _spellings[CatalogueItem.Fold(team)];
    }
}
