using Pga.Application.Clients;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Import;

/// <summary>
/// Writes the new and changed rows of the staging database into the real one, what others refer to first. The parts by
/// feature are in the files named Write….
/// </summary>
internal sealed partial class FolderWriter(Staging staging, ImportWriter writer, ImportCatalogues catalogues, BsnVault vault, TimeProvider clock, ProgressTicker progress)
{
    /// <summary>Why a measurement or contact was corrected.</summary>
    private const string Reason = "Bijgewerkt door een import";

    private readonly StagedRows _rows = new(staging, writer, progress);
    private readonly DateOnly _today = clock.Today();

    public async Task Write(IReadOnlyList<ImportFile> present, CancellationToken ct)
    {
        await WriteCatalogue<Intervention>(catalogues.Interventions, ct);
        await WriteCatalogue<Partner>(catalogues.Partners, ct);
        await WriteCatalogue<Institution>(catalogues.Institutions, ct);
        await WriteCatalogue<ActivityKind>(catalogues.ActivityKinds, ct);
        foreach (var file in present)
            await WriteFile(file, ct);
    }

    private Task WriteFile(ImportFile file, CancellationToken ct) => file.Name switch
    {
        "staff" => WriteStaff(ct),
        "clients" => WriteClients(ct),
        "trajects" => WriteTrajects(ct),
        "assessments" => WriteAssessments(ct),
        "basic_conditions" => WriteConditions(ct),
        "contacts" => WriteContacts(ct),
        "participations" => WriteParticipations(ct),
        "partners" => WritePartners(ct),
        "detentions" => WriteDetentions(ct),
        "spreekuren" => WriteSpreekuren(ct),
        "spreekuur_visits" => WriteVisits(ct),
        "relations" => WriteRelations(ct),
        "activities" => WriteActivities(ct),
        "budgets" => WriteBudgets(ct),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file.Name, "No such file."),
    };

    private async Task WriteCatalogue<T>(CatalogueMatch catalogue, CancellationToken ct)
        where T : CatalogueItem
    {
        foreach (var item in catalogue.Added.Cast<T>())
            await writer.Add(item, null, null, ct);
    }
}
