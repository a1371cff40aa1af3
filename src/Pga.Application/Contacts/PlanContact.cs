using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>Puts a contact that has yet to come in the actor's agenda. Answers the id of the contact moment.</summary>
/// <param name="Kind">One of <see cref="ContactCodes.Kinds"/>.</param>
/// <param name="Date">In Amsterdam, as is <paramref name="Time"/>.</param>
[Requires(Permission.LogContact)]
public sealed record PlanContact(Guid CommandId, Guid TrajectId, string? Kind, DateOnly? Date, TimeOnly? Time, string? Place = null)
    : ICommand, IAboutTraject, IPlannedMoment;

internal sealed class PlanContactValidator : MomentRules<PlanContact>
{
    public PlanContactValidator(TimeProvider clock)
        : base(clock) =>
        RuleFor(c => c.Kind).Must(ContactCodes.Kinds.Has).WithErrorCode("contact.unknown-kind").WithMessage("Kies een soort contact.");
}

internal sealed class PlanContactHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<PlanContact, Guid>
{
    public Task<Guid> Handle(PlanContact c, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        RuleBroken.Unless(c.At() > now, "contact.plan-in-past", "Date", "Dit moment is al geweest. Kies een moment dat nog komt. Is het contact al geweest? Leg het dan vast.");
        db.ContactMoments.Add(new ContactMoment(c.CommandId, c.TrajectId, actor.StaffId, now, new ContactDetails(c.Kind!, c.At(), null, Place: c.Place)));
        return Task.FromResult(c.CommandId);
    }
}
