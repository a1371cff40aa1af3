using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Aanmeldingen;

/// <summary>What partners sent and no coordinator has taken in yet, oldest first. Who it is about stands on its own page only.</summary>
[Requires(Permission.DecideTriage)]
public sealed record GetWaitingAanmeldingen(int Page = 1) : IQuery<WaitingAanmeldingen>
{
    public const int PageSize = 25;
}

public sealed record WaitingAanmeldingen(IReadOnlyList<WaitingAanmelding> Rows, int Total, int Page, int Pages);

/// <param name="TriageOn">The day of the triage it is for.</param>
public sealed record WaitingAanmelding(Guid Id, string Number, string Organisation, DateOnly SentOn, DateOnly TriageOn, string? Wijk);

internal sealed class GetWaitingAanmeldingenHandler(PgaDbContext db) : IRequestHandler<GetWaitingAanmeldingen, WaitingAanmeldingen>
{
    public async Task<WaitingAanmeldingen> Handle(GetWaitingAanmeldingen q, CancellationToken cancellationToken)
    {
        var waiting = db.Aanmeldingen.AsNoTracking().Where(a => a.HandledAt == null);
        var total = await waiting.CountAsync(cancellationToken);
        var (page, pages) = Paging.Of(q.Page, total, GetWaitingAanmeldingen.PageSize);
        var rows = await waiting.OrderBy(a => a.SentAt).ThenBy(a => a.Number)
            .Skip((page - 1) * GetWaitingAanmeldingen.PageSize).Take(GetWaitingAanmeldingen.PageSize)
            .Select(a => new WaitingAanmelding(a.Id, a.Number, a.Organisation, a.SentOn, a.TriageOn, a.Wijk))
            .ToListAsync(cancellationToken);
        return new WaitingAanmeldingen(rows, total, page, pages);
    }
}
