using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Domain.Catalogues;

/// <summary>The versioned lists of leefgebieden, and the levels 1–5.</summary>
public static class Leefgebieden
{
    public const int MinLevel = 1;
    public const int MaxLevel = 5;

    /// <summary>Levels up to this one are a worry (rapportage: <c>inflow-concerns</c>).</summary>
    public const int MaxConcern = 3;

    public static readonly CodeList Pga2024 = new(
        ("sociaal-netwerk", "Sociaal netwerk"),
        ("houding-gedrag", "Houding, gedrag en vaardigheden"),
        ("tijdsbesteding", "Tijdsbesteding"),
        ("justitie-politie", "Justitie- en politiecontacten"),
        ("werk-opleiding", "Werk of opleiding"),
        ("inkomen-schulden", "Inkomen en schulden"),
        ("huisvesting", "Huisvesting"),
        ("gezin", "Gezin en huiselijke relaties"),
        ("psychische-gezondheid", "Psychische gezondheid"),
        ("lichamelijke-gezondheid", "Lichamelijke gezondheid"),
        ("middelengebruik", "Middelengebruik"),
        ("zelfzorg", "Zelfzorg en regelzaken"));

    public static readonly CodeList Rio2024 = new(
        ("wonen", "Wonen"),
        ("regelzaken", "Regelzaken"),
        ("zorg", "Zorg"),
        ("financien-schulden", "Financiën en schulden"),
        ("werk-inkomen", "Werk en inkomen"));

    public static readonly CodeList Levels = new(
        ("1", "acute problematiek"),
        ("2", "niet zelfredzaam"),
        ("3", "beperkt zelfredzaam"),
        ("4", "voldoende zelfredzaam"),
        ("5", "volledig zelfredzaam"));

    /// <summary>The list that a programme uses.</summary>
    public static CodeList Of(string programme) => programme == Programmes.Rio ? Rio2024 : Pga2024;

    /// <summary>Name of a leefgebied of whatever list.</summary>
    public static string Label(string key) => Pga2024.Has(key) ? Pga2024.Label(key) : Rio2024.Label(key);
}

/// <summary>Basisvoorwaarden: what must be arranged before someone leaves detention.</summary>
public static class BasicConditions
{
    public static readonly CodeList List = new(
        ("id", "ID-bewijs"),
        ("onderdak", "Onderdak"),
        ("werk-inkomen", "Werk en inkomen"),
        ("schulden", "Schulden"),
        ("zorg", "Zorg"),
        ("netwerk", "Netwerk"));

    public const string Arranged = "arranged";
    public const string NotApplicable = "not-applicable";

    public static readonly CodeList Statuses = new(
        ("not-arranged", "Nee"),
        ("in-progress", "Loopt"),
        (Arranged, "Ja"),
        (NotApplicable, "Nvt"));
}
