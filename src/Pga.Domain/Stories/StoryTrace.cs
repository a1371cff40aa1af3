using Pga.Domain.Common;

namespace Pga.Domain.Stories;

/// <summary>Something in a story by which its person could be found.</summary>
/// <param name="Field">Member of the story: <c>Title</c>, <c>Text</c> or <c>LinkTo</c>.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Words">As they stand in the story; nothing else of the dossier.</param>
public sealed record StoryTrace(string Field, string Kind, string Words)
{
    public const string Name = "name";
    public const string Place = "place";
    public const string Date = "date";
    public const string Number = "number";

    /// <summary>Written with a capital in the dossier, so it is one of the two.</summary>
    public const string NameOrPlace = "name-or-place";

    public static readonly CodeList Kinds = new(
        (Name, "naam"), (Place, "plaats"), (Date, "datum"), (Number, "nummer of getal"), (NameOrPlace, "naam of plaats uit het dossier"));

    /// <summary>‘Sanne’ (naam)</summary>
    public string InWords => $"‘{Words}’ ({Kinds.Label(Kind)})";
}
