using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Interventions;
using Pga.Application.Trajects;
using Pga.Application.Triage;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Trajects;

namespace Pga.Application.Tasks;

/// <summary>What a worker has to do in dossiers: what is theirs by name, and what belongs to the work they were given.</summary>
internal static class CaseTasks
{
    /// <summary>A partner who hasn't answered for so long is asked again.</summary>
    public const int AnswerWithinDays = 14;

    public const int GrantEndsWithinDays = 14;

    public const int SafetyEndsWithinDays = 14;

    private static readonly string[] Carrying = [AssignmentRoles.Case, AssignmentRoles.Rio, AssignmentRoles.Replacement];
    private static readonly string[] Leading = [.. Carrying, AssignmentRoles.Process];

    public static async Task<IReadOnlyList<DueTask>> Actions(TaskQuestion q, CancellationToken ct)
    {
        var (db, me) = (q.Db, q.Db.ActorId);
        var rows = await db.WorkItems.Where(w => w.StaffId == me && w.ClosedOn == null)
            .Join(db.Trajects.Where(t => t.OutflowConfirmedAt == null), w => w.TrajectId, t => t.Id, (w, t) => new { w, t.ClientId })
            .OrderBy(x => x.w.DueOn).ThenBy(x => x.w.Id).Take(TaskSources.Most)
            .Join(db.Clients, x => x.ClientId, c => c.Id, (x, c) => new { x.w.Id, x.w.TrajectId, x.w.Text, x.w.DueOn, x.ClientId, c.GivenName, c.Prefix, c.FamilyName })
            .ToListAsync(ct);
        return [.. rows.Select(r => new DueTask(TaskKinds.Action, r.Text, r.DueOn, null, About(r.ClientId, r.TrajectId, r.GivenName, r.Prefix, r.FamilyName), r.Id))];
    }

