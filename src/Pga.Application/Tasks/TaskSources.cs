using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Plans;
using Pga.Domain.Common;

namespace Pga.Application.Tasks;

/// <summary>What a task is; the front knows by it which page does it.</summary>
public static class TaskKinds
{
    public const string Action = "action";
    public const string Contact = "contact";
    public const string Unlogged = "unlogged";
    public const string Agreed = "agreed";
    public const string StartAssessment = "start-assessment";
    public const string Evaluation = "evaluation";
    public const string PlanEvaluation = "plan-evaluation";
    public const string Plan = "plan";
    public const string Informed = "informed";
    public const string Safety = "safety";
    public const string Referral = "referral";
    public const string Grant = "grant";
    public const string Session = "session";
    public const string Attendance = "attendance";
    public const string Spreekuur = "spreekuur";
    public const string Transfer = "transfer";
    public const string Absence = "absence";
    public const string Triage = "triage";
    public const string Aanmeldingen = "aanmeldingen";
    public const string Start = "start";
    public const string InformedOfTeam = "informed-of-team";
    public const string Outflow = "outflow";
    public const string Conference = "conference";
    public const string Answer = "answer";
    public const string EndReport = "end-report";
    public const string Stories = "stories";
    public const string Edition = "edition";
    public const string Accounts = "accounts";
    public const string Catalogues = "catalogues";
}

/// <summary>One part of the system that has things to do, for those whose work it is.</summary>
internal sealed record TaskSource(Func<Actor, bool> IsFor, Func<TaskQuestion, CancellationToken, Task<IReadOnlyList<DueTask>>> Read);

/// <summary>Who asks, and when.</summary>
internal sealed class TaskQuestion(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms)
{
    public PgaDbContext Db => db;

    public Actor Actor => actor;

    public TimeProvider Clock => clock;

    public EvaluationTerms Terms => terms;

    public DateOnly Today { get; } = clock.Today();
}

/// <summary>
/// The one list of where tasks come from. A new part adds a line here and a reading beside the others: of facts that have a
/// day and an owner, through the access rule, the soonest first and no more than <see cref="Most"/>.
/// </summary>
internal static class TaskSources
{
    public const int Most = 200;

    private static readonly TaskSource[] All =
    [
        new(a => a.Can(Permission.ViewDossier), CaseTasks.Actions),
        new(a => a.Can(Permission.ViewDossier), CaseTasks.Contacts),
        new(a => a.Can(Permission.ViewDossier), CaseTasks.Steps),
        new(a => a.Can(Permission.ReferClient), CaseTasks.Informed),
        new(a => a.Can(Permission.EditClient), CaseTasks.Safety),
        new(a => a.Can(Permission.ReferIntervention), CaseTasks.Referrals),
        new(a => a.Can(Permission.ReferIntervention), CaseTasks.Grants),
        new(a => a.Can(Permission.HoldSession) && !a.Can(Permission.AnswerReferral), CaseTasks.Sessions),
        new(a => a.Can(Permission.HoldSpreekuur), CaseTasks.Spreekuren),
        new(a => a.Can(Permission.TransferCases), TeamTasks.Transfers),
        new(a => a.Can(Permission.ArrangeAbsence), TeamTasks.Absences),
        new(a => a.Can(Permission.DecideTriage), TeamTasks.Triage),
        new(a => a.Can(Permission.ConfirmOutflow), TeamTasks.Outflow),
        new(a => a.Can(Permission.PutForward), TeamTasks.Conferences),
        new(a => a.Can(Permission.AnswerReferral), OfficeTasks.PartnerDesk),
        new(a => a.Can(Permission.ReleaseStory), OfficeTasks.Stories),
        new(a => a.Can(Permission.ConfirmReport), OfficeTasks.Editions),
        new(a => a.Can(Permission.ManageStaff), OfficeTasks.Administration),
    ];

    public static IEnumerable<TaskSource> For(Actor actor) => All.Where(s => s.IsFor(actor));
}
