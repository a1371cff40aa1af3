using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Spreekuren;

/// <summary>The RIO's own spreekuren: today's and coming ones first, the nearest on top; then the past ones, the latest on top.</summary>
/// <param name="Page">From 1.</param>
[Requires(Permission.HoldSpreekuur)]
public sealed record GetSpreekuren(int Page = 1) : IQuery<SpreekuurPage>
{
    public const int Size = 25;
}

public sealed record SpreekuurPage(IReadOnlyList<SpreekuurLine> Items, int Page, int Pages, int Total);

/// <param name="Time">Local time in Amsterdam.</param>
/// <param name="Conversations">People spoken to, those without a dossier included.</param>
/// <param name="NoShows">People on the sheet who didn't come.</param>
public sealed record SpreekuurLine(Guid Id, string Institution, DateOnly HeldOn, TimeOnly Time, int Conversations, int NoShows);

internal sealed class GetSpreekurenHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetSpreekuren, SpreekuurPage>
{
    public async Task<SpreekuurPage> Handle(GetSpreekuren q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var own = db.Spreekuren.Where(s => s.RioId == db.ActorId);
        var total = await own.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + GetSpreekuren.Size - 1) / GetSpreekuren.Size);
        var page = Math.Clamp(q.Page, 1, pages);
        var rows = await own
            .OrderBy(s => s.HeldOn >= today ? 0 : 1)
            .ThenBy(s => s.HeldOn >= today ? (DateTime?)s.HeldAt : null)
            .ThenByDescending(s => s.HeldAt)
            .ThenBy(s => s.Id)
            .Join(db.Institutions, s => s.InstitutionId, i => i.Id, (s, i) => new { Spreekuur = s, i.Name })
            .Skip((page - 1) * GetSpreekuren.Size)
            .Take(GetSpreekuren.Size)
            .Select(s => new
            {
                s.Spreekuur.Id,
                s.Name,
                s.Spreekuur.HeldOn,
                s.Spreekuur.HeldAt,
                Conversations = db.SpreekuurVisits.Count(v =>
                    v.SpreekuurId == s.Spreekuur.Id && v.SupersededById == null && v.Attendance != Domain.Spreekuren.SpreekuurCodes.NoShow),
                NoShows = db.SpreekuurVisits.Count(v =>
                    v.SpreekuurId == s.Spreekuur.Id && v.SupersededById == null && v.Attendance == Domain.Spreekuren.SpreekuurCodes.NoShow),
            })
            .ToListAsync(cancellationToken);
        return new SpreekuurPage(
            [.. rows.Select(r => new SpreekuurLine(r.Id, r.Name, r.HeldOn, SpreekuurTime.Of(r.HeldAt), r.Conversations, r.NoShows))],
            page,
            pages,
            total);
    }
}

internal static class SpreekuurTime
{
    /// <summary>The clock on the wall in Amsterdam.</summary>
    public static TimeOnly Of(DateTime heldAt) => TimeOnly.FromDateTime(Calendar.LocalTime(heldAt));
}
