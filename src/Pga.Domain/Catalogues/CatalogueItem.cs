using System.Globalization;
using Pga.Domain.Common;

namespace Pga.Domain.Catalogues;

/// <summary>
/// An entry of a catalogue that the administrator keeps. Matched by code or name, ignoring case and outer spaces. The code
/// is fixed for good: the import and the rapportage go by it. What is in use is never removed; it ends.
/// </summary>
public abstract class CatalogueItem : Aggregate
{
    public const int MaxCode = 64;
    public const int MaxName = 200;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    protected CatalogueItem(Guid id, string code, string name, int order, bool needsReview)
    {
        Id = id;
        Code = code;
        Name = name;
        Order = order;
        NeedsReview = needsReview;
    }

    public string Code { get; private set; }

    public string Name { get; private set; }

    /// <summary>Place in the catalogue, and so in the rapportage.</summary>
    public int Order { get; private set; }

    /// <summary>"Uit import, nog te controleren".</summary>
    public bool NeedsReview { get; private set; }

    /// <summary>First day on which it can be chosen; null when it always could.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day on which it can be chosen; null while there is none.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The letters and digits of a name as a code, with a number behind it when that one is there already.</summary>
    /// <param name="fallback">For a name without any.</param>
    public static string NewCode(string name, Func<string, bool> isTaken, string fallback)
    {
        const int RoomForNumber = 8;
        var slug = string.Join('-', SearchText.Words(name));
        if (slug.Length == 0)
            slug = fallback;
        if (slug.Length > MaxCode - RoomForNumber)
            slug = slug[..(MaxCode - RoomForNumber)].TrimEnd('-');
        var code = slug;
        for (var n = 2; isTaken(code); n++)
            code = $"{slug}-{n}";
        return code;
    }

    /// <summary>How names and codes are compared.</summary>
    public static string Fold(string text) => text.Trim().Normalize().ToLowerInvariant();

    public void Rename(string name)
    {
        RuleBroken.Unless(SearchText.Words(name).Count > 0, "catalogue.name", "Name", "Vul een naam in.");
        Name = name.Trim();
    }

    public void ValidBetween(DateOnly? from, DateOnly? until)
    {
        RuleBroken.Unless(from is null || until is null || from <= until, "catalogue.period", "ValidUntil", "De laatste dag ligt vóór de eerste dag.");
        ValidFrom = from;
        ValidUntil = until;
    }

    public bool IsValidOn(DateOnly date) => IsValidWithin(date, date);

    /// <summary>On a day of the period at least.</summary>
    public bool IsValidWithin(DateOnly? from, DateOnly? until) =>
        (ValidFrom is null || until is null || ValidFrom <= until) && (ValidUntil is null || from is null || ValidUntil >= from);

    /// <summary>Refuses to be chosen on a day on which it can't, and says from or until when it can.</summary>
    public void RefuseUnlessValidOn(DateOnly date, string code, string field) => RefuseUnlessValidWithin(date, date, code, field);

    /// <summary>The same for a period.</summary>
    public void RefuseUnlessValidWithin(DateOnly from, DateOnly until, string code, string field)
    {
        RuleBroken.Unless(ValidUntil is null || ValidUntil >= from, code, field, $"U kunt {Name} niet meer kiezen na {Day(ValidUntil)}. Kies iets anders.");
        RuleBroken.Unless(ValidFrom is null || ValidFrom <= until, code, field, $"U kunt {Name} pas kiezen vanaf {Day(ValidFrom)}. Kies iets anders.");
    }

    /// <summary>The administrator has looked at what an import made.</summary>
    public void MarkChecked() => NeedsReview = false;

    public void MoveTo(int order) => Order = order;

    private static string Day(DateOnly? date) => date?.ToString("d MMMM yyyy", Dutch) ?? "";
}
