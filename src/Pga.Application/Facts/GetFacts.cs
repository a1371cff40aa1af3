using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Facts;

namespace Pga.Application.Facts;

/// <summary>The facts on a traject that the actor may see, latest first.</summary>
/// <param name="Provenance">Only from here: one of <see cref="FactCodes.Provenances"/>.</param>
[Requires(Permission.ViewDossier, Purpose = Purposes.Facts)]
public sealed record GetFacts(Guid TrajectId, string? Provenance = null, int Page = 1) : IQuery<FactList>, IAboutTraject;

/// <param name="Total">How many pass the filter.</param>
/// <param name="All">How many there are without it. Like every count here: of those the actor may see.</param>
/// <param name="Counts">By provenance; for who may not see facts of police and justice those aren't named.</param>
/// <param name="Withdrawn">The latest that were withdrawn.</param>
/// <param name="SeesJustice">The actor may see and record facts of police and justice here.</param>
/// <param name="HidesJustice">There are facts of police or justice that the actor doesn't see.</param>
public sealed record FactList(
    IReadOnlyList<FactRow> Rows, int Total, int All, int Page, int Pages, IReadOnlyList<FactCount> Counts, IReadOnlyList<FactRow> Withdrawn, bool SeesJustice, bool HidesJustice)
{
    public const int PageSize = 25;
}

public sealed record FactCount(string Provenance, int Count);

public sealed record FactRow
{
    public required Guid Id { get; init; }

    public required Guid Version { get; init; }

    public required DateOnly OccurredOn { get; init; }

    public required string Kind { get; init; }

    public required string Provenance { get; init; }

    public required string? Organisation { get; init; }

    public required string Text { get; init; }

    public required string? Reliability { get; init; }

    public required DateOnly? KeepUntil { get; init; }

    public required string? By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Why this version replaced an earlier one.</summary>
    public required string? CorrectionReason { get; init; }

    public required DateOnly? WithdrawnOn { get; init; }

    public required string? WithdrawReason { get; init; }
}

internal sealed class GetFactsValidator : AbstractValidator<GetFacts>
{
    public GetFactsValidator() =>
        RuleFor(q => q.Provenance).Must(FactCodes.Provenances.Has).When(q => q.Provenance is not null).WithMessage("Kies een herkomst uit de lijst.");
}

internal sealed class GetFactsHandler(PgaDbContext db, CurrentRequest current) : IRequestHandler<GetFacts, FactList>
{
    public async Task<FactList> Handle(GetFacts q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var seesJustice = await db.MayReadJustice(q.TrajectId, ct);
        var facts = db.Facts.Where(f => f.TrajectId == q.TrajectId && f.SupersededById == null);
        var present = facts.Where(f => f.WithdrawnOn == null);
        var counts = await present.GroupBy(f => f.Provenance).Select(g => new FactCount(g.Key, g.Count())).ToListAsync(ct);
        var total = counts.Where(c => q.Provenance is null || c.Provenance == q.Provenance).Sum(c => c.Count);
        var pages = Math.Max(1, (total + FactList.PageSize - 1) / FactList.PageSize);
        var page = Math.Clamp(q.Page, 1, pages);
        var shown = present.Where(f => q.Provenance == null || f.Provenance == q.Provenance)
            .OrderByDescending(f => f.OccurredOn).ThenByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id)
            .Skip((page - 1) * FactList.PageSize).Take(FactList.PageSize);
        var withdrawn = facts.Where(f => f.WithdrawnOn != null).OrderByDescending(f => f.WithdrawnOn).ThenByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id).Take(FactList.PageSize);
        return new FactList(
            await Rows(shown).ToListAsync(ct),
            total,
            counts.Sum(c => c.Count),
            page,
            pages,
            [
                .. FactCodes.Provenances.All.Where(p => seesJustice || !FactCodes.IsJustice(p.Key))
                    .Select(p => new FactCount(p.Key, counts.SingleOrDefault(c => c.Provenance == p.Key)?.Count ?? 0)),
            ],
            await Rows(withdrawn).ToListAsync(ct),
            seesJustice,
            !seesJustice && await HiddenJustice.Exists(db, q.TrajectId, current.ClientId!.Value, ct));
    }

    private IQueryable<FactRow> Rows(IQueryable<Fact> facts) => RowsOf(db, facts);

    internal static IQueryable<FactRow> RowsOf(PgaDbContext db, IQueryable<Fact> facts) => facts.Select(f => new FactRow
    {
        Id = f.Id,
        Version = f.Version,
        OccurredOn = f.OccurredOn,
        Kind = f.Kind,
        Provenance = f.Provenance,
        Organisation = f.Organisation,
        Text = f.Text,
        Reliability = f.Reliability,
        KeepUntil = f.KeepUntil,
        By = db.Staff.Where(s => s.Id == f.RecordedById).Select(s => s.Name).FirstOrDefault(),
        RecordedAt = f.RecordedAt,
        CorrectionReason = f.CorrectionReason,
        WithdrawnOn = f.WithdrawnOn,
        WithdrawReason = f.WithdrawReason,
    });
}
