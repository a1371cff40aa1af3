using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Outflow;
using Pga.Domain.Rapportage;

namespace Pga.Application.Rapportage;

/// <summary>Puts a correction beside a confirmed edition. Answers the id of the erratum.</summary>
[Requires(Permission.ConfirmReport, Purpose = Purposes.Statistics)]
public sealed record AddErratum(Guid CommandId, int Year, string Text) : ICommand;

internal sealed class AddErratumValidator : AbstractValidator<AddErratum>
{
    public AddErratumValidator() => RuleFor(r => r.Text).NotEmpty().WithMessage("Vul in wat er niet klopt.")
        .MaximumLength(Erratum.MaxText).WithMessage($"Gebruik hoogstens {Erratum.MaxText} tekens.");
}

[SeesAll("only a count leaves, and not a small one")]
internal sealed class AddErratumHandler(PgaDbContext db, EditionArchive archive, Actor actor, TimeProvider clock) : IRequestHandler<AddErratum, Guid>
{
    public async Task<Guid> Handle(AddErratum c, CancellationToken cancellationToken)
    {
        var stored = await archive.Find(c.Year, cancellationToken) ?? throw new NotFound();
        var threshold = await Threshold(stored, cancellationToken);
        var late = await LateOutflows(stored.Edition, threshold, cancellationToken);
        var erratum = new Erratum(c.CommandId, stored.Edition.Id, c.Text, clock.UtcNow(), actor.StaffId!.Value, actor.Name, late, threshold);
        stored.Edition.Add(erratum);
        // It has an id already, so it would be taken for a changed one.
        db.Add(erratum);
        archive.SealAgain(stored);
        return erratum.Id;
    }

    private async Task<int> Threshold(StoredEdition stored, CancellationToken ct)
    {
        var highest = 0;
        foreach (var (audience, _) in Audiences.List.All)
            highest = Math.Max(highest, (await archive.ReadReport(stored, audience, ct)).Threshold);
        return highest;
    }

    private async Task<long?> LateOutflows(Edition edition, int threshold, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(edition.Year, 1, 1), new DateOnly(edition.Year, 12, 31));
        var clients = await db.Trajects.IgnoreQueryFilters().AsNoTracking()
            .Where(t => t.OutflowConfirmedAt > edition.ConfirmedAt && t.EndedOn >= first && t.EndedOn <= last && t.EndReason != EndReasons.RegisteredInError)
            .Select(t => t.ClientId)
            .ToListAsync(ct);
        return LateOutflow.Say(clients.Count, clients.Distinct().Count(), edition.Errata.OrderBy(e => e.AddedAt).ThenBy(e => e.Id).LastOrDefault()?.LateOutflows, threshold);
    }
}

/// <summary>
/// How many ends in a frozen year were confirmed too late for it. Said when an erratum is written and not at every look, or
/// the difference between two days would be about one person.
/// </summary>
internal static class LateOutflow
{
    /// <param name="before">What the erratum before this one said.</param>
    /// <returns>Null for too few to say, none included.</returns>
    public static long? Say(long count, long persons, long? before, int threshold)
    {
        if (Math.Min(count, persons) < threshold)
            return before;
        return before is { } said && Math.Abs(count - said) < threshold ? said : count;
    }

    public static string Sentence(Erratum erratum, int year) =>
        $"Van {(erratum.LateOutflows is { } count ? $"{count}" : $"minder dan {erratum.Threshold}")} trajecten is het einde in {year} pas bevestigd nadat deze rapportage was vastgesteld.";
}
