using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Aanmeldingen;

/// <summary>Answers an aanmelding without making a traject of it: sent twice, or meant for others. Answers its id.</summary>
/// <param name="Feedback">What the sender reads.</param>
[Requires(Permission.DecideTriage)]
public sealed record DismissAanmelding(Guid CommandId, Guid AanmeldingId, string? Feedback) : ICommand;

internal sealed class DismissAanmeldingValidator : AbstractValidator<DismissAanmelding>
{
    public DismissAanmeldingValidator()
    {
        RuleFor(c => c.Feedback).NotEmpty().WithErrorCode("aanmelding.feedback").WithMessage("Schrijf op wat de aanmelder te lezen krijgt.");
        RuleFor(c => c.Feedback).MaximumLength(Aanmelding.MaxFeedback).WithMessage($"Gebruik hoogstens {Aanmelding.MaxFeedback} tekens.");
    }
}

internal sealed class DismissAanmeldingHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<DismissAanmelding, Guid>
{
    public async Task<Guid> Handle(DismissAanmelding c, CancellationToken cancellationToken)
    {
        var aanmelding = await db.Aanmeldingen.SingleOrDefaultAsync(a => a.Id == c.AanmeldingId, cancellationToken) ?? throw new NotFound();
        aanmelding.Dismiss(c.Feedback!, actor.StaffId!.Value, clock.UtcNow());
        return aanmelding.Id;
    }
}
