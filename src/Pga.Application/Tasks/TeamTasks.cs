using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Conferences;
using Pga.Application.Staff;
using Pga.Application.Trajects;
using Pga.Application.Triage;
using Pga.Domain.Clients;
using Pga.Domain.Common;

namespace Pga.Application.Tasks;

/// <summary>What there is to do between colleagues, and for a coordinator in the team.</summary>
internal static class TeamTasks
{
    /// <summary>So long before it begins or ends somebody hears of an absence.</summary>
    public const int AbsenceWithinDays = 7;

    /// <summary>To answer before the day on which the work should begin.</summary>
    public static async Task<IReadOnlyList<DueTask>> Transfers(TaskQuestion q, CancellationToken ct)
    {
        var (db, me, team) = (q.Db, q.Db.ActorId, q.Db.WriteTeam);
        var open = await db.Transfers.Where(t => t.ClosedAt == null && t.ToStaffId == me)
            .Select(t => new { t.Id, t.ToStaffId, t.ToTeam, t.StartsOn, Cases = t.Cases.Count }).ToListAsync(ct);
        if (team is not null)
        {
            open.AddRange(await db.Transfers.Where(t => t.ClosedAt == null && t.ToTeam == team)
                .Select(t => new { t.Id, t.ToStaffId, t.ToTeam, t.StartsOn, Cases = t.Cases.Count }).ToListAsync(ct));
        }

        return
        [
            .. open.Where(t => TransferAccess.IsReceiver(q.Actor, t.ToStaffId, t.ToTeam)).OrderBy(t => t.StartsOn).ThenBy(t => t.Id).Take(TaskSources.Most).Select(t => new DueTask(
                TaskKinds.Transfer, $"Antwoorden op een overdracht van {(t.Cases == 1 ? "1 traject" : $"{t.Cases} trajecten")}", t.StartsOn, SubjectId: t.Id)),
        ];
    }

    public static async Task<IReadOnlyList<DueTask>> Absences(TaskQuestion q, CancellationToken ct)
    {
        var (today, soon) = (q.Today, q.Today.AddDays(AbsenceWithinDays));
        var list = await new GetAbsencesHandler(q.Db, q.Actor, q.Clock).Handle(new GetAbsences(), ct);
        var own = list.Own.SelectMany(a => Edges(a, a.StaffId == q.Db.ActorId ? ("Uw afwezigheid begint", "Laatste dag van uw afwezigheid") : ($"{a.Name} is afwezig", $"Laatste dag dat {a.Name} afwezig is"), a.AbsenceId));
        // Who only replaces can't open the absence itself.
        var replacing = list.Replacing.SelectMany(a => Edges(a, ($"U vervangt {a.Name}", $"Laatste dag dat u {a.Name} vervangt"), null));
        return [.. own.Concat(replacing).OrderBy(t => t.On).Take(TaskSources.Most)];

        IEnumerable<DueTask> Edges(AbsenceRow a, (string Begins, string Ends) text, Guid? subject)
        {
            if (a.From >= today && a.From <= soon)
                yield return new DueTask(TaskKinds.Absence, text.Begins, a.From, SubjectId: subject);
            if (a.Until >= today && a.Until <= soon && a.Until > a.From)
                yield return new DueTask(TaskKinds.Absence, text.Ends, a.Until, SubjectId: subject);
        }
    }

