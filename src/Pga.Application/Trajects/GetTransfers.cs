using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>
/// Transfers that concern the actor: to answer, asked by them, and for a coordinator the team's; open ones, and what was
/// answered lately. How many cases, never whose: no note and no name.
/// </summary>
[Requires(Permission.TransferCases)]
public sealed record GetTransfers : IQuery<TransferList>;

/// <param name="ToAnswer">Oldest first.</param>
/// <param name="Others">Latest first.</param>
public sealed record TransferList(IReadOnlyList<TransferRow> ToAnswer, IReadOnlyList<TransferRow> Others)
{
    /// <summary>An answer stays on the list for so many days.</summary>
    public const int ShownDays = 14;
}

/// <param name="To">A colleague or a team.</param>
/// <param name="Outcome">One of <see cref="TransferOutcomes"/>, or null while it waits.</param>
public sealed record TransferRow(Guid TransferId, string Role, string? From, string To, int Cases, DateOnly ProposedOn, DateOnly StartsOn, string? Outcome, DateOnly? ClosedOn);

internal sealed class GetTransfersHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetTransfers, TransferList>
{
    public async Task<TransferList> Handle(GetTransfers q, CancellationToken cancellationToken)
    {
        var me = actor.StaffId;
        var team = actor.Can(Permission.AssignWorkers) ? actor.Team : null;
        var since = clock.UtcNow().AddDays(-TransferList.ShownDays);
        var found = await db.Transfers
            .Where(t => (t.ClosedAt == null || t.ClosedAt >= since)
                && (t.ToStaffId == me || t.FromStaffId == me || t.ProposedById == me || (team != null && (t.ToTeam == team || t.Team == team))))
            .OrderBy(t => t.ProposedAt).ThenBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Role,
                From = db.Staff.Where(s => s.Id == t.FromStaffId).Select(s => s.Name).FirstOrDefault(),
                To = db.Staff.Where(s => s.Id == t.ToStaffId).Select(s => s.Name).FirstOrDefault(),
                t.ToStaffId,
                t.ToTeam,
                Cases = t.Cases.Count,
                t.ProposedAt,
                t.StartsOn,
                t.Outcome,
                t.ClosedAt,
            })
            .ToListAsync(cancellationToken);
        var rows = found.ConvertAll(t => (
            ToAnswer: t.Outcome is null && TransferAccess.IsReceiver(actor, t.ToStaffId, t.ToTeam),
            Row: new TransferRow(
                t.Id, t.Role, t.From, t.To ?? t.ToTeam!, t.Cases, Calendar.DateIn(t.ProposedAt), t.StartsOn, t.Outcome,
                t.ClosedAt is { } closed ? Calendar.DateIn(closed) : null)));
        return new TransferList([.. rows.Where(r => r.ToAnswer).Select(r => r.Row)], [.. rows.Where(r => !r.ToAnswer).Select(r => r.Row).Reverse()]);
    }
}
