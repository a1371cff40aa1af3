using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Plans a casusoverleg of the actor's team. Answers its id.</summary>
/// <param name="StartsAt">Local time in Amsterdam.</param>
[Requires(Permission.HoldConference)]
public sealed record MakeConference(Guid CommandId, DateOnly? HeldOn, TimeOnly? StartsAt, string? Place) : ICommand, IConferenceFields;

/// <summary>What is filled in about a conference.</summary>
internal interface IConferenceFields
{
    DateOnly? HeldOn { get; }

    TimeOnly? StartsAt { get; }

    string? Place { get; }
}

internal abstract class ConferenceRules<T> : AbstractValidator<T>
    where T : IConferenceFields
{
    protected ConferenceRules()
    {
        RuleFor(c => c.HeldOn).NotNull().WithErrorCode("conference.date").WithMessage("Kies een dag.");
        RuleFor(c => c.StartsAt).NotNull().WithErrorCode("conference.time").WithMessage("Vul in hoe laat het overleg begint.");
        RuleFor(c => c.Place).Must(p => !string.IsNullOrWhiteSpace(p)).WithErrorCode("conference.place").WithMessage("Vul in waar het overleg is.");
        RuleFor(c => c.Place).MaximumLength(CaseConference.MaxPlace).WithMessage($"De plaats is te lang. Gebruik hoogstens {CaseConference.MaxPlace} tekens.");
    }
}

internal sealed class MakeConferenceValidator : ConferenceRules<MakeConference>;

internal sealed class MakeConferenceHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<MakeConference, Guid>
{
    public async Task<Guid> Handle(MakeConference c, CancellationToken cancellationToken)
    {
        var team = db.WriteTeam ?? throw new RuleBroken("conference.no-team", "", "U hoort niet bij een team. U kunt daarom geen casusoverleg plannen.");
        var conference = new CaseConference(c.CommandId, team, c.HeldOn!.Value, c.StartsAt!.Value, c.Place!, actor.StaffId!.Value, clock.Today());
        await db.RefuseTaken(conference, cancellationToken);
        db.CaseConferences.Add(conference);
        return conference.Id;
    }
}
