using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>
/// One transfer with its note. Of cases that the actor can't open it says only how many there are: who isn't in the team
/// sees names after accepting.
/// </summary>
[Requires(Permission.TransferCases)]
public sealed record GetTransfer(Guid TransferId) : IQuery<TransferView>;

/// <param name="Note">For the receiver while they may answer, and for who sees all the cases.</param>
/// <param name="Cases">Those that the actor may open, by name.</param>
/// <param name="Hidden">How many others there are.</param>
/// <param name="DeclineReason">For who asked.</param>
public sealed record TransferView(
    Guid TransferId,
    string Role,
    string? From,
    string To,
    bool ToTeam,
    DateOnly StartsOn,
    string ProposedBy,
    DateOnly ProposedOn,
    string? Note,
    IReadOnlyList<TransferredCase> Cases,
    int Hidden,
    string? Outcome,
    DateOnly? ClosedOn,
    string? DeclineReason,
    bool MayAnswer,
    bool MayWithdraw) : IRevealsClients
{
    /// <summary>For the access log: the note may tell about the hidden ones too. Internal, so that no front can show them.</summary>
    internal IReadOnlyList<IRevealsClient> Looks { get; init; } = [];

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Cases.Concat(Looks);
}

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="Taken">Null while it waits.</param>
public sealed record TransferredCase(Guid ClientId, Guid TrajectId, string Name, string Number, string Programme, bool? Taken) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

[SeesAll("names in the access log whom a note may be about, and shows none of it")]
internal sealed class GetTransferHandler(PgaDbContext db, Actor actor) : IRequestHandler<GetTransfer, TransferView>
{
    public async Task<TransferView> Handle(GetTransfer q, CancellationToken cancellationToken)
    {
        var transfer = await db.Transfers.AsNoTracking().SingleOrDefaultAsync(t => t.Id == q.TransferId, cancellationToken) ?? throw new NotFound();
        var ids = transfer.Cases.Select(c => c.TrajectId).ToList();
        var visible = await db.Trajects.Where(t => EF.Parameter(ids).Contains(t.Id))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Id, t.ClientId, t.Programme, c.GivenName, c.Prefix, c.FamilyName, c.Number })
            .ToListAsync(cancellationToken);
        var taken = transfer.Cases.ToDictionary(c => c.TrajectId, c => c.Taken);
        var isReceiver = TransferAccess.IsReceiver(actor, transfer.ToStaffId, transfer.ToTeam);
        var seesAll = visible.Count == ids.Count;
        var readsNote = seesAll || (isReceiver && (transfer.ClosedAt is null || (transfer.Outcome == TransferOutcomes.Accepted && visible.Count > 0)));
        var names = await TeamConflicts.Names(db, [transfer.FromStaffId, transfer.ToStaffId, transfer.ProposedById], cancellationToken);
        return new TransferView(
            transfer.Id,
            transfer.Role,
            transfer.FromStaffId is { } from ? names[from] : null,
            transfer.ToStaffId is { } to ? names[to] : transfer.ToTeam!,
            transfer.ToTeam is not null,
            transfer.StartsOn,
            names[transfer.ProposedById],
            Calendar.DateIn(transfer.ProposedAt),
            readsNote ? transfer.Note : null,
            [
                .. visible
                    .Select(v => new TransferredCase(
                        v.ClientId, v.Id, Client.NameOf(v.GivenName, v.Prefix, v.FamilyName), v.Number, v.Programme, transfer.ClosedAt is null ? null : taken[v.Id]))
                    .OrderBy(v => SearchText.Normalise(v.Name), StringComparer.Ordinal).ThenBy(v => v.Number, StringComparer.Ordinal).ThenBy(v => v.TrajectId),
            ],
            ids.Count - visible.Count,
            transfer.Outcome,
            transfer.ClosedAt is { } closed ? Calendar.DateIn(closed) : null,
            seesAll || transfer.ProposedById == actor.StaffId ? transfer.DeclineReason : null,
            transfer.ClosedAt is null && isReceiver,
            transfer.ClosedAt is null && TransferAccess.MayWithdraw(actor, transfer.ProposedById, transfer.Team))
        {
            Looks = readsNote && !seesAll ? await Others(ids, visible.ConvertAll(v => v.Id), cancellationToken) : [],
        };
    }

    private async Task<List<Look>> Others(List<Guid> all, List<Guid> shown, CancellationToken ct)
    {
        var hidden = all.Except(shown).ToList();
        return await db.Trajects.IgnoreQueryFilters().Where(t => EF.Parameter(hidden).Contains(t.Id)).Select(t => new Look(t.ClientId, t.Id)).ToListAsync(ct);
    }

    private sealed record Look(Guid ClientId, Guid TrajectId) : IRevealsClient
    {
        Guid? IRevealsClient.TrajectId => TrajectId;
    }
}
