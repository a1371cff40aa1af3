using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Contacts;

namespace Pga.Application.Catalogues;

/// <summary>What changed about an entry, in words.</summary>
internal static class EntryHistory
{
    private const int Shown = 10;

    private static readonly Dictionary<string, string> Words = new()
    {
        [nameof(CatalogueItem.Name)] = "naam",
        [nameof(CatalogueItem.Order)] = "plaats in de lijst",
        [nameof(CatalogueItem.NeedsReview)] = "gecontroleerd",
        [nameof(CatalogueItem.ValidFrom)] = "eerste dag",
        [nameof(CatalogueItem.ValidUntil)] = "laatste dag",
        [nameof(Intervention.Kind)] = "soort",
        [nameof(Intervention.Purpose)] = "doel",
        [nameof(Intervention.ProviderId)] = "aanbieder",
        [nameof(Intervention.Places)] = "plekken",
        [nameof(Intervention.PlacesPerGroup)] = "plekken per groep",
        [nameof(Intervention.Costs)] = "kosten",
        [nameof(Institution.Country)] = "land",
        [nameof(LetterTemplate.Subject)] = "onderwerp",
        [nameof(LetterTemplate.Body)] = "tekst",
    };

    public static async Task<IReadOnlyList<EntryChange>> Of(PgaDbContext db, CatalogueItem entry, CancellationToken ct)
    {
        var type = entry.GetType().Name;
        var lines = await db.History.Where(h => h.Entity == type && h.EntityId == entry.Id)
            .OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(Shown)
            .Select(h => new { h.At, h.Event, h.OldValues, By = db.Staff.Where(s => s.Id == h.ActorId).Select(s => s.Name).FirstOrDefault() })
            .ToListAsync(ct);
        return [.. lines.Select(l => new EntryChange(l.At, l.By, What(l.OldValues)))];
    }

    /// <summary>With the name it had, by which people know it from older papers.</summary>
    private static string What(string? oldValues)
    {
        if (oldValues is null)
            return "Toegevoegd";
        var old = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(oldValues)!;
        var fields = old.Keys.Where(Words.ContainsKey).Select(k => k == nameof(CatalogueItem.Name) ? $"naam (was: {old[k]})" : Words[k]);
        return $"Gewijzigd: {string.Join(", ", fields)}";
    }
}
