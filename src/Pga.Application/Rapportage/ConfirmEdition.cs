using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Stories;
using Pga.Domain.Common;
using Pga.Domain.Rapportage;

namespace Pga.Application.Rapportage;

/// <summary>Freezes the draft of a year as it was read. Answers the id of the edition.</summary>
/// <param name="BaseVersion">The <see cref="EditionView.Version"/> that was read.</param>
[Requires(Permission.ConfirmReport, Purpose = Purposes.Statistics)]
public sealed record ConfirmEdition(Guid CommandId, int Year, Guid BaseVersion) : ICommand;

internal sealed class ConfirmEditionHandler(PgaDbContext db, EditionArchive archive, IServiceScopeFactory scopes, Actor actor, TimeProvider clock)
    : IRequestHandler<ConfirmEdition, Guid>
{
    public async Task<Guid> Handle(ConfirmEdition c, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var stored = await archive.Find(c.Year, cancellationToken) ?? throw new NotFound();
        var edition = stored.Edition;
        if (edition.IsConfirmed)
            throw new Conflict(edition.Version, [], $"De rapportage over {c.Year} is al vastgesteld door {edition.ConfirmedByName}.");
        var before = await archive.Find(c.Year - 1, cancellationToken);
        if (await ConfirmationRules.WhyNot(db, edition, before?.Edition, now, cancellationToken) is [var refusal, ..])
            throw refusal;
        var texts = await DraftTexts.Read(db, new FactReader(scopes, c.Year, now, cancellationToken), c.Year, cancellationToken);
        var version = texts.VersionWith(edition.Version);
        if (version != c.BaseVersion)
            throw new Conflict(version, [], "Het concept of een tekst erbij is intussen gewijzigd. Lees de rapportage opnieuw en stel haar dan vast.");

        var parts = new List<EditionPart>();
        foreach (var (audience, _) in Audiences.List.All)
        {
            var draft = await archive.ReadReport(stored, audience, cancellationToken);
            var ledger = await archive.ReadLedger(stored, audience, cancellationToken);
            parts.AddRange(Freeze(edition, audience, texts.Beside(draft), ledger));
        }

        edition.Confirm(actor.StaffId!.Value, actor.Name, now);
        await archive.Store(edition, parts, cancellationToken);
        return edition.Id;
    }

    // The files are stored too, so that they stay the same whatever a later version of the program would make of them.
    private IEnumerable<EditionPart> Freeze(Edition edition, string audience, Report draft, Ledger ledger)
    {
        var report = draft with { Status = Report.Confirmed, ConfirmedOn = clock.Today(), Notes = [.. draft.Notes.Except([Report.NotConfirmed])] };
        yield return new EditionPart(edition.Id, audience, EditionParts.Report, ReportDocument.Write(report));
        yield return new EditionPart(edition.Id, audience, EditionParts.Ledger, (ledger with { ApprovedBy = actor.Name }).Write());
        foreach (var format in ReportFormats.All)
            yield return new EditionPart(edition.Id, audience, format, ReportFormats.Write(report, format));
    }
}

/// <summary>When a draft may be confirmed.</summary>
internal static class ConfirmationRules
{
    /// <summary>All that stands in the way, so that somebody can set to work on it; nothing when it may.</summary>
    public static async Task<IReadOnlyList<RuleBroken>> WhyNot(PgaDbContext db, Edition draft, Edition? before, DateTime now, CancellationToken ct)
    {
        var year = draft.Year;
        var reasons = new List<RuleBroken>();
        if (Calendar.DateIn(now).Year <= year)
            reasons.Add(Refuse("edition.year-not-over", $"Het jaar {year} is nog niet voorbij. Stel de rapportage vast als het jaar om is."));
        else if (Calendar.DateIn(draft.MadeAt).Year <= year)
            reasons.Add(Refuse("edition.made-too-early", $"Dit concept is gemaakt toen {year} nog niet voorbij was. Maak eerst een nieuw concept."));
        if (await db.Editions.AnyAsync(e => e.Year > year && e.ConfirmedAt != null, ct))
            reasons.Add(Refuse("edition.later-confirmed", $"Over een later jaar dan {year} is de rapportage al vastgesteld. Stel de jaren op volgorde vast."));
        if (before?.ConfirmedAt > draft.MadeAt)
            reasons.Add(Refuse("edition.made-before-last", $"De rapportage over {year - 1} is vastgesteld nadat dit concept is gemaakt. Maak eerst een nieuw concept, dan kloppen de aantallen van {year - 1}."));
        var unreleased = await ReleasedStories.CountUnreleased(db, year, ct);
        if (unreleased == 1)
            reasons.Add(Refuse("edition.story-not-released", $"Er is nog 1 verhaal over {year} dat niet is vrijgegeven. Geef het vrij of trek het in."));
        else if (unreleased > 1)
            reasons.Add(Refuse("edition.story-not-released", $"Er zijn nog {unreleased} verhalen over {year} die niet zijn vrijgegeven. Geef ze vrij of trek ze in."));
        return reasons;
    }

    private static RuleBroken Refuse(string code, string text) => new(code, nameof(ConfirmEdition.Year), text);
}
