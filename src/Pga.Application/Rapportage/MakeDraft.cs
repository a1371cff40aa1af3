using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Rapportage;

namespace Pga.Application.Rapportage;

/// <summary>Counts a year, protects and checks it for each audience, and stores it as the draft of that year. Answers the id of the edition.</summary>
/// <param name="Progress">Told at the start of each step.</param>
[Requires(Permission.MakeReport, Purpose = Purposes.Statistics)]
public sealed record MakeDraft(Guid CommandId, int Year, [property: JsonIgnore] IProgress<MakingStep>? Progress = null) : ICommand;

/// <summary>What is being done, in this order.</summary>
public enum MakingStep
{
    Counting,
    Protecting,
    Checking,
    Storing,
}

internal sealed class MakeDraftValidator : AbstractValidator<MakeDraft>
{
    public MakeDraftValidator(TimeProvider clock) => RuleFor(r => r.Year).Must(year => year >= GetReport.FirstYear && year <= clock.Today().Year)
        .WithMessage($"Kies een jaar vanaf {GetReport.FirstYear} tot en met dit jaar.");
}

[SeesAll("only counts leave, protected")]
internal sealed class MakeDraftHandler(PgaDbContext db, EditionArchive archive, IServiceScopeFactory scopes, Thresholds thresholds, TimeProvider clock)
    : IRequestHandler<MakeDraft, Guid>
{
    public async Task<Guid> Handle(MakeDraft request, CancellationToken cancellationToken)
    {
        thresholds.Check();
        var now = clock.UtcNow();
        var stored = await archive.Find(request.Year, cancellationToken);
        var before = await archive.Find(request.Year - 1, cancellationToken);
        var after = await archive.Find(request.Year + 1, cancellationToken);
        if (await DraftRules.WhyNotMake(db, archive, thresholds, request.Year, stored, before, now, cancellationToken) is { } refusal)
            throw refusal;

        request.Progress?.Report(MakingStep.Counting);
        var counted = CountedEdition.Of(await new FactReader(scopes, request.Year, now, cancellationToken).Read());
        var settings = new List<AudienceSettings>();
        foreach (var (audience, _) in Audiences.List.All)
            settings.Add(new AudienceSettings(audience, thresholds.Of(audience), await Beside(before, after, audience, request.Year, cancellationToken)));
        var made = Protection.Protect(counted, settings, clock.Today(), request.Progress, cancellationToken);

        request.Progress?.Report(MakingStep.Storing);
        var edition = stored?.Edition ?? new Edition(request.CommandId, request.Year);
        if (stored is null)
            db.Editions.Add(edition);
        edition.Make(Definitions.Version, now);
        await archive.Store(edition, [.. made.SelectMany(m => PartsOf(edition, m))], cancellationToken);
        return edition.Id;
    }

    private static IEnumerable<EditionPart> PartsOf(Edition edition, ProtectedEdition made) =>
    [
        new(edition.Id, made.Settings.Audience, EditionParts.Report, ReportDocument.Write(made.Report)),
        new(edition.Id, made.Settings.Audience, EditionParts.Ledger, made.Ledger.Write()),
    ];

    // What a ledger says about the year itself is from a draft that is replaced now.
    private async Task<Neighbours> Beside(StoredEdition? before, StoredEdition? after, string audience, int year, CancellationToken ct) => new(
        before is null ? null : await Beside(before, audience, y => y < year, ct),
        after is null ? null : await Beside(after, audience, y => y >= year, ct));

    private async Task<Neighbour> Beside(StoredEdition stored, string audience, Predicate<int> years, CancellationToken ct) => new(
        stored.Edition.IsConfirmed, await archive.ReadReport(stored, audience, ct), (await archive.ReadLedger(stored, audience, ct)).Only(years));
}

/// <summary>When a draft may be made.</summary>
internal static class DraftRules
{
    /// <summary>Null when it may.</summary>
    public static async Task<Exception?> WhyNotMake(
        PgaDbContext db, EditionArchive archive, Thresholds thresholds, int year, StoredEdition? stored, StoredEdition? before, DateTime now, CancellationToken ct)
    {
        if (stored is { Edition: { IsConfirmed: true } confirmed })
            return new Conflict(confirmed.Version, [], $"De rapportage over {year} is vastgesteld en verandert niet meer. Zet een correctie erbij als erratum.");
        // Its column about this year is out, and a table made now would say more about the same people.
        if (await db.Editions.AnyAsync(e => e.Year > year && e.ConfirmedAt != null, ct))
            return new RuleBroken("edition.later-confirmed", "Year", $"Over een later jaar dan {year} is de rapportage al vastgesteld. Daarom maken we over {year} geen nieuwe.");
        if (stored is null || !stored.Edition.IsMadeInMonthOf(now) || before?.Edition.ConfirmedAt > stored.Edition.MadeAt)
            return null;
        foreach (var (audience, _) in Audiences.List.All)
        {
            var report = await archive.ReadReport(stored, audience, ct);
            if (report.Threshold != thresholds.Of(audience) || report.Definition != Definitions.Version || report.IsEmpty)
                return null;
        }

        return new RuleBroken("edition.once-a-month", "Year",
            $"Deze maand is er al een concept over {year} gemaakt. Een nieuw concept kan vanaf de eerste dag van de volgende maand: zo kan niemand dagen vergelijken om iemand te herkennen.");
    }
}
