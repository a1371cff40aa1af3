using Pga.Domain.Common;

namespace Pga.Domain.Catalogues;

/// <summary>An entry of a catalogue that the administrator keeps. Matched by code or name, ignoring case and outer spaces.</summary>
public abstract class CatalogueItem : Entity
{
    public const int MaxCode = 64;
    public const int MaxName = 200;

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
}

/// <summary>Interventie.</summary>
public sealed class Intervention(Guid id, string code, string name, string? kind, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview)
{
    /// <summary>One of <see cref="Kinds"/>; null until somebody has looked at an imported one.</summary>
    public string? Kind { get; private set; } = kind;

    public static readonly CodeList Kinds = new(
        ("sport", "Sport"), ("work", "Werk"), ("coaching", "Coaching"), ("prevention", "Preventie"));
}

/// <summary>Partner: an organisation that works on a traject.</summary>
public sealed class Partner(Guid id, string code, string name, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview);

/// <summary>Inrichting: PI, PPC, JC, JJI, FCJ, KVJJ or foreign JVA.</summary>
public sealed class Institution(Guid id, string code, string name, string country, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview)
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = country;

    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }
}

/// <summary>A kind of activity that the rapportage counts: lessons at school, checks, talks.</summary>
public sealed class ActivityKind(Guid id, string code, string name, int order, bool needsReview = false)
    : CatalogueItem(id, code, name, order, needsReview);
