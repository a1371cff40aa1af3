using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Triage;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>In which conferences a traject was discussed, latest first, and whether it is to be discussed.</summary>
/// <param name="CaseId">Only this one, for print.</param>
[Requires(Permission.ViewDossier)]
public sealed record GetDiscussions(Guid TrajectId, Guid? CaseId = null, int Page = 1) : IQuery<DiscussionList>, IAboutTraject;

/// <param name="Waiting">Put forward or on an agenda, and not discussed yet.</param>
/// <param name="ToCome">Conferences of the team for which it can be put forward.</param>
/// <param name="MayPutForward">The actor may put it forward now.</param>
/// <param name="MayCorrect">The actor may correct minutes and decisions.</param>
public sealed record DiscussionList(
    IReadOnlyList<Discussion> Discussions, int Total, int Page, int Pages, WaitingCase? Waiting, IReadOnlyList<ConferenceChoice> ToCome, bool MayPutForward, bool MayCorrect)
{
    public const int PageSize = 25;
}

/// <param name="ConferenceId">Null for the first one to come.</param>
/// <param name="OnAgenda">The coordinator put it on the agenda.</param>
/// <param name="MayTakeBack">The actor put it forward.</param>
public sealed record WaitingCase(Guid CaseId, Guid? ConferenceId, DateOnly? HeldOn, bool OnAgenda, string? Question, string? PutForwardBy, DateOnly? PutForwardOn, bool MayTakeBack);

public sealed record ConferenceChoice(Guid Id, DateOnly HeldOn, TimeOnly StartsAt);

internal sealed class GetDiscussionsHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetDiscussions, DiscussionList>
{
    public async Task<DiscussionList> Handle(GetDiscussions q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var discussed = db.ConferenceCases.Where(c => c.TrajectId == q.TrajectId && c.OpenedAt != null && (q.CaseId == null || c.Id == q.CaseId));
        var total = await discussed.CountAsync(ct);
        if (q.CaseId is not null && total == 0)
            throw new NotFound();
        var (page, pages) = Paging.Of(q.Page, total, DiscussionList.PageSize);
        var shown = discussed.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Skip((page - 1) * DiscussionList.PageSize).Take(DiscussionList.PageSize);
        var mayWrite = await db.Trajects.Where(t => t.Id == q.TrajectId).AnyAsync(AccessRule.MayWrite(db), ct);
        var alive = await db.Alive().Where(t => t.Id == q.TrajectId).Select(t => new { t.Team }).SingleOrDefaultAsync(ct);
        var waiting = await Waiting(q.TrajectId, ct);
        var toCome = await db.ToCome(alive?.Team, clock.Today()).Select(c => new ConferenceChoice(c.Id, c.HeldOn, c.StartsAt)).Take(ConferenceList.MaxToCome).ToListAsync(ct);
        return new DiscussionList(
            await Discussions.Of(db, shown, ct), total, page, pages, waiting, alive?.Team is null ? [] : toCome,
            mayWrite && alive?.Team is not null && actor.Can(Permission.PutForward) && waiting is not { PutForwardOn: not null },
            mayWrite && actor.Can(Permission.HoldConference));
    }

    private async Task<WaitingCase?> Waiting(Guid trajectId, CancellationToken ct)
    {
        var coming = db.Coming();
        var putForward = db.PutForward();
        var found = await db.ConferenceCases.Where(c => c.TrajectId == trajectId && (coming.Any(x => x.Id == c.Id) || putForward.Any(x => x.Id == c.Id)))
            .Select(c => new
            {
                c.Id,
                OnAgenda = coming.Any(x => x.Id == c.Id),
                // One that was held without it, or cancelled, is none to wait for.
                Conference = db.CaseConferences.Where(x => x.Id == c.ConferenceId && x.ClosedAt == null && x.CancelledAt == null).Select(x => new { x.Id, x.HeldOn }).FirstOrDefault(),
                c.Question,
                c.PutForwardById,
                By = db.Staff.Where(s => s.Id == c.PutForwardById).Select(s => s.Name).FirstOrDefault(),
                c.PutForwardOn,
            })
            .OrderByDescending(c => c.OnAgenda).ThenBy(c => c.Id).FirstOrDefaultAsync(ct);
        return found is null
            ? null
            : new WaitingCase(found.Id, found.Conference?.Id, found.Conference?.HeldOn, found.OnAgenda, found.Question, found.By, found.PutForwardOn, found.PutForwardById is { } by && by == actor.StaffId);
    }
}
