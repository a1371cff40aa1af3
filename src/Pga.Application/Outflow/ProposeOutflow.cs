using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Outflow;
using Pga.Domain.Trajects;

namespace Pga.Application.Outflow;

/// <summary>Proposes the end of a traject. It runs until a second person confirms. Answers the id of the traject.</summary>
/// <param name="BaseVersion">Version of the traject that the worker had before them.</param>
/// <param name="EndedOn">The last day.</param>
/// <param name="Reason">One of <see cref="EndReasons.List"/>; the judgement follows from it.</param>
[Requires(Permission.ProposeOutflow)]
public sealed record ProposeOutflow(Guid CommandId, Guid TrajectId, Guid BaseVersion, DateOnly EndedOn, string Reason, string? Note = null)
    : ICommand, IAboutTraject;

internal sealed class ProposeOutflowValidator : AbstractValidator<ProposeOutflow>
{
    public ProposeOutflowValidator()
    {
        RuleFor(c => c.EndedOn).NotEmpty().WithErrorCode("outflow.date").WithMessage("Kies de laatste dag van het traject.");
        RuleFor(c => c.Reason).Must(EndReasons.List.Has).WithErrorCode("outflow.unknown-reason").WithMessage("Kies een reden uit de lijst.");
        RuleFor(c => c.Note).MaximumLength(Traject.MaxText).WithMessage("De toelichting is te lang. Gebruik hoogstens 2.000 tekens.");
    }
}

internal sealed class ProposeOutflowHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ProposeOutflow, Guid>
{
    public async Task<Guid> Handle(ProposeOutflow c, CancellationToken cancellationToken)
    {
        var traject = await db.Trajects.SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        if (traject.Version != c.BaseVersion)
            throw new Conflict(traject.Version, [.. Compare(traject, c).Where(v => v.Theirs != v.Yours)]);
        var open = await db.OpenParticipations(c.TrajectId, cancellationToken);
        var goals = await db.UnevaluatedGoals(c.TrajectId, clock.Today(), cancellationToken);
        var facts = new OutflowFacts(
            await db.LatestEndAssessment(c.TrajectId, cancellationToken), [.. open.Select(p => p.InWords)], [.. goals.Select(g => g.Title)]);
        traject.ProposeOutflow(c.EndedOn, c.Reason, string.IsNullOrWhiteSpace(c.Note) ? null : c.Note.Trim(), actor.StaffId!.Value, clock.UtcNow(), facts);
        return traject.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(Traject now, ProposeOutflow c)
    {
        yield return new("EndedOn", "Laatste dag", Text(now.EndedOn), Text(c.EndedOn));
        yield return new("Reason", "Reden", now.EndReason is null ? null : EndReasons.List.Label(now.EndReason), EndReasons.List.Label(c.Reason));
        yield return new("Note", "Toelichting", now.EndNote, string.IsNullOrWhiteSpace(c.Note) ? null : c.Note.Trim());
    }

    private static string? Text(DateOnly? date) => date?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
