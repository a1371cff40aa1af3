using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Triage;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>
/// Puts cases of the team on the agenda, in this order, after those that are there. Who works on them is invited by itself.
/// Answers the id of the conference.
/// </summary>
[Requires(Permission.HoldConference)]
public sealed record PutOnAgenda(Guid CommandId, Guid ConferenceId, IReadOnlyList<Guid>? TrajectIds) : ICommand;

internal sealed class PutOnAgendaValidator : AbstractValidator<PutOnAgenda>
{
    public const int MaxAtOnce = 50;

    public PutOnAgendaValidator()
    {
        RuleFor(c => c.TrajectIds).NotEmpty().WithErrorCode("agenda.no-cases").WithMessage("Kies minstens één traject.");
        RuleFor(c => c.TrajectIds).Must(ids => ids is not { Count: > MaxAtOnce }).WithMessage($"Kies hoogstens {MaxAtOnce} trajecten tegelijk.");
        RuleFor(c => c.TrajectIds).Must(ids => ids is null || ids.Distinct().Count() == ids.Count).WithErrorCode("agenda.twice").WithMessage("Een traject staat er twee keer bij. Kies elk traject één keer.");
    }
}

internal sealed class PutOnAgendaHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<PutOnAgenda, Guid>
{
    public async Task<Guid> Handle(PutOnAgenda c, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var conference = await db.ToHold(c.ConferenceId, ct);
        conference.CheckOpen();
        var ids = c.TrajectIds!;
        // A traject of another team isn't there, whoever works on it.
        var chosen = await db.Trajects.Where(AccessRule.MayWrite(db)).Where(t => t.Team == conference.Team && EF.Parameter(ids).Contains(t.Id))
            .Select(t => new { t.Id, t.ClientId, Alive = db.Alive().Any(a => a.Id == t.Id) }).ToDictionaryAsync(t => t.Id, ct);
        if (chosen.Count != ids.Count)
            throw new NotFound();
        RuleBroken.Unless(chosen.Values.All(t => t.Alive), "case.ended", "TrajectIds", "Een van deze trajecten is afgesloten. U kunt het niet meer bespreken.");
        RuleBroken.Unless(!await db.Coming().AnyAsync(x => EF.Parameter(ids).Contains(x.TrajectId) && x.ConferenceId != conference.Id, ct), "agenda.elsewhere", "TrajectIds",
            "Een van deze trajecten staat al op de agenda van een ander overleg. Haal het daar eerst af.");
        RuleBroken.Unless(!await db.Agenda(conference.Id).AnyAsync(x => EF.Parameter(ids).Contains(x.TrajectId), ct), "agenda.double", "TrajectIds",
            "Een van deze trajecten staat al op deze agenda.");
        var waiting = await db.PutForward().Where(x => EF.Parameter(ids).Contains(x.TrajectId)).ToListAsync(ct);
        var reasons = await db.DueReasons(ids, conference.HeldOn, ct);
        var order = await db.Agenda(conference.Id).MaxAsync(x => x.Order, ct) ?? 0;
        foreach (var id in ids)
        {
            var its = waiting.FirstOrDefault(x => x.TrajectId == id);
            if (its is null)
            {
                its = ConferenceCase.Chosen(Guid.CreateVersion7(), id, chosen[id].ClientId, reasons.GetValueOrDefault(id, ConferenceReasons.Chosen));
                db.ConferenceCases.Add(its);
            }

            its.PutOn(conference, ++order);
            await db.InviteWorkers(its, conference.HeldOn > clock.Today() ? conference.HeldOn : clock.Today(), ct);
        }

        return conference.Id;
    }
}
