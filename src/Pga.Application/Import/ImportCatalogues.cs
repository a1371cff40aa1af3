using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Catalogues;

namespace Pga.Application.Import;

/// <summary>The four catalogues that an import may add to.</summary>
internal sealed class ImportCatalogues
{
    private ImportCatalogues(CatalogueMatch interventions, CatalogueMatch partners, CatalogueMatch institutions, CatalogueMatch activityKinds)
    {
        Interventions = interventions;
        Partners = partners;
        Institutions = institutions;
        ActivityKinds = activityKinds;
    }

    public CatalogueMatch Interventions { get; }

    public CatalogueMatch Partners { get; }

    public CatalogueMatch Institutions { get; }

    public CatalogueMatch ActivityKinds { get; }

    public static async Task<ImportCatalogues> Load(PgaDbContext db, CancellationToken ct) => new(
        new CatalogueMatch(await db.Interventions.AsNoTracking().OrderBy(e => e.ValidUntil != null).ThenBy(e => e.Order).ThenBy(e => e.Code).ToListAsync(ct), (id, code, name, order) => new Intervention(id, code, name, null, order, needsReview: true)),
        new CatalogueMatch(await db.Partners.AsNoTracking().OrderBy(e => e.ValidUntil != null).ThenBy(e => e.Order).ThenBy(e => e.Code).ToListAsync(ct), (id, code, name, order) => new Partner(id, code, name, order, needsReview: true)),
        new CatalogueMatch(await db.Institutions.AsNoTracking().OrderBy(e => e.ValidUntil != null).ThenBy(e => e.Order).ThenBy(e => e.Code).ToListAsync(ct), (id, code, name, order) => new Institution(id, code, name, CountryOf(name), order, needsReview: true)),
        new CatalogueMatch(await db.ActivityKinds.AsNoTracking().OrderBy(e => e.ValidUntil != null).ThenBy(e => e.Order).ThenBy(e => e.Code).ToListAsync(ct), (id, code, name, order) => new ActivityKind(id, code, name, order, needsReview: true)));

    /// <summary>A Justizvollzugsanstalt is German; the administrator looks at it anyway.</summary>
    private static string CountryOf(string name) => name.StartsWith("JVA", StringComparison.OrdinalIgnoreCase) ? "DE" : "NL";
}

/// <summary>Finds an entry by code or name, trimmed and ignoring case; an unknown one becomes a new entry, to be reviewed.</summary>
internal sealed class CatalogueMatch
{
    private readonly Func<Guid, string, string, int, CatalogueItem> _make;
    private readonly Dictionary<string, CatalogueItem> _byCode = [];
    private readonly Dictionary<string, string> _codeOf = [];
    private readonly List<CatalogueItem> _added = [];
    private int _lastOrder;

    public CatalogueMatch(IReadOnlyCollection<CatalogueItem> items, Func<Guid, string, string, int, CatalogueItem> make)
    {
        _make = make;
        // In the order given: of two entries with one name the first, and what hasn't ended comes first.
        foreach (var item in items)
            Remember(item);
        // A code goes before another entry's name.
        foreach (var item in items)
            _codeOf[CatalogueItem.Fold(item.Code)] = item.Code;
    }

    /// <summary>New entries, not in the database yet.</summary>
    public IReadOnlyList<CatalogueItem> Added => _added;

    public string CodeOf(string codeOrName)
    {
        if (_codeOf.TryGetValue(CatalogueItem.Fold(codeOrName), out var code))
            return code;
        var item = _make(Guid.CreateVersion7(), CatalogueItem.NewCode(codeOrName, _byCode.ContainsKey, "import"), codeOrName.Trim(), _lastOrder + 1);
        _added.Add(item);
        Remember(item);
        return item.Code;
    }

    public Guid IdOf(string code) => _byCode[code].Id;

    private void Remember(CatalogueItem item)
    {
        _byCode[item.Code] = item;
        _codeOf.TryAdd(CatalogueItem.Fold(item.Name), item.Code);
        _codeOf.TryAdd(CatalogueItem.Fold(item.Code), item.Code);
        _lastOrder = Math.Max(_lastOrder, item.Order);
    }
}
