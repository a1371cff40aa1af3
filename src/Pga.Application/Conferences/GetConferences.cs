using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>
/// The conferences of the actor's team and those that discuss a case of theirs: to come or still open, and the past. It counts
/// the cases that the actor may read, and no others.
/// </summary>
[Requires(Permission.PutForward)]
public sealed record GetConferences(int Page = 1) : IQuery<ConferenceList>;

/// <param name="ToCome">Soonest first; also one that was held and isn't closed.</param>
/// <param name="Past">Closed or cancelled, latest first; of this page.</param>
/// <param name="MayHold">The actor may plan one.</param>
public sealed record ConferenceList(IReadOnlyList<ConferenceLine> ToCome, IReadOnlyList<ConferenceLine> Past, int Total, int Page, int Pages, bool MayHold)
{
    public const int PageSize = 25;

    /// <summary>A team doesn't plan further ahead than this.</summary>
    public const int MaxToCome = 50;
}

/// <param name="State">One of <see cref="ConferenceStates"/>.</param>
/// <param name="Cases">Of those the actor may read.</param>
public sealed record ConferenceLine(Guid Id, string Team, DateOnly HeldOn, TimeOnly StartsAt, string Place, string State, int Cases, int Discussed);

internal sealed class GetConferencesHandler(PgaDbContext db, Actor actor) : IRequestHandler<GetConferences, ConferenceList>
{
    public async Task<ConferenceList> Handle(GetConferences q, CancellationToken cancellationToken)
    {
        var visible = db.Visible();
        var open = visible.Where(c => c.ClosedAt == null && c.CancelledAt == null).OrderBy(c => c.HeldOn).ThenBy(c => c.StartsAt).ThenBy(c => c.Id).Take(ConferenceList.MaxToCome);
        var past = visible.Where(c => c.ClosedAt != null || c.CancelledAt != null);
        var total = await past.CountAsync(cancellationToken);
        var (page, pages) = Paging.Of(q.Page, total, ConferenceList.PageSize);
        var shown = past.OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.StartsAt).ThenByDescending(c => c.Id)
            .Skip((page - 1) * ConferenceList.PageSize).Take(ConferenceList.PageSize);
        return new ConferenceList(
            await Lines(open, cancellationToken), await Lines(shown, cancellationToken), total, page, pages, actor.Can(Permission.HoldConference) && actor.Team is not null);
    }

    private async Task<List<ConferenceLine>> Lines(IQueryable<CaseConference> conferences, CancellationToken ct)
    {
        var onAgendas = db.OnAgendas();
        return
        [
            .. (await conferences.Select(c => new
            {
                c.Id,
                c.Team,
                c.HeldOn,
                c.StartsAt,
                c.Place,
                c.ClosedAt,
                c.CancelledAt,
                Cases = onAgendas.Count(x => x.ConferenceId == c.Id),
                Discussed = onAgendas.Count(x => x.ConferenceId == c.Id && x.OpenedAt != null),
                FirstOpened = onAgendas.Where(x => x.ConferenceId == c.Id).Min(x => x.OpenedAt),
            }).ToListAsync(ct)).Select(c => new ConferenceLine(
                c.Id, c.Team, c.HeldOn, c.StartsAt, c.Place, ConferenceStates.Of(c.FirstOpened, c.ClosedAt, c.CancelledAt), c.Cases, c.Discussed)),
        ];
    }
}
