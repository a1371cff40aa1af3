using Pga.Domain.Common;

namespace Pga.Domain.Rapportage;

/// <summary>What a manager says beside a frozen edition.</summary>
public sealed class Erratum : Entity
{
    public const int MaxText = 4000;

    /// <param name="lateOutflows">See <see cref="LateOutflows"/>.</param>
    /// <param name="threshold">See <see cref="Threshold"/>.</param>
    public Erratum(Guid id, Guid editionId, string text, DateTime now, Guid by, string name, long? lateOutflows, int threshold)
    {
        RuleBroken.Unless(text.Trim().Length > 0, "erratum.empty", "Text", "Vul in wat er niet klopt.");
        RuleBroken.Unless(text.Length <= MaxText, "erratum.too-long", "Text", $"Gebruik hoogstens {MaxText} tekens.");
        Id = id;
        EditionId = editionId;
        Text = text.Trim();
        AddedAt = now;
        AddedBy = by;
        AddedByName = name;
        LateOutflows = lateOutflows;
        Threshold = threshold;
    }

    private Erratum() => (Text, AddedByName) = (null!, null!);

    public Guid EditionId { get; private set; }

    public string Text { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; private set; }

    public Guid AddedBy { get; private set; }

    public string AddedByName { get; private set; }

    /// <summary>How many ends in the edition's year were confirmed after it froze; null when that are too few to say.</summary>
    public long? LateOutflows { get; private set; }

    /// <summary>Fewer than this are too few: the highest threshold of the edition's audiences.</summary>
    public int Threshold { get; private set; }
}
