using Pga.Domain.Common;

namespace Pga.Domain.Relations;

/// <summary>Relatie: a relative as minimal context on the case, with its own ground; never a case of its own.</summary>
public sealed class Relation : Aggregate
{
    public const int MaxName = 100;
    public const int MaxGround = 300;

    public Relation(Guid id, Guid clientId, string kind, string name, int? birthYear, string? ground)
    {
        Id = id;
        ClientId = clientId;
        Kind = kind;
        Name = name;
        BirthYear = birthYear;
        Ground = ground;
        Raise(new DomainEvent("relation.noted"));
    }

    private Relation() => Kind = Name = null!;

    public Guid ClientId { get; private set; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public string Kind { get; private set; }

    public string Name { get; private set; }

    public int? BirthYear { get; private set; }

    /// <summary>Why this relative is relevant.</summary>
    public string? Ground { get; private set; }

    public static readonly CodeList Kinds = new(
        ("brother", "Broer"), ("sister", "Zus"), ("parent", "Ouder"), ("child", "Kind"), ("partner", "Partner"), ("other", "Anders"));
}
