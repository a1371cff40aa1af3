using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Trajects;

namespace Pga.Application.Aanmeldingen;

/// <summary>What this partner sent, and how it stands; nothing about a person.</summary>
[Requires(Permission.SendAanmelding)]
public sealed record GetMyAanmeldingen(int Page = 1) : IQuery<MyAanmeldingen>
{
    public const int PageSize = 25;
}

public sealed record MyAanmeldingen(IReadOnlyList<MyAanmelding> Rows, int Total, int Page, int Pages);

/// <param name="State">One of <see cref="AanmeldingStates"/>.</param>
/// <param name="Feedback">What the coordinator answered.</param>
public sealed record MyAanmelding(Guid Id, string Number, string? Reference, DateOnly SentOn, string State, string? Feedback, DateOnly? AnsweredOn);

internal sealed class GetMyAanmeldingenHandler(PgaDbContext db, Actor actor) : IRequestHandler<GetMyAanmeldingen, MyAanmeldingen>
{
    public async Task<MyAanmeldingen> Handle(GetMyAanmeldingen q, CancellationToken cancellationToken)
    {
        var mine = db.Aanmeldingen.AsNoTracking().Where(a => a.SentById == actor.StaffId);
        var total = await mine.CountAsync(cancellationToken);
        var (page, pages) = Paging.Of(q.Page, total, GetMyAanmeldingen.PageSize);
        var rows = await mine.OrderByDescending(a => a.SentAt).ThenByDescending(a => a.Number)
            .Skip((page - 1) * GetMyAanmeldingen.PageSize).Take(GetMyAanmeldingen.PageSize)
            .Select(a => new { a.Id, a.Number, a.Reference, a.SentOn, Handled = a.HandledAt != null, a.TrajectId, a.Outcome, a.Feedback, a.AnsweredOn })
            .ToListAsync(cancellationToken);
        return new MyAanmeldingen(
            [.. rows.Select(a => new MyAanmelding(a.Id, a.Number, a.Reference, a.SentOn, Aanmelding.StateOf(a.Handled, a.TrajectId, a.Outcome), a.Feedback, a.AnsweredOn))],
            total, page, pages);
    }
}