    /// <summary>A line for each list that isn't empty: whom it is about stands on the list itself.</summary>
    public static async Task<IReadOnlyList<DueTask>> Triage(TaskQuestion q, CancellationToken ct)
    {
        var (db, today) = (q.Db, q.Today);
        var tasks = new List<DueTask>();
        var now = GetTriageHandler.Listed(db, q.Actor, TriageLists.Now, today);
        if (await now.CountAsync(ct) is > 0 and var toDiscuss)
            tasks.Add(new DueTask(TaskKinds.Triage, Counted(toDiscuss, "aanmelding bespreken in de triage", "aanmeldingen bespreken in de triage"), await now.MinAsync(t => t.TriageOn, ct)));
        if (await GetTriageHandler.Listed(db, q.Actor, TriageLists.Accepted, today).CountAsync(ct) is > 0 and var toStart)
            tasks.Add(new DueTask(TaskKinds.Start, Counted(toStart, "geaccepteerd traject starten", "geaccepteerde trajecten starten"), null));
        var review = GetTriageHandler.Listed(db, q.Actor, TriageLists.Review, today);
        if (await review.CountAsync(ct) is > 0 and var toReview)
            tasks.Add(new DueTask(TaskKinds.InformedOfTeam, Counted(toReview, "persoon in het team nog informeren", "personen in het team nog informeren"), await review.MinAsync(t => t.InformedReviewOn, ct)));
        var waiting = db.Aanmeldingen.Where(a => a.HandledAt == null);
        if (await waiting.CountAsync(ct) is > 0 and var sent)
            tasks.Add(new DueTask(TaskKinds.Aanmeldingen, Counted(sent, "aanmelding van een partner oppakken", "aanmeldingen van partners oppakken"), await waiting.MinAsync(a => (DateOnly?)a.TriageOn, ct)));
        return tasks;
    }

    /// <summary>For who holds them, for who works on a case of the agenda and for who is invited to one. What is over is the holder's to close.</summary>
    public static async Task<IReadOnlyList<DueTask>> Conferences(TaskQuestion q, CancellationToken ct)
    {
        var (db, me, today, team) = (q.Db, q.Db.ActorId, q.Today, q.Actor.Can(Permission.HoldConference) ? q.Db.WriteTeam : null);
        var mine = db.OnAgendas().Where(x => db.ConferenceInvitations.Any(i => i.ConferenceCaseId == x.Id && i.StaffId == me)
            || db.Assignments.Any(a => a.TrajectId == x.TrajectId && a.StaffId == me && a.From <= today && (a.Until == null || a.Until >= today)));
        var rows = await db.CaseConferences.Where(c => c.ClosedAt == null && c.CancelledAt == null)
            .Where(c => (team != null && c.Team == team) || (c.HeldOn >= today && mine.Any(x => x.ConferenceId == c.Id)))
            .OrderBy(c => c.HeldOn).ThenBy(c => c.StartsAt).ThenBy(c => c.Id).Take(TaskSources.Most)
            .Select(c => new { c.Id, c.HeldOn, c.StartsAt, c.Place }).ToListAsync(ct);
        return
        [
            .. rows.Select(c => c.HeldOn < today
                ? new DueTask(TaskKinds.Conference, "Casusoverleg afsluiten", c.HeldOn, SubjectId: c.Id)
                : new DueTask(TaskKinds.Conference, $"Casusoverleg: {c.Place}", c.HeldOn, c.StartsAt, SubjectId: c.Id)),
        ];
    }

    /// <summary>A proposal of one's own is for somebody else to confirm.</summary>
    public static async Task<IReadOnlyList<DueTask>> Outflow(TaskQuestion q, CancellationToken ct)
    {
        var (db, me, team) = (q.Db, q.Db.ActorId, q.Actor.Team);
        var rows = await db.Trajects.Where(t => t.Team == team && t.OutflowProposedAt != null && t.OutflowConfirmedAt == null && t.OutflowProposedById != me)
            .Where(AccessRule.MayWrite(db))
            .OrderBy(t => t.OutflowProposedAt).ThenBy(t => t.Id).Take(TaskSources.Most)
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Id, t.ClientId, t.OutflowProposedAt, c.GivenName, c.Prefix, c.FamilyName })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new DueTask(
                TaskKinds.Outflow, $"Uitstroom bevestigen, voorgesteld op {TeamConflicts.Text(Calendar.DateIn(r.OutflowProposedAt!.Value))}", null, null,
                new TaskClient(r.ClientId, r.Id, Client.NameOf(r.GivenName, r.Prefix, r.FamilyName)))),
        ];
    }

    internal static string Counted(int n, string one, string more) => $"{n} {(n == 1 ? one : more)}";
}
