namespace Pga.Application.Access;

/// <summary>What can be done, named <c>Area.Action</c>. <see cref="Roles"/> says who may. Seeing a dossier takes the access rule besides.</summary>
public static class Permission
{
    public const string ViewWorklist = "Worklist.View";
    public const string ExportWorklist = "Worklist.Export";
    public const string SearchClients = "Clients.Search";
    public const string EditClient = "Clients.Edit";
    public const string ViewDossier = "Dossier.View";
    public const string ReferClient = "Trajects.Refer";
    public const string DecideTriage = "Triage.Decide";
    public const string SendAanmelding = "Aanmeldingen.Send";
    public const string LogContact = "Contacts.Log";
    public const string ViewAgenda = "Agenda.View";
    public const string EditRelations = "Relations.Edit";
    public const string RecordFact = "Facts.Record";
    public const string RecordAssessment = "Assessments.Record";
    public const string EditPlan = "Plans.Edit";
    public const string HoldSpreekuur = "Spreekuren.Hold";
    public const string ProposeOutflow = "Outflow.Propose";
    public const string ConfirmOutflow = "Outflow.Confirm";
    public const string ViewReport = "Rapportage.View";
    public const string MakeReport = "Rapportage.Make";
    public const string ConfirmReport = "Rapportage.Confirm";

    /// <summary>At any threshold and on any day, so that numbers can be compared: for who has the server, and so the database.</summary>
    public const string CountReport = "Rapportage.Count";
    public const string EditReport = "Rapportage.Edit";
    public const string ViewStories = "Stories.View";
    public const string WriteStory = "Stories.Write";
    public const string ReleaseStory = "Stories.Release";
    public const string WithdrawStory = "Stories.Withdraw";
    public const string ReferIntervention = "Interventions.Refer";
    public const string HoldSession = "Interventions.HoldSession";
    public const string AnswerReferral = "Interventions.Answer";
    public const string EditDocuments = "Documents.Edit";
    public const string ViewTeam = "Team.View";
    public const string AssignWorkers = "Team.Assign";
    public const string TransferCases = "Team.Transfer";
    public const string ArrangeAbsence = "Team.Absence";
    public const string ViewTasks = "Tasks.View";
    public const string SendDigests = "Tasks.SendDigests";
    public const string HoldConference = "Conferences.Hold";
    public const string PutForward = "Conferences.PutForward";
    public const string VerifyAudit = "Audit.Verify";
    public const string RunImport = "Import.Run";
    public const string MakeDemo = "Demo.Make";
    public const string ManageStaff = "Staff.Manage";
    public const string ManageCatalogues = "Catalogues.Manage";
}
