namespace Pga.Application.Access;

/// <summary>Every request carries this: the permission it takes, and the purpose that the access log names.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;

    public string Purpose { get; init; } = Purposes.Casework;
}

/// <summary>
/// On a handler whose queries bypass the access rule, with the reason. Only these may call <c>IgnoreQueryFilters</c>;
/// a test lists them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SeesAllAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>Why somebody looked, in the words of the access log.</summary>
public static class Purposes
{
    public const string Casework = "casuswerk";
    public const string Statistics = "statistiek";
    public const string Export = "uitvoer";
    public const string Management = "beheer";

    /// <summary>
    /// Saying that a relative is a client too. Such a line would tell who sees one of the two that there is another, so the
    /// filter shows it to whoever it is about to answer for only.
    /// </summary>
    public const string FamilyLink = "gezinskoppeling";
    public const string Facts = "signalen en feiten";

    /// <summary>Writing about a fact of police or justice; the filter shows such a line only to who may see those facts.</summary>
    public const string Justice = "politie- en justitiegegevens";
}
