using Pga.Domain.Common;

namespace Pga.Domain.Stories;

/// <summary>A name in its parts. Of a member of staff or a relative only the whole is known.</summary>
public sealed record PersonName(string Given, string? Prefix, string Family);

/// <summary>
/// What a dossier holds by which its person could be found, as far as a story could repeat it. Read from everything the
/// dossier has, not shown to anyone.
/// </summary>
public sealed record DossierTraces
{
    /// <summary>The client's own name.</summary>
    public required PersonName Client { get; init; }

    /// <summary>Relatives, staff, and others who were there, as one text each.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Names of wijken and institutions.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Birth date, and the days of trajects, contacts and detention.</summary>
    public IReadOnlyCollection<DateOnly> Dates { get; init; } = [];

    /// <summary>Dossiernummer, traject numbers, BSN.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Ages the client had while there was a traject.</summary>
    public IReadOnlyCollection<int> Ages { get; init; } = [];

    /// <summary>Free text: words with a capital in it are names or places.</summary>
    public IReadOnlyList<string> FreeTexts { get; init; } = [];

    /// <summary>Names that say nothing about anyone: interventions, partners, the municipality.</summary>
    public IReadOnlyList<string> Common { get; init; } = [];
}
