using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>The agenda of one conference: the cases on it that the actor may read, as if there were no others.</summary>
[Requires(Permission.PutForward)]
public sealed record GetConference(Guid ConferenceId) : IQuery<ConferenceAgenda>;

/// <param name="Version">Base version for moving it.</param>
/// <param name="State">One of <see cref="ConferenceStates"/>.</param>
/// <param name="MayHold">The actor leads it: writes the agenda and discusses.</param>
/// <param name="IsDay">Its day has come.</param>
public sealed record ConferenceAgenda(
    Guid Id,
    Guid Version,
    string Team,
    DateOnly HeldOn,
    TimeOnly StartsAt,
    string Place,
    string State,
    string? CancelReason,
    bool MayHold,
    bool IsDay,
    IReadOnlyList<AgendaCase> Cases) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Cases;
}

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="Reason">One of <see cref="ConferenceReasons"/>.</param>
/// <param name="Invited">Names of colleagues; organisation and function of others.</param>
/// <param name="State">One of <see cref="ConferenceCaseStates"/>.</param>
/// <param name="MayWrite">The actor may discuss it.</param>
public sealed record AgendaCase(
    Guid CaseId,
    Guid TrajectId,
    Guid ClientId,
    string Name,
    string Number,
    string Programme,
    string Reason,
    string? Question,
    string? PutForwardBy,
    IReadOnlyList<string> Invited,
    string State,
    bool MayWrite) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetConferenceHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetConference, ConferenceAgenda>
{
    public async Task<ConferenceAgenda> Handle(GetConference q, CancellationToken cancellationToken)
    {
        var conference = await db.Visible().AsNoTracking().SingleOrDefaultAsync(c => c.Id == q.ConferenceId, cancellationToken) ?? throw new NotFound();
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        var rows = await (
            from x in db.Agenda(conference.Id)
            join t in db.Trajects on x.TrajectId equals t.Id
            join c in db.Clients on x.ClientId equals c.Id
            orderby x.Order, x.Id
            select new
            {
                x.Id,
                x.TrajectId,
                x.ClientId,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                c.Number,
                t.Programme,
                x.Reason,
                x.Question,
                By = db.Staff.Where(s => s.Id == x.PutForwardById).Select(s => s.Name).FirstOrDefault(),
                x.OpenedAt,
                x.ClosedAt,
                MayWrite = writable.Any(w => w.Id == x.TrajectId),
            }).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Id);
        var invited = (await db.ConferenceInvitations.Where(i => EF.Parameter(ids).Contains(i.ConferenceCaseId))
            .Select(i => new { i.ConferenceCaseId, Name = db.Staff.Where(s => s.Id == i.StaffId).Select(s => s.Name).FirstOrDefault(), i.Organisation, i.Function })
            .ToListAsync(cancellationToken)).ToLookup(i => i.ConferenceCaseId);
        var mayHold = actor.Can(Permission.HoldConference) && conference.Team == db.WriteTeam;
        return new ConferenceAgenda(
            conference.Id, conference.Version, conference.Team, conference.HeldOn, conference.StartsAt, conference.Place,
            ConferenceStates.Of(mayHold ? conference.BegunAt : rows.Min(r => r.OpenedAt), conference.ClosedAt, conference.CancelledAt), conference.CancelReason,
            mayHold, conference.HeldOn <= clock.Today(),
            [
                .. rows.Select(r => new AgendaCase(
                    r.Id, r.TrajectId, r.ClientId, Client.NameOf(r.GivenName, r.Prefix, r.FamilyName), r.Number, r.Programme, r.Reason, r.Question, r.By,
                    [.. invited[r.Id].Select(i => i.Name ?? $"{i.Function}, {i.Organisation}").Order(StringComparer.Ordinal)],
                    ConferenceCaseStates.Of(r.OpenedAt, r.ClosedAt), r.MayWrite)),
            ]);
    }
}
