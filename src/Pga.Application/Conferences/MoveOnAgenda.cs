using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Conferences;

/// <summary>Moves a case one place up or down among those the actor sees. Answers the id of the case.</summary>
[Requires(Permission.HoldConference)]
public sealed record MoveOnAgenda(Guid CommandId, Guid TrajectId, Guid CaseId, bool Up) : ICommand, IAboutTraject;

internal sealed class MoveOnAgendaHandler(PgaDbContext db) : IRequestHandler<MoveOnAgenda, Guid>
{
    public async Task<Guid> Handle(MoveOnAgenda c, CancellationToken cancellationToken)
    {
        var (conference, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        conference.CheckOpen();
        var agenda = await db.Agenda(conference.Id).ToListAsync(cancellationToken);
        var from = agenda.FindIndex(x => x.Id == its.Id);
        var to = c.Up ? from - 1 : from + 1;
        RuleBroken.Unless(to >= 0 && to < agenda.Count, "agenda.edge", "", c.Up ? "Deze casus staat al bovenaan." : "Deze casus staat al onderaan.");
        (agenda[from], agenda[to]) = (agenda[to], agenda[from]);
        for (var i = 0; i < agenda.Count; i++)
            agenda[i].MoveTo(i + 1);
        return its.Id;
    }
}
