using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Domain.Common;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;

namespace Pga.Application.Tasks;

/// <summary>
/// Tells colleagues what a command did that concerns them, in the command's own transaction. The pipeline calls it before it
/// saves and it reads what the aggregates say that happened, so that no handler can forget. Nobody is told of what they did.
/// </summary>
[SeesAll("whom to tell of a session that is called off; each reads it through the access rule of their own")]
internal sealed class Notices(PgaDbContext db, Actor actor, TimeProvider clock)
{
    private sealed record Notice(Guid? StaffId, string Kind, Guid? TrajectId = null, Guid? SubjectId = null);

    public async Task Add(CancellationToken ct)
    {
        var found = new List<Notice>();
        foreach (var entry in db.ChangeTracker.Entries<Entity>().ToList())
            found.AddRange(await Of(entry, ct));
        var told = found.Where(n => n.StaffId is not null && n.StaffId != actor.StaffId).Distinct().ToList();
        if (told.Count == 0)
            return;
        var ids = told.Select(n => n.StaffId!.Value).Distinct().ToList();
        var active = await db.Staff.Where(s => s.Active && EF.Parameter(ids).Contains(s.Id)).Select(s => s.Id).ToListAsync(ct);
        foreach (var same in told.Where(n => active.Contains(n.StaffId!.Value)).GroupBy(n => (n.StaffId, n.Kind)))
        {
            // A whole caseload at once is one notification; which dossiers they are stands on the worklist.
            if (same.Key.Kind is NotificationKinds.Assigned or NotificationKinds.Replacing && same.Count() > 1)
                Tell(new Notice(same.Key.StaffId, same.Key.Kind));
            else
                foreach (var notice in same)
                    Tell(notice);
        }
    }

    private void Tell(Notice n) => db.Notifications.Add(new Notification(Guid.CreateVersion7(), n.StaffId!.Value, n.Kind, n.TrajectId, n.SubjectId, clock.UtcNow()));

    private async Task<IEnumerable<Notice>> Of(EntityEntry<Entity> entry, CancellationToken ct) => entry.Entity switch
    {
        Assignment given when entry.State is EntityState.Added && !given.IsVoid =>
            [new(given.StaffId, given.AbsenceId is null ? NotificationKinds.Assigned : NotificationKinds.Replacing, given.TrajectId)],
        Traject traject => OfTraject(traject, entry),
        Transfer transfer => await OfTransfer(transfer, ct),
        Referral referral when referral.HasRaised("referral.accepted") => [new(referral.MadeById, NotificationKinds.ReferralAccepted, referral.TrajectId)],
        Referral referral when referral.HasRaised("referral.declined") => [new(referral.MadeById, NotificationKinds.ReferralDeclined, referral.TrajectId)],
        EndReport report when entry.State is EntityState.Added && report.CorrectionReason is null =>
            await OfReferrers([report.ParticipationId], NotificationKinds.EndReport, ct),
        InterventionSession session when session.HasRaised("session.cancelled") =>
            await OfReferrers([.. session.Roster.Where(a => a.SupersededById is null).Select(a => a.ParticipationId)], NotificationKinds.SessionCancelled, ct),
        Aanmelding sent when sent.HasRaised("aanmelding.taken-in") => [new(sent.SentById, NotificationKinds.AanmeldingTakenIn, SubjectId: sent.Id)],
        Aanmelding sent when sent.HasRaised("aanmelding.answered") || sent.HasRaised("aanmelding.dismissed") =>
            [new(sent.SentById, NotificationKinds.AanmeldingAnswered, SubjectId: sent.Id)],
        _ => [],
    };

    private IEnumerable<Notice> OfTraject(Traject traject, EntityEntry entry)
    {
        if (traject.HasRaised("outflow.confirmed"))
            yield return new(traject.OutflowProposedById, NotificationKinds.OutflowConfirmed, traject.Id);
        // The proposal is gone by now; who made it stands in what was loaded.
        if (traject.HasRaised("outflow.withdrawn"))
            yield return new((Guid?)entry.Property(nameof(Traject.OutflowProposedById)).OriginalValue, NotificationKinds.OutflowRefused, traject.Id);
        if (!traject.HasRaised("traject.triaged"))
            yield break;
        var today = clock.Today();
        foreach (var work in traject.Assignments.Where(a => a.RunsOn(today) && db.Entry(a).State is not EntityState.Added))
            yield return new(work.StaffId, NotificationKinds.TriageDecided, traject.Id);
    }

    private async Task<IEnumerable<Notice>> OfTransfer(Transfer transfer, CancellationToken ct)
    {
        if (transfer.HasRaised("transfer.proposed"))
            return (await Receivers(transfer, ct)).Select(r => new Notice(r, NotificationKinds.TransferProposed, SubjectId: transfer.Id));
        if (transfer.HasRaised("transfer.withdrawn"))
            return (await Receivers(transfer, ct)).Select(r => new Notice(r, NotificationKinds.TransferWithdrawn));
        var kind = transfer.HasRaised("transfer.accepted") ? NotificationKinds.TransferAccepted : NotificationKinds.TransferDeclined;
        return kind == NotificationKinds.TransferAccepted || transfer.HasRaised("transfer.declined")
            ? [new(transfer.ProposedById, kind), new(transfer.FromStaffId, kind)]
            : [];
    }

    private async Task<IEnumerable<Guid>> Receivers(Transfer transfer, CancellationToken ct)
    {
        if (transfer.ToStaffId is { } one)
            return [one];
        var team = await db.Staff.Where(s => s.Team == transfer.ToTeam).ToListAsync(ct);
        return team.Where(s => s.Roles.Contains(StaffRoles.Coordinator)).Select(s => s.Id);
    }

    private async Task<IEnumerable<Notice>> OfReferrers(IReadOnlyList<Guid> participations, string kind, CancellationToken ct)
    {
        var referrals = await db.Referrals.IgnoreQueryFilters().AsNoTracking()
            .Where(r => EF.Parameter(participations).Contains(r.ParticipationId)).Select(r => new { r.MadeById, r.TrajectId }).ToListAsync(ct);
        return referrals.Select(r => new Notice(r.MadeById, kind, r.TrajectId));
    }
}
