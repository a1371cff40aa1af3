using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Facts;

namespace Pga.Application.Facts;

/// <summary>Withdraws a fact that shouldn't be there. It is kept with the reason, and no longer on the timeline.</summary>
/// <param name="FactId">Any version of the fact.</param>
[Requires(Permission.RecordFact, Purpose = Purposes.Facts)]
public sealed record WithdrawFact(Guid CommandId, Guid TrajectId, Guid FactId, Guid BaseVersion, string Reason) : ICommand, IAboutTraject;

internal sealed class WithdrawFactValidator : AbstractValidator<WithdrawFact>
{
    public WithdrawFactValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("fact.withdraw-reason").WithMessage("Schrijf op waarom u dit signaal intrekt.");
        RuleFor(c => c.Reason).MaximumLength(Fact.MaxReason).WithMessage($"De reden is te lang. Gebruik hoogstens {Fact.MaxReason} tekens.");
    }
}

internal sealed class WithdrawFactHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<WithdrawFact, Guid>
{
    public async Task<Guid> Handle(WithdrawFact c, CancellationToken cancellationToken)
    {
        var now = await db.Facts.CurrentOf(c.TrajectId, c.FactId, cancellationToken);
        if (now.IsJustice)
            current.Purpose = Purposes.Justice;
        if (now.Version != c.BaseVersion)
        {
            throw new Conflict(now.Version,
            [
                new("", "Signaal", now.Text, "intrekken"),
                new(nameof(c.Reason), "Reden", now.WithdrawReason ?? now.CorrectionReason, c.Reason.Trim()),
            ]);
        }

        now.Withdraw(c.Reason, clock.Today());
        return now.Id;
    }
}
