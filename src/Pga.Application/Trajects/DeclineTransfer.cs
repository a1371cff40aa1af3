using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>The receiver doesn't take the cases over; nothing changes. Answers the id of the transfer.</summary>
[Requires(Permission.TransferCases)]
public sealed record DeclineTransfer(Guid CommandId, Guid TransferId, string? Reason) : ICommand;

internal sealed class DeclineTransferValidator : AbstractValidator<DeclineTransfer>
{
    public DeclineTransferValidator() =>
        RuleFor(c => c.Reason).MaximumLength(Transfer.MaxReason).WithMessage("De reden is te lang. Gebruik hoogstens 2.000 tekens.");
}

internal sealed class DeclineTransferHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<DeclineTransfer, Guid>
{
    public async Task<Guid> Handle(DeclineTransfer c, CancellationToken cancellationToken)
    {
        var transfer = await TransferAccess.ToAnswer(db, actor, c.TransferId, cancellationToken);
        transfer.Decline(c.Reason, actor.StaffId!.Value, clock.UtcNow());
        return transfer.Id;
    }
}
