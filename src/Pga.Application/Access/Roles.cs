using Pga.Domain.Staff;

namespace Pga.Application.Access;

/// <summary>The one table of who may do what. "Own" dossiers come from the access rule, not from here.</summary>
public static class Roles
{
    /// <summary>The command line, run by whoever has the server.</summary>
    public const string System = "system";

    public static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> Table = new Dictionary<string, IReadOnlySet<string>>
    {
        [StaffRoles.PgaExpert] = new HashSet<string>
        {
            Permission.ViewWorklist, Permission.SearchClients, Permission.EditClient, Permission.ViewDossier, Permission.ReferClient,
            Permission.LogContact, Permission.RecordAssessment, Permission.ProposeOutflow,
            Permission.EditPlan,
            Permission.ReferIntervention, Permission.HoldSession,
            Permission.ViewAgenda,
            Permission.ViewStories, Permission.WriteStory, Permission.WithdrawStory,
            Permission.EditDocuments,
            Permission.EditRelations,
            Permission.TransferCases, Permission.ArrangeAbsence,
            Permission.RecordFact,
            Permission.ViewTasks,
            Permission.PutForward,
        },
        [StaffRoles.Rio] = new HashSet<string>
        {
            Permission.ViewWorklist, Permission.SearchClients, Permission.EditClient, Permission.ViewDossier, Permission.ReferClient,
            Permission.LogContact, Permission.RecordAssessment, Permission.HoldSpreekuur,
            Permission.EditPlan,
            Permission.ReferIntervention, Permission.HoldSession,
            Permission.ViewAgenda,
            // Nobody else knows when a rio traject is done; without it a team with one coordinator couldn't end one (decision 7).
            Permission.ProposeOutflow,
            Permission.ViewStories, Permission.WriteStory, Permission.WithdrawStory,
            Permission.EditDocuments,
            Permission.TransferCases, Permission.ArrangeAbsence,
            Permission.RecordFact,
            Permission.ViewTasks,
            Permission.PutForward,
        },
        [StaffRoles.Coordinator] = new HashSet<string>
        {
            Permission.ViewWorklist, Permission.SearchClients, Permission.EditClient, Permission.ViewDossier, Permission.ReferClient,
            Permission.ProposeOutflow, Permission.ConfirmOutflow,
            Permission.ExportWorklist,
            Permission.ViewAgenda,
            Permission.ViewStories, Permission.WriteStory, Permission.WithdrawStory,
            Permission.DecideTriage,
            Permission.EditDocuments,
            Permission.ViewTeam, Permission.AssignWorkers, Permission.TransferCases, Permission.ArrangeAbsence,
            Permission.RecordFact,
            Permission.ViewTasks,
            Permission.HoldConference, Permission.PutForward,
        },
        [StaffRoles.Partner] = new HashSet<string>
        {
            Permission.SendAanmelding,
            Permission.AnswerReferral, Permission.HoldSession,
            Permission.ViewTasks,
        },
        [StaffRoles.Manager] = new HashSet<string>
        {
            Permission.ViewReport, Permission.MakeReport, Permission.ConfirmReport,
            Permission.EditReport, Permission.ViewStories,
            Permission.ViewTasks,
        },
        [StaffRoles.PrivacyOfficer] = new HashSet<string> { Permission.ViewStories, Permission.ReleaseStory, Permission.WithdrawStory, Permission.ViewTasks },
        [StaffRoles.Administrator] = new HashSet<string> { Permission.ManageStaff, Permission.ManageCatalogues, Permission.ViewTasks },
        [System] = new HashSet<string>
        {
            Permission.ViewReport, Permission.MakeReport, Permission.CountReport, Permission.VerifyAudit, Permission.RunImport, Permission.MakeDemo, Permission.ManageStaff,
            Permission.SendDigests,
        },
    };

    public static bool Grant(IEnumerable<string> roles, string permission) =>
        roles.Any(role => Table.TryGetValue(role, out var granted) && granted.Contains(permission));
}
