using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>Plans a session of an intervention with its roster, or one that has been held. Answers the id of the session.</summary>
/// <param name="Time">Local time in Amsterdam.</param>
/// <param name="Participants">Ids of participations.</param>
[Requires(Permission.HoldSession)]
public sealed record PlanSession(Guid CommandId, Guid InterventionId, DateOnly Date, TimeOnly Time, IReadOnlyList<Guid> Participants) : ICommand;

internal sealed class PlanSessionValidator : AbstractValidator<PlanSession>
{
    public PlanSessionValidator()
    {
        RuleFor(c => c.Date).NotEmpty().WithErrorCode("session.date").WithMessage("Kies een dag.");
        RuleFor(c => c.Participants).NotEmpty().WithErrorCode("session.empty").WithMessage("Kies minstens één deelnemer.");
        RuleFor(c => c.Participants).Must(p => p is null || p.Distinct().Count() == p.Count).WithMessage("Een deelnemer staat er twee keer bij.");
    }
}

internal sealed class PlanSessionHandler(PgaDbContext db, Actor actor) : IRequestHandler<PlanSession, Guid>
{
    public async Task<Guid> Handle(PlanSession c, CancellationToken cancellationToken)
    {
        var participants = await db.ToInvite(c.InterventionId, c.Participants, cancellationToken);
        var session = new InterventionSession(c.CommandId, c.InterventionId, db.PartnerOf, SessionRecords.StartOf(c.Date, c.Time), participants, actor.StaffId!.Value);
        db.InterventionSessions.Add(session);
        return session.Id;
    }
}
