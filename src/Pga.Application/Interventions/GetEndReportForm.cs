using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>What the form for an end report shows: whose, how often they were there, and the report to correct.</summary>
[Requires(Permission.HoldSession)]
public sealed record GetEndReportForm(Guid ParticipationId) : IQuery<EndReportForm>;

/// <param name="Version">The base version of the command.</param>
/// <param name="TrajectId">Only for who may open the dossier.</param>
/// <param name="ReferralId">Only for a partner.</param>
/// <param name="LastAttended">Latest session with the client there.</param>
/// <param name="AsksElsewhere">The actor may count sessions that aren't in this system.</param>
/// <param name="Report">What was written before.</param>
public sealed record EndReportForm(
    Participant Participant,
    Guid Version,
    string Intervention,
    string? Goal,
    DateOnly? StartedOn,
    int Held,
    int Attended,
    DateOnly? LastAttended,
    bool AsksElsewhere,
    Guid? TrajectId,
    Guid? ReferralId,
    EndReportText? Report) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => [Participant];
}

internal sealed class GetEndReportFormHandler(PgaDbContext db) : IRequestHandler<GetEndReportForm, EndReportForm>
{
    public async Task<EndReportForm> Handle(GetEndReportForm q, CancellationToken cancellationToken)
    {
        var about = await EndReports.Reportable(db, q.ParticipationId, cancellationToken);
        var isPartner = db.PartnerOf is not null;
        var participant = (await db.Participants([about], cancellationToken))[about.Id];
        var p = await db.Participations.Where(p => p.Id == q.ParticipationId)
            .Select(p => new
            {
                p.Version,
                p.StartedOn,
                Intervention = db.Interventions.Where(i => i.Id == p.InterventionId).Select(i => i.Name).First(),
                Goal = db.Referrals.Where(r => r.ParticipationId == p.Id).Select(r => r.Goal).FirstOrDefault(),
            })
            .SingleAsync(cancellationToken);
        var sessions = await db.Attendances.Where(a => a.ParticipationId == q.ParticipationId && a.SupersededById == null && a.Code != null)
            .Join(db.InterventionSessions.Where(s => s.CancelledAt == null), a => a.SessionId, s => s.Id, (a, s) => new { s.On, a.Code })
            .ToListAsync(cancellationToken);
        var attended = sessions.Where(s => AttendanceCodes.WasThere(s.Code)).ToList();
        var report = isPartner ? null : await db.EndReports.Where(r => r.ParticipationId == q.ParticipationId && r.SupersededById == null)
            .Select(r => new EndReportText(r.LastDay, r.Reached, r.Text, r.Advice, r.FirstDay, r.HeldElsewhere, r.AttendedElsewhere))
            .SingleOrDefaultAsync(cancellationToken);
        return new EndReportForm(
            participant, p.Version, p.Intervention, p.Goal, p.StartedOn, sessions.Count, attended.Count,
            attended.Count == 0 ? null : attended.Max(s => s.On), !isPartner, isPartner ? null : about.TrajectId, about.ReferralId, report);
    }
}
