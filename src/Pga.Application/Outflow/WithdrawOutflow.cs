using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Trajects;

namespace Pga.Application.Outflow;

/// <summary>Takes a proposal back, or declines it; the traject runs on. Answers the id of the traject.</summary>
[Requires(Permission.ProposeOutflow)]
public sealed record WithdrawOutflow(Guid CommandId, Guid TrajectId, Guid BaseVersion, string Reason) : ICommand, IAboutTraject;

internal sealed class WithdrawOutflowValidator : AbstractValidator<WithdrawOutflow>
{
    public WithdrawOutflowValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("outflow.withdraw-reason").WithMessage("Schrijf op waarom het voorstel niet doorgaat.");
        RuleFor(c => c.Reason).MaximumLength(Traject.MaxText).WithMessage("De reden is te lang. Gebruik hoogstens 2.000 tekens.");
    }
}

internal sealed class WithdrawOutflowHandler(PgaDbContext db) : IRequestHandler<WithdrawOutflow, Guid>
{
    public async Task<Guid> Handle(WithdrawOutflow c, CancellationToken cancellationToken)
    {
        var traject = await db.Trajects.SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        OutflowVersions.Check(traject, c.BaseVersion);
        traject.WithdrawOutflow(c.Reason.Trim());
        return traject.Id;
    }
}
