using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Trajects;

/// <summary>Who proposed it, or a coordinator of that team, takes it back. Answers the id of the transfer.</summary>
[Requires(Permission.TransferCases)]
public sealed record WithdrawTransfer(Guid CommandId, Guid TransferId) : ICommand;

internal sealed class WithdrawTransferHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<WithdrawTransfer, Guid>
{
    public async Task<Guid> Handle(WithdrawTransfer c, CancellationToken cancellationToken)
    {
        var transfer = await db.Transfers.SingleOrDefaultAsync(t => t.Id == c.TransferId, cancellationToken) ?? throw new NotFound();
        if (!TransferAccess.MayWithdraw(actor, transfer.ProposedById, transfer.Team))
            throw new Forbidden("Alleen wie de overdracht voorstelde, of een coördinator, kan hem intrekken.");
        transfer.Withdraw(actor.StaffId!.Value, clock.UtcNow());
        return transfer.Id;
    }
}
