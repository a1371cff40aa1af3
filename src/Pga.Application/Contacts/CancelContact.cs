using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Contacts;

/// <summary>
/// Takes a planned contact out of the agenda before its time. It is no attempt; one that fell through at the door is
/// recorded with its outcome. Answers the contact's id.
/// </summary>
/// <param name="ContactId">Any version of the contact.</param>
/// <param name="BaseVersion">The version that the worker had before them.</param>
[Requires(Permission.LogContact)]
public sealed record CancelContact(Guid CommandId, Guid TrajectId, Guid ContactId, Guid BaseVersion, string? Reason) : ICommand, IAboutTraject;

internal sealed class CancelContactValidator : AbstractValidator<CancelContact>
{
    public CancelContactValidator() =>
        RuleFor(c => c.Reason).MaximumLength(Traject.MaxText).WithMessage("De reden is te lang. Gebruik hoogstens 2.000 tekens.");
}

internal sealed class CancelContactHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<CancelContact, Guid>
{
    public async Task<Guid> Handle(CancelContact c, CancellationToken cancellationToken)
    {
        var current = await db.ContactMoments.CurrentOf(c.TrajectId, c.ContactId, cancellationToken);
        if (current.Version != c.BaseVersion)
            throw new Conflict(current.Version, [], "Iemand anders heeft dit contact intussen gewijzigd. Bekijk wat er nu staat en zeg het daarna zo nodig af.");
        current.Cancel(clock.UtcNow(), c.Reason ?? "");
        return current.Id;
    }
}
