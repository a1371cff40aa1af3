using Pga.Domain.Common;

namespace Pga.Domain.Catalogues;

/// <summary>The catalogues that the administrator keeps. Leefgebieden, wijken, reasons and the like are fixed: they come with the software.</summary>
public static class CatalogueKinds
{
    public const string Interventions = "interventions";
    public const string Partners = "partners";
    public const string Institutions = "institutions";
    public const string ActivityKinds = "activity-kinds";
    public const string LetterTemplates = "letter-templates";

    public static readonly CodeList List = new(
        (Interventions, "Interventies"),
        (Partners, "Partners"),
        (Institutions, "Inrichtingen"),
        (ActivityKinds, "Activiteiten"),
        (LetterTemplates, "Brieven"));

    /// <summary>One of it.</summary>
    public static readonly CodeList One = new(
        (Interventions, "interventie"),
        (Partners, "partner"),
        (Institutions, "inrichting"),
        (ActivityKinds, "activiteit"),
        (LetterTemplates, "brief"));
}
