using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>Ends a client's way through an intervention. Answers the id of the participation.</summary>
/// <param name="Result">One of <see cref="Participation.Results"/>.</param>
[Requires(Permission.LogContact)]
public sealed record EndParticipation(Guid CommandId, Guid TrajectId, Guid ParticipationId, Guid BaseVersion, DateOnly EndedOn, string Result)
    : ICommand, IAboutTraject;

internal sealed class EndParticipationValidator : AbstractValidator<EndParticipation>
{
    public EndParticipationValidator(TimeProvider clock)
    {
        RuleFor(c => c.EndedOn).NotEmpty().WithErrorCode("participation.date").WithMessage("Kies de laatste dag.");
        RuleFor(c => c.EndedOn).Must(on => on <= clock.Today()).WithErrorCode("participation.end-in-future").WithMessage("De datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleFor(c => c.Result).Must(Participation.Results.Has).WithErrorCode("participation.result").WithMessage("Kies hoe de interventie is geëindigd.");
    }
}

internal sealed class EndParticipationHandler(PgaDbContext db) : IRequestHandler<EndParticipation, Guid>
{
    public async Task<Guid> Handle(EndParticipation c, CancellationToken cancellationToken)
    {
        var participation = await db.Participations.SingleOrDefaultAsync(p => p.Id == c.ParticipationId && p.TrajectId == c.TrajectId, cancellationToken)
            ?? throw new NotFound();
        if (participation.Version != c.BaseVersion)
            throw new Conflict(participation.Version, [.. Compare(participation, c).Where(v => v.Theirs != v.Yours)]);
        RuleBroken.Unless(participation.EndedOn is null, "participation.already-ended", "", "Deze interventie is al afgesloten.");
        participation.End(c.EndedOn, c.Result);
        return participation.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(Participation now, EndParticipation c)
    {
        yield return new("EndedOn", "Laatste dag", Text(now.EndedOn), Text(c.EndedOn));
        yield return new("Result", "Resultaat", now.Result is null ? null : Participation.Results.Label(now.Result), Participation.Results.Label(c.Result));
    }

    private static string? Text(DateOnly? date) => date?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
