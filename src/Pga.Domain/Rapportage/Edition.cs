using Pga.Domain.Common;

namespace Pga.Domain.Rapportage;

/// <summary>
/// The rapportage of one year, as it was counted on one day. A draft may be made again; a confirmed one is frozen, and what
/// is found wrong later stands beside it as an <see cref="Erratum"/>. Its documents are <see cref="EditionPart"/>s.
/// </summary>
public sealed class Edition : Aggregate
{
    /// <summary>Length of an HMAC-SHA256.</summary>
    public const int SealSize = 32;

    public const int MaxDefinition = 20;

    private readonly List<Erratum> _errata = [];

    public Edition(Guid id, int year)
    {
        Id = id;
        Year = year;
        Definition = "";
        Seal = [];
    }

    private Edition()
    {
        Definition = null!;
        Seal = null!;
    }

    public int Year { get; private set; }

    /// <summary>UTC moment of counting.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Version of the definitions that were counted by.</summary>
    public string Definition { get; private set; }

    /// <summary>UTC; null in a draft.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    /// <summary>The name as it was then; accounts go.</summary>
    public string? ConfirmedByName { get; private set; }

    /// <summary>Keyed hash over all of it, documents and errata included, so that a change past the program shows.</summary>
    public byte[] Seal { get; private set; }

    public IReadOnlyList<Erratum> Errata => _errata;

    public bool IsConfirmed => ConfirmedAt is not null;

    /// <summary>So that nobody learns a person's fate by comparing days, a draft is made once in a calendar month.</summary>
    public bool IsMadeInMonthOf(DateTime now) =>
        Calendar.DateIn(MadeAt) is var made && Calendar.DateIn(now) is var today && made.Year == today.Year && made.Month == today.Month;

    /// <summary>Counted now; what was counted before is replaced.</summary>
    public void Make(string definition, DateTime now)
    {
        RuleBroken.Unless(!IsConfirmed, "edition.confirmed", "Year", "Deze rapportage is vastgesteld en verandert niet meer.");
        MadeAt = now;
        Definition = definition;
        Raise(new DomainEvent("edition.made"));
    }

    /// <summary>From now on it never changes.</summary>
    public void Confirm(Guid by, string name, DateTime now)
    {
        RuleBroken.Unless(!IsConfirmed, "edition.confirmed", "Year", "Deze rapportage is al vastgesteld.");
        RuleBroken.Unless(Calendar.DateIn(now).Year > Year, "edition.year-not-over", "Year", $"Het jaar {Year} is nog niet voorbij. Stel de rapportage vast als het jaar om is.");
        ConfirmedAt = now;
        ConfirmedBy = by;
        ConfirmedByName = name;
        Raise(new DomainEvent("edition.confirmed"));
    }

    public void Add(Erratum erratum)
    {
        RuleBroken.Unless(IsConfirmed, "edition.not-confirmed", "Year", "Deze rapportage is nog niet vastgesteld. Maak een nieuw concept in plaats van een erratum.");
        _errata.Add(erratum);
        Raise(new DomainEvent("edition.erratum"));
    }

    public void SealWith(byte[] seal) => Seal = seal;
}