    public static async Task<IReadOnlyList<DueTask>> Contacts(TaskQuestion q, CancellationToken ct)
    {
        var (db, me) = (q.Db, q.Db.ActorId);
        var rows = await db.ContactMoments.Where(m => m.StaffId == me && m.Outcome == null && m.SupersededById == null)
            .Join(db.Trajects.Where(t => t.OutflowConfirmedAt == null), m => m.TrajectId, t => t.Id, (m, t) => new { m, t.ClientId })
            .OrderBy(x => x.m.OccurredOn).ThenBy(x => x.m.Id).Take(TaskSources.Most)
            .Join(db.Clients, x => x.ClientId, c => c.Id, (x, c) => new { x.m.Id, x.m.TrajectId, x.m.Kind, x.m.OccurredAt, x.ClientId, c.GivenName, c.Prefix, c.FamilyName })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
            {
                var local = Calendar.LocalTime(r.OccurredAt);
                var isPast = DateOnly.FromDateTime(local) < q.Today;
                var kind = ContactCodes.Kinds.Label(r.Kind);
                return new DueTask(
                    isPast ? TaskKinds.Unlogged : TaskKinds.Contact, isPast ? $"Gepland contact vastleggen: {kind.ToLowerInvariant()}" : kind,
                    DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), About(r.ClientId, r.TrajectId, r.GivenName, r.Prefix, r.FamilyName), r.Id);
            }),
        ];
    }

    /// <summary>
    /// What the worklist says of each traject, besides appointments and actions, which have an owner of their own. Who has
    /// procesregie sees to the evaluation; the rest is for who carries the case.
    /// </summary>
    public static async Task<IReadOnlyList<DueTask>> Steps(TaskQuestion q, CancellationToken ct)
    {
        var db = q.Db;
        var carried = await Assigned(q, Carrying).ToListAsync(ct);
        var led = Assigned(q, Leading);
        var facts = await WorklistFacts.Of(db, db.Alive().Where(t => led.Contains(t.Id)), q.Today).ToListAsync(ct);
        var steps =
            from f in facts
            from step in NextSteps.Of(f.Steps(q.Terms))
            where step.On is not null && KindOf(step.Kind) is not null && (step.Kind is NextSteps.Evaluation or NextSteps.PlanEvaluation || carried.Contains(f.TrajectId))
            orderby step.On, f.TrajectId
            select new DueTask(KindOf(step.Kind)!, step.Text, step.On, null, About(f.ClientId, f.TrajectId, f.GivenName, f.Prefix, f.FamilyName));
        return [.. steps.Take(TaskSources.Most)];
    }

    /// <summary>For who carries the case; a coordinator has a line for the team.</summary>
    public static async Task<IReadOnlyList<DueTask>> Informed(TaskQuestion q, CancellationToken ct)
    {
        var db = q.Db;
        var led = Assigned(q, Carrying);
        var rows = await db.Alive().Where(t => led.Contains(t.Id) && t.InformedReviewOn != null && t.Informed != "yes")
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Id, t.ClientId, t.InformedReviewOn, c.GivenName, c.Prefix, c.FamilyName })
            .OrderBy(r => r.InformedReviewOn).ThenBy(r => r.Id).Take(TaskSources.Most).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new DueTask(
                TaskKinds.Informed, "Nagaan of de persoon is geïnformeerd", r.InformedReviewOn, null, About(r.ClientId, r.Id, r.GivenName, r.Prefix, r.FamilyName))),
        ];
    }

    /// <summary>A safety agreement that ends soon: look whether it must go on.</summary>
    public static async Task<IReadOnlyList<DueTask>> Safety(TaskQuestion q, CancellationToken ct)
    {
        var (db, today, soon) = (q.Db, q.Today, q.Today.AddDays(SafetyEndsWithinDays));
        var led = Assigned(q, Carrying);
        var rows = await db.Alive().Where(t => led.Contains(t.Id))
            .Join(db.Clients.Where(c => c.SafetyAgreement != null && c.SafetyAgreementUntil >= today && c.SafetyAgreementUntil <= soon), t => t.ClientId, c => c.Id,
                (t, c) => new { t.Id, t.ClientId, c.SafetyAgreementUntil, c.GivenName, c.Prefix, c.FamilyName })
            .OrderBy(r => r.SafetyAgreementUntil).ThenBy(r => r.Id).Take(TaskSources.Most).ToListAsync(ct);
        return
        [
            .. rows.DistinctBy(r => r.ClientId).Select(r => new DueTask(
                TaskKinds.Safety, "Veiligheidsafspraak loopt af: verlengen of laten vervallen", r.SafetyAgreementUntil, null, About(r.ClientId, r.Id, r.GivenName, r.Prefix, r.FamilyName))),
        ];
    }

    /// <summary>Their own referrals that a partner hasn't answered.</summary>
    public static async Task<IReadOnlyList<DueTask>> Referrals(TaskQuestion q, CancellationToken ct)
    {
        var (db, me, since) = (q.Db, q.Db.ActorId, q.Clock.UtcNow().AddDays(-AnswerWithinDays));
        var rows = await db.Referrals
            .Where(r => r.MadeById == me && r.DeclinedAt == null && r.PartnerId != null && r.AcceptedAt == null && r.ClosedAt == null && r.MadeAt <= since)
            .Join(db.Trajects, r => r.TrajectId, t => t.Id, (r, t) => new { r.Id, r.TrajectId, r.InterventionId, r.MadeAt, t.ClientId })
            .OrderBy(r => r.MadeAt).ThenBy(r => r.Id).Take(TaskSources.Most)
            .Join(db.Clients, r => r.ClientId, c => c.Id, (r, c) => new
            {
                r.TrajectId,
                r.ClientId,
                r.MadeAt,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                Intervention = db.Interventions.Where(i => i.Id == r.InterventionId).Select(i => i.Name).First(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new DueTask(
                TaskKinds.Referral, $"De partner heeft nog niet geantwoord: {r.Intervention}", Calendar.DateIn(r.MadeAt).AddDays(AnswerWithinDays), null,
                About(r.ClientId, r.TrajectId, r.GivenName, r.Prefix, r.FamilyName))),
        ];
    }

    /// <summary>Grants on the cases they carry that end soon, or ended while the participation goes on.</summary>
    public static async Task<IReadOnlyList<DueTask>> Grants(TaskQuestion q, CancellationToken ct)
    {
        var (db, soon) = (q.Db, q.Today.AddDays(GrantEndsWithinDays));
        var carried = Assigned(q, Carrying);
        var rows = await db.Alive().Where(t => carried.Contains(t.Id))
            .Join(db.Referrals.Where(r => r.PartnerId != null && r.AcceptedAt != null && r.ClosedAt == null && r.GrantEndedAt == null && r.GrantUntil <= soon),
                t => t.Id, r => r.TrajectId, (t, r) => new { r.Id, r.TrajectId, r.InterventionId, r.GrantUntil, t.ClientId })
            .OrderBy(r => r.GrantUntil).ThenBy(r => r.Id).Take(TaskSources.Most)
            .Join(db.Clients, r => r.ClientId, c => c.Id, (r, c) => new
            {
                r.TrajectId,
                r.ClientId,
                r.GrantUntil,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                Intervention = db.Interventions.Where(i => i.Id == r.InterventionId).Select(i => i.Name).First(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new DueTask(
                TaskKinds.Grant, $"De inzage van de partner {(r.GrantUntil < q.Today ? "is afgelopen" : "loopt af")}: {r.Intervention}", r.GrantUntil, null,
                About(r.ClientId, r.TrajectId, r.GivenName, r.Prefix, r.FamilyName))),
        ];
    }

    /// <summary>Sessions that the team holds itself: today's and later, and those of which nobody said who was there.</summary>
    public static async Task<IReadOnlyList<DueTask>> Sessions(TaskQuestion q, CancellationToken ct)
    {
        var (db, me, today, now) = (q.Db, q.Db.ActorId, q.Today, q.Clock.UtcNow());
        // Their own only: what a colleague holds is the colleague's task.
        var sessions = db.InterventionSessions.Where(s => s.MadeById == me && s.PartnerId == null && s.CancelledAt == null
                && (s.On >= today || (s.StartsAt <= now && s.Roster.Any(a => a.SupersededById == null && a.Code == null))))
            .OrderBy(s => s.On).ThenBy(s => s.Id).Take(TaskSources.Most);
        return [.. (await SessionLines.Of(db, sessions, now, ct)).Select(s => OfSession(s, today))];
    }

    public static async Task<IReadOnlyList<DueTask>> Spreekuren(TaskQuestion q, CancellationToken ct)
    {
        var (db, me, today) = (q.Db, q.Db.ActorId, q.Today);
        var rows = await db.Spreekuren.Where(s => s.RioId == me && s.HeldOn >= today).OrderBy(s => s.HeldOn).ThenBy(s => s.Id).Take(TaskSources.Most)
            .Join(db.Institutions, s => s.InstitutionId, i => i.Id, (s, i) => new { s.Id, s.HeldAt, i.Name }).ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
            {
                var local = Calendar.LocalTime(r.HeldAt);
                return new DueTask(TaskKinds.Spreekuur, $"Spreekuur in {r.Name}", DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), SubjectId: r.Id);
            }),
        ];
    }

    internal static DueTask OfSession(SessionLine s, DateOnly today) => s.On < today || s.ToFill > 0
        ? new DueTask(TaskKinds.Attendance, $"Aanwezigheid invullen: {s.Intervention}", s.On, null, SubjectId: s.Id)
        : new DueTask(TaskKinds.Session, $"Bijeenkomst: {s.Intervention}", s.On, s.Time, SubjectId: s.Id);

    private static string? KindOf(string step) => step switch
    {
        NextSteps.Agreed => TaskKinds.Agreed,
        NextSteps.StartAssessment => TaskKinds.StartAssessment,
        NextSteps.Evaluation => TaskKinds.Evaluation,
        NextSteps.PlanEvaluation => TaskKinds.PlanEvaluation,
        NextSteps.Plan => TaskKinds.Plan,
        _ => null,
    };

    private static IQueryable<Guid> Assigned(TaskQuestion q, string[] roles)
    {
        var (me, today) = (q.Db.ActorId, q.Today);
        return q.Db.Assignments
            .Where(a => a.StaffId == me && a.From <= today && (a.Until == null || a.Until >= today) && EF.Constant(roles).Contains(a.Role))
            .Select(a => a.TrajectId);
    }

    private static TaskClient About(Guid clientId, Guid trajectId, string given, string? prefix, string family) =>
        new(clientId, trajectId, Client.NameOf(given, prefix, family));
}
