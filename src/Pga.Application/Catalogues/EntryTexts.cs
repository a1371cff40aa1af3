using Pga.Domain.Catalogues;
using Pga.Domain.Contacts;

namespace Pga.Application.Catalogues;

internal static class EntryTexts
{
    /// <summary>An intervention without a partner is given by the team itself; shipped ones all are, until somebody chooses.</summary>
    public const string NoProvider = "geen aanbieder gekozen (eigen team)";

    public static string? About(CatalogueItem entry, IReadOnlyDictionary<Guid, string> partners) => entry switch
    {
        Intervention i => $"{(i.Kind is null ? "Nog geen soort" : Intervention.Kinds.Label(i.Kind))} · {(i.ProviderId is { } id ? partners.GetValueOrDefault(id) : NoProvider)}",
        Institution i => Institution.Countries.Label(i.Country),
        LetterTemplate l => l.Subject,
        _ => null,
    };
}
