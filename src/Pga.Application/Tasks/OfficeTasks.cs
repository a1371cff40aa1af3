using Microsoft.EntityFrameworkCore;
using Pga.Application.Interventions;
using Pga.Domain.Common;

namespace Pga.Application.Tasks;

/// <summary>What there is to do for partners, and for those who open no dossiers. About whom stands on the pages themselves.</summary>
internal static class OfficeTasks
{
    public static async Task<IReadOnlyList<DueTask>> PartnerDesk(TaskQuestion q, CancellationToken ct)
    {
        var desk = await new GetPartnerDeskHandler(q.Db, q.Clock).Handle(new GetPartnerDesk(), ct);
        var tasks = new List<DueTask>();
        if (desk.AllToAnswer > 0)
            tasks.Add(new DueTask(TaskKinds.Answer, TeamTasks.Counted(desk.AllToAnswer, "verwijzing beantwoorden", "verwijzingen beantwoorden"), null));
        tasks.AddRange(desk.ReportsDue.Select(r => new DueTask(TaskKinds.EndReport, $"Eindverslag schrijven: {r.Intervention}", r.GrantUntil, SubjectId: r.ParticipationId)));
        tasks.AddRange(desk.ToFill.Concat(desk.Sessions).DistinctBy(s => s.Id).Select(s => CaseTasks.OfSession(s, q.Today)));
        return tasks;
    }

    public static async Task<IReadOnlyList<DueTask>> Stories(TaskQuestion q, CancellationToken ct)
    {
        var (db, me) = (q.Db, q.Db.ActorId);
        var waiting = await db.Stories.CountAsync(s => s.AnonymisedAt != null && s.ConsentAt != null && s.ReleasedAt == null && s.WithdrawnAt == null && s.AuthorId != me, ct);
        return waiting == 0 ? [] : [new DueTask(TaskKinds.Stories, TeamTasks.Counted(waiting, "verhaal lezen en vrijgeven", "verhalen lezen en vrijgeven"), null)];
    }

    public static async Task<IReadOnlyList<DueTask>> Editions(TaskQuestion q, CancellationToken ct)
    {
        var years = await q.Db.Editions.Where(e => e.ConfirmedAt == null).OrderByDescending(e => e.Year).Select(e => e.Year).ToListAsync(ct);
        return [.. years.Select(y => new DueTask(TaskKinds.Edition, $"Rapportage {y} vaststellen: het concept ligt klaar", null))];
    }

    public static async Task<IReadOnlyList<DueTask>> Administration(TaskQuestion q, CancellationToken ct)
    {
        var db = q.Db;
        var tasks = new List<DueTask>();
        if (await db.Staff.CountAsync(s => !s.Active, ct) is > 0 and var accounts)
            tasks.Add(new DueTask(TaskKinds.Accounts, TeamTasks.Counted(accounts, "medewerker uit een import heeft nog geen account", "medewerkers uit een import hebben nog geen account"), null));
        var entries = await db.Interventions.CountAsync(i => i.NeedsReview, ct) + await db.Partners.CountAsync(p => p.NeedsReview, ct)
            + await db.Institutions.CountAsync(i => i.NeedsReview, ct) + await db.ActivityKinds.CountAsync(k => k.NeedsReview, ct);
        if (entries > 0)
            tasks.Add(new DueTask(TaskKinds.Catalogues, TeamTasks.Counted(entries, "regel in een catalogus nog controleren", "regels in de catalogi nog controleren"), null));
        return tasks;
    }
}
