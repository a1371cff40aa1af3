using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Puts a case forward for a conference of its team, with a question. Answers the id of the case.</summary>
/// <param name="ConferenceId">One to come; null for the first one to come.</param>
[Requires(Permission.PutForward)]
public sealed record PutCaseForward(Guid CommandId, Guid TrajectId, Guid? ConferenceId, string? Question) : ICommand, IAboutTraject;

internal sealed class PutCaseForwardValidator : AbstractValidator<PutCaseForward>
{
    public PutCaseForwardValidator()
    {
        RuleFor(c => c.Question).Must(q => !string.IsNullOrWhiteSpace(q)).WithErrorCode("case.question").WithMessage("Schrijf op wat u wilt bespreken.");
        RuleFor(c => c.Question).MaximumLength(ConferenceCase.MaxQuestion).WithMessage("De vraag is te lang. Gebruik hoogstens 1.000 tekens.");
    }
}

internal sealed class PutCaseForwardHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<PutCaseForward, Guid>
{
    public async Task<Guid> Handle(PutCaseForward c, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        await db.RefuseEnded(c.TrajectId, ct);
        var team = await db.Trajects.Where(t => t.Id == c.TrajectId).Select(t => t.Team).SingleAsync(ct);
        RuleBroken.Unless(team is not null, "case.no-team", "", "Dit traject hoort niet bij een team. Er is dus geen casusoverleg om het in te brengen.");
        if (c.ConferenceId is { } wanted && !await db.ToCome(team, clock.Today()).AnyAsync(x => x.Id == wanted, ct))
            throw new RuleBroken("case.no-such-conference", "ConferenceId", "Kies een overleg dat nog komt.");
        RuleBroken.Unless(!await db.PutForward().AnyAsync(x => x.TrajectId == c.TrajectId, ct), "case.already-put-forward", "", "Dit traject is al ingebracht voor het casusoverleg.");
        // On an agenda already, chosen by the coordinator: then the question goes with it.
        if (await db.Coming().SingleOrDefaultAsync(x => x.TrajectId == c.TrajectId, ct) is { } chosen)
        {
            chosen.Ask(c.Question!, actor.StaffId!.Value, clock.Today());
            return chosen.Id;
        }

        RuleBroken.Unless(c.ConferenceId is null || !await db.ConferenceCases.AnyAsync(x => x.ConferenceId == c.ConferenceId && x.TrajectId == c.TrajectId, ct),
            "case.discussed-there", "ConferenceId", "Dit traject is in dit overleg al besproken. Kies een ander overleg.");
        var its = ConferenceCase.PutForward(c.CommandId, c.TrajectId, current.ClientId!.Value, c.ConferenceId, c.Question!, actor.StaffId!.Value, clock.Today());
        db.ConferenceCases.Add(its);
        return its.Id;
    }
}
