using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>One case of a conference, with nothing of any other: it may be on a screen while others look.</summary>
[Requires(Permission.PutForward)]
public sealed record GetConferenceCase(Guid ConferenceId, Guid CaseId) : IQuery<CaseSheet>;

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="ConferenceState">One of <see cref="ConferenceStates"/>.</param>
/// <param name="IsDay">The day of the conference has come.</param>
/// <param name="Choices">What can be chosen while talking; only for who leads it.</param>
/// <param name="NextId">The next case that wasn't discussed, of those the actor leads.</param>
/// <param name="NextTrajectId">Its traject.</param>
public sealed record CaseSheet(
    Guid TrajectId,
    Guid ClientId,
    string Name,
    string Number,
    string Programme,
    Discussion Discussion,
    string ConferenceState,
    bool IsDay,
    SheetChoices? Choices,
    Guid? NextId,
    Guid? NextTrajectId) : IRevealsClient
{
    public bool MayHold => Choices is not null;

    Guid? IRevealsClient.TrajectId => TrajectId;
}

/// <param name="Colleagues">Who may read the dossier and aren't invited yet.</param>
/// <param name="Workers">Who work on the traject: they can be given an action.</param>
/// <param name="Goals">Open ones, in a few words.</param>
public sealed record SheetChoices(
    IReadOnlyList<OwnerChoice> Colleagues, IReadOnlyList<OwnerChoice> Workers, IReadOnlyList<OwnerChoice> Relatives, IReadOnlyList<OwnerChoice> Partners,
    IReadOnlyList<OwnerChoice> Goals, IReadOnlyList<Code> Leefgebieden);

internal sealed class GetConferenceCaseHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetConferenceCase, CaseSheet>
{
    public async Task<CaseSheet> Handle(GetConferenceCase q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var cases = db.OnAgendas().Where(c => c.Id == q.CaseId && c.ConferenceId == q.ConferenceId);
        var found = await (
            from x in cases
            join t in db.Trajects on x.TrajectId equals t.Id
            join c in db.Clients on x.ClientId equals c.Id
            join o in db.CaseConferences on x.ConferenceId equals o.Id
            select new { x.TrajectId, x.ClientId, c.GivenName, c.Prefix, c.FamilyName, c.Number, t.Programme, x.OpenedAt, o.Team, o.HeldOn, o.ClosedAt, o.CancelledAt })
            .SingleOrDefaultAsync(ct) ?? throw new NotFound();
        var discussion = (await Discussions.Of(db, cases, ct)).Single();
        var leads = actor.Can(Permission.HoldConference) && found.Team == db.WriteTeam
            && await db.Trajects.Where(t => t.Id == found.TrajectId).AnyAsync(AccessRule.MayWrite(db), ct);
        var writable = db.Trajects.Where(AccessRule.MayWrite(db));
        var next = leads && found.ClosedAt is null && found.CancelledAt is null
            ? await db.Agenda(q.ConferenceId).Where(x => x.OpenedAt == null && x.Id != q.CaseId && writable.Any(w => w.Id == x.TrajectId)).Select(x => new { x.Id, x.TrajectId }).FirstOrDefaultAsync(ct)
            : null;
        return new CaseSheet(
            found.TrajectId, found.ClientId, Client.NameOf(found.GivenName, found.Prefix, found.FamilyName), found.Number, found.Programme, discussion,
            ConferenceStates.Of(found.OpenedAt, found.ClosedAt, found.CancelledAt), found.HeldOn <= clock.Today(),
            leads ? await Choices(found.TrajectId, found.ClientId, found.Programme, q.CaseId, ct) : null, next?.Id, next?.TrajectId);
    }

    private async Task<SheetChoices> Choices(Guid trajectId, Guid clientId, string programme, Guid caseId, CancellationToken ct)
    {
        var today = clock.Today();
        var invited = await db.ConferenceInvitations.Where(i => i.ConferenceCaseId == caseId && i.StaffId != null).Select(i => i.StaffId).ToListAsync(ct);
        var readers = await db.ReadersOf(trajectId, today, ct);
        var workers = await db.Assignments.Where(a => a.TrajectId == trajectId && a.From <= today && (a.Until == null || a.Until >= today))
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new { s.Id, s.Name }).Distinct().OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct);
        var relatives = await db.Relations.Where(r => r.ClientId == clientId).OrderBy(r => r.Name).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.Name, r.Kind }).ToListAsync(ct);
        var goals = await GoalStanding.Of(db, trajectId, ct);
        return new SheetChoices(
            [.. readers.Where(r => !invited.Contains(r.Id)).Select(r => new OwnerChoice(r.Id, r.Name))],
            [.. workers.Select(w => new OwnerChoice(w.Id, w.Name))],
            [.. relatives.Select(r => new OwnerChoice(r.Id, OwnerNames.Relative(r.Name, r.Kind)))],
            await db.Partners.OrderBy(p => p.Order).ThenBy(p => p.Name).Select(p => new OwnerChoice(p.Id, p.Name)).ToListAsync(ct),
            [.. goals.Where(g => g.IsOpen).Select(g => new OwnerChoice(g.Id, g.Title))],
            Leefgebieden.Of(programme).All);
    }
}
