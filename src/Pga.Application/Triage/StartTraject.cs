using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Triage;

/// <summary>Starts a traject that the triage accepted for later. Answers its id.</summary>
[Requires(Permission.DecideTriage)]
public sealed record StartTraject(Guid CommandId, Guid TrajectId, Guid BaseVersion, DateOnly? StartedOn, Guid? CaseWorkerId, Guid? ProcessWorkerId)
    : ICommand, IAboutTraject;

internal sealed class StartTrajectValidator : AbstractValidator<StartTraject>
{
    public StartTrajectValidator() => RuleFor(c => c.StartedOn).NotNull().WithMessage("Vul de startdatum in.");
}

internal sealed class StartTrajectHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<StartTraject, Guid>
{
    public async Task<Guid> Handle(StartTraject c, CancellationToken cancellationToken)
    {
        var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        if (traject.Version != c.BaseVersion)
            throw new Conflict(traject.Version, [new(nameof(c.StartedOn), "Startdatum", Text(traject.StartedOn), Text(c.StartedOn))]);
        var decision = await db.CurrentDecisions().SingleOrDefaultAsync(d => d.TrajectId == c.TrajectId, cancellationToken);
        RuleBroken.Unless(decision?.Outcome == TriageOutcomes.Accepted, "traject.not-accepted", "", "Dit traject is niet geaccepteerd in de triage. U kunt het daarom niet starten.");
        RuleBroken.Unless(c.StartedOn >= decision!.DecidedOn, "triage.start-before-decision", "StartedOn", "De startdatum ligt vóór het besluit. Kies een latere datum.");
        traject.Start(c.StartedOn!.Value, clock.Today());
        await new GiveWork(db, actor).To(traject, c.CaseWorkerId, c.ProcessWorkerId, c.StartedOn.Value, required: true, cancellationToken);
        return traject.Id;
    }

    private static string? Text(DateOnly? date) => date?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
