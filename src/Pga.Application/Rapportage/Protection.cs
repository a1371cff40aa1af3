using Pga.Application.Pipeline;
using Pga.Disclosure;

namespace Pga.Application.Rapportage;

/// <summary>Makes of what was counted what may be published: a rapportage for each audience, and the ledger of what was decided.</summary>
internal static class Protection
{
    /// <summary>To look for something that costs the reader less; a safe choice is there well before.</summary>
    private static readonly TimeSpan SearchLimit = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Tables that a rapportage can do without, step by step. The stand at the end of the year first: it alone ties the years
    /// together. Without who left either nothing of this year says anything about a frozen one: decision 9 has the proof.
    /// </summary>
    public static readonly IReadOnlyList<string[]> Dispensable =
    [
        [],
        [Running.Id],
        [Running.Id, Duration.Id, Progress.Id, Progress.ConditionsId, Outflow.Id, Outflow.PositiveId, Outflow.QuartersId],
    ];

    /// <param name="audiences">With their thresholds and what lies beside.</param>
    /// <exception cref="Unsafe">It can't be made safe.</exception>
    public static IReadOnlyList<ProtectedEdition> Protect(
        CountedEdition counted, IReadOnlyList<AudienceSettings> audiences, DateOnly on, IProgress<MakingStep>? progress, CancellationToken ct)
    {
        try
        {
            progress?.Report(MakingStep.Protecting);
            var made = ProtectInOrder(counted, audiences, on, ct);
            progress?.Report(MakingStep.Checking);
            foreach (var edition in made)
                Check(edition);
            return made;
        }
        catch (ProtectionFailed)
        {
            // What failed names cells, which may hint at what is in them.
            throw NotSafe();
        }
    }

    public static Unsafe NotSafe() => new(
        "De rapportage kan niet veilig worden gemaakt: bij deze aantallen en deze drempel is niet uit te sluiten dat iemand een klein aantal kan uitrekenen. "
        + "Er is niets opgeslagen. Probeer het later opnieuw, of vraag de beheerder om hulp.");

    /// <summary>What a lower threshold withholds is withheld by a higher one too, so that who reads both learns nothing more.</summary>
    private static List<ProtectedEdition> ProtectInOrder(CountedEdition counted, IReadOnlyList<AudienceSettings> audiences, DateOnly on, CancellationToken ct)
    {
        var done = new List<ProtectedEdition>();
        foreach (var settings in audiences.OrderBy(a => a.Threshold).ThenBy(a => a.Beside.Before?.Ledger.Threshold))
        {
            var lower = done.LastOrDefault();
            CheckNesting(lower?.Settings.Beside.Before, settings.Beside.Before);
            CheckNesting(lower?.Settings.Beside.After, settings.Beside.After);
            done.Add(lower is not null && lower.Settings.IsAlike(settings) ? lower with { Settings = settings } : ProtectOne(counted, settings, lower, on, ct));
        }

        return done;
    }

    /// <summary>With all its tables, or without the fewest that make it safe.</summary>
    private static ProtectedEdition ProtectOne(CountedEdition counted, AudienceSettings settings, ProtectedEdition? lower, DateOnly on, CancellationToken ct)
    {
        // What is in no table at a lower threshold is in none at a higher one.
        for (var step = lower?.Step ?? 0; ; step++)
        {
            try
            {
                return ProtectOne(counted.Without(Dispensable[step]), settings, step, lower?.Protected.Withheld, on, ct);
            }
            catch (ProtectionFailed) when (step + 1 < Dispensable.Count && !ct.IsCancellationRequested)
            {
                // A year that is frozen leaves too little room for these numbers of the next.
            }
        }
    }

    private static ProtectedEdition ProtectOne(CountedEdition counted, AudienceSettings settings, int step, IReadOnlySet<string>? lower, DateOnly on, CancellationToken ct)
    {
        var (release, copied) = LinkedRelease.Of(counted, settings, lower);
        var done = Protect(release, ct);
        var report = counted.Show(settings.Threshold, on, done.Withheld, copied);
        return new ProtectedEdition(settings, report, release, done, copied, Ledger.Of(release, done, on), counted, step);
    }

    private static Protected Protect(Release release, CancellationToken ct) => Protector.Protect(release, SearchLimit, ct);

    /// <summary>The gate: what a reader will get, read back from the document and from the files.</summary>
    private static void Check(ProtectedEdition edition)
    {
        var (counted, copied) = (edition.Counted, edition.Copied);
        var inNoTable = edition.Ledger.Cells.Where(c => !c.IsUnpublished).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var quarters = counted.ProtectedNumbers(edition.Report with { Tables = [] }).ToList();
        (string Key, long? Value)[][] readings =
        [
            [.. counted.ProtectedNumbers(edition.Report)],
            [.. counted.ProtectedNumbers(RenderedNumbers.OfJson(ReportFormats.Write(edition.Report, ReportFormats.Json))), .. quarters],
            [.. counted.ProtectedNumbers(RenderedNumbers.OfCsv(ReportFormats.Write(edition.Report, ReportFormats.Csv))), .. quarters],
        ];
        foreach (var shown in readings)
        {
            if (shown.Any(n => copied.TryGetValue(n.Key, out var value) && value != n.Value))
                throw new ProtectionFailed("a copied number isn't what the earlier edition has");
            var own = shown.Where(n => !copied.ContainsKey(n.Key)).ToList();
            var ownKeys = own.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
            // Of the editions beside it the reader knows what their ledgers say.
            ReleaseCheck.Pass(edition.Release, own.Concat(inNoTable.Where(c => !ownKeys.Contains(c.Key)).Select(c => (c.Key, c.Value))), edition.Protected);
        }
    }

    // Who read the one may have read the other; if their order changed, what the two show together was never checked.
    private static void CheckNesting(Neighbour? lower, Neighbour? higher)
    {
        if (lower is null || higher is null)
            return;
        if (lower.Ledger.Cells.Any(c => c.Value is null && higher.Cells.TryGetValue(c.Key, out var its) && its.Value is not null))
            throw new Unsafe("De drempels van de gemeenteraad en de sturing liggen anders dan in de rapportage van een ander jaar: wat toen de laagste was, moet de laagste blijven. Vraag de beheerder de drempels aan te passen.");
    }
}

/// <summary>For whom, at which threshold, and what they have beside it.</summary>
internal sealed record AudienceSettings(string Audience, int Threshold, Neighbours Beside)
{
    /// <summary>Whether the outcome is the same for both.</summary>
    public bool IsAlike(AudienceSettings other) =>
        Threshold == other.Threshold && IsAlike(Beside.Before, other.Beside.Before) && IsAlike(Beside.After, other.Beside.After);

    private static bool IsAlike(Neighbour? one, Neighbour? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.Ledger.Cells.SequenceEqual(other.Ledger.Cells));
}

/// <param name="Copied">Numbers that come from the edition of the year before.</param>
/// <param name="Counted">What was counted of it, perhaps without some tables.</param>
/// <param name="Step">How many times tables had to be left out.</param>
internal sealed record ProtectedEdition(
    AudienceSettings Settings,
    Report Report,
    Release Release,
    Protected Protected,
    IReadOnlyDictionary<string, long?> Copied,
    Ledger Ledger,
    CountedEdition Counted,
    int Step);
