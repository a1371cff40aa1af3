using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>A referral as the partner sees it: what was granted of the client, and the partner's own work. It opens no dossier.</summary>
[Requires(Permission.AnswerReferral)]
public sealed record GetReferral(Guid ReferralId) : IQuery<ReferralView>;

/// <param name="Version">The base version of the answer.</param>
/// <param name="Person">Null while the referral waits for a place: until then there is nothing to know.</param>
/// <param name="State">One of <see cref="ParticipationStates"/>.</param>
/// <param name="Queue">Place on the waiting list, from 1; 0 when there is a place.</param>
/// <param name="Contact">Who works on the case, to ask.</param>
public sealed record ReferralView(
    Guid Id,
    Guid ParticipationId,
    Guid Version,
    string Intervention,
    string? Group,
    GrantedPerson? Person,
    string State,
    int Queue,
    string? Purpose,
    string? Goal,
    DateOnly ReferredOn,
    DateOnly? StartedOn,
    DateOnly GrantUntil,
    string? Contact,
    string? ContactEmail,
    IReadOnlyList<CardSession> Sessions) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Person is null ? [] : [Person];
}

internal sealed class GetReferralHandler(PgaDbContext db) : IRequestHandler<GetReferral, ReferralView>
{
    public async Task<ReferralView> Handle(GetReferral q, CancellationToken cancellationToken)
    {
        var r = await db.Granted().Where(r => r.Id == q.ReferralId)
            .Join(db.Participations, r => r.ParticipationId, p => p.Id, (r, p) => new
            {
                r.Id,
                r.ParticipationId,
                r.Version,
                r.TrajectId,
                r.InterventionId,
                r.FieldCodes,
                r.Purpose,
                r.Goal,
                r.GrantUntil,
                Accepted = r.AcceptedAt != null,
                p.ReferredOn,
                p.StartedOn,
                p.EndedOn,
                p.Result,
                Intervention = db.Interventions.Where(i => i.Id == r.InterventionId).Select(i => i.Name).First(),
                Group = db.InterventionGroups.Where(g => g.Id == r.GroupId).Select(g => g.Name).FirstOrDefault(),
                Contact = db.Staff.Where(s => s.Id == r.MadeById).Select(s => s.Name).FirstOrDefault(),
                ContactEmail = db.Staff.Where(s => s.Id == r.MadeById).Select(s => s.Email).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var queue = (await WaitingList.Of(db, [r.InterventionId], cancellationToken)).QueueOf(r.Id);
        var person = queue > 0 ? null : (await GrantedPeople.Of(db, [new Grant(r.Id, r.TrajectId, r.FieldCodes.Split('|'))], cancellationToken))[r.Id];
        var sessions = await db.Attendances.Where(a => a.ParticipationId == r.ParticipationId && a.SupersededById == null)
            .Join(db.InterventionSessions.Where(s => s.CancelledAt == null), a => a.SessionId, s => s.Id, (a, s) => new { s.Id, s.StartsAt, a.Code, a.Note })
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        return new ReferralView(
            r.Id, r.ParticipationId, r.Version, r.Intervention, r.Group, person,
            ParticipationStates.Of(r.StartedOn, r.EndedOn, r.Result, closed: false, queue, byPartner: true, r.Accepted, granted: true),
            queue, r.Purpose, r.Goal, r.ReferredOn, r.StartedOn, r.GrantUntil!.Value, r.Contact, r.ContactEmail,
            [.. sessions.Select(s => new CardSession(s.Id, Calendar.DateIn(s.StartsAt), TimeOnly.FromDateTime(Calendar.LocalTime(s.StartsAt)), s.Code, s.Note))]);
    }
}
