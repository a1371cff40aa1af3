using Pga.Application.Tasks;
using Pga.Domain.Tasks;

namespace Pga.Web.Ui;

/// <summary>Where a task is done and a notification leads: the one place that knows the addresses. Opaque ids only.</summary>
public static class TaskLinks
{
    /// <summary>Null when there is no page for it, or none that this reader can open.</summary>
    public static string? Of(DueTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var dossier = $"/dossiers/{task.About?.TrajectId}";
        return task.Kind switch
        {
            TaskKinds.Action => $"{dossier}/plan/actie/{task.SubjectId}/afsluiten",
            TaskKinds.Contact => dossier,
            TaskKinds.Unlogged => $"{dossier}/contact/{task.SubjectId}/wijzig",
            TaskKinds.Agreed => dossier,
            TaskKinds.Conference => $"/overleggen/{task.SubjectId}",
            TaskKinds.StartAssessment => $"{dossier}/meting/nieuw",
            TaskKinds.Evaluation => $"{dossier}/meting/nieuw",
            TaskKinds.PlanEvaluation or TaskKinds.Plan => $"{dossier}/plan",
            TaskKinds.Informed => $"{dossier}/informeren",
            TaskKinds.Safety => $"{dossier}/veiligheidsafspraak",
            TaskKinds.Referral or TaskKinds.Grant => $"{dossier}/interventies",
            TaskKinds.Session or TaskKinds.Attendance => $"/bijeenkomsten/{task.SubjectId}",
            TaskKinds.Spreekuur => $"/spreekuren/{task.SubjectId}",
            TaskKinds.Transfer => $"/overdrachten/{task.SubjectId}",
            TaskKinds.Absence => task.SubjectId is { } absence ? $"/afwezigheid/{absence}" : "/team",
            TaskKinds.Triage => $"/triage?lijst={Application.Triage.TriageLists.Now}",
            TaskKinds.Start => $"/triage?lijst={Application.Triage.TriageLists.Accepted}",
            TaskKinds.InformedOfTeam => $"/triage?lijst={Application.Triage.TriageLists.Review}",
            TaskKinds.Aanmeldingen => $"/triage?lijst={Application.Triage.TriageLists.Partners}",
            TaskKinds.Outflow => $"{dossier}/uitstroom",
            TaskKinds.Answer => "/partner",
            TaskKinds.EndReport => $"/deelnames/{task.SubjectId}/eindverslag",
            TaskKinds.Stories => "/verhalen",
            TaskKinds.Edition => "/rapportage",
            TaskKinds.Catalogues => "/beheer",
            _ => null,
        };
    }

    public static string Of(NotificationRow notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var dossier = $"/dossiers/{notification.About?.TrajectId}";
        return notification.Kind switch
        {
            NotificationKinds.Assigned or NotificationKinds.Replacing => notification.About is null ? "/caseload" : dossier,
            NotificationKinds.TransferProposed => $"/overdrachten/{notification.SubjectId}",
            // Once it was answered not everybody can open it; the list says what became of it.
            NotificationKinds.TransferAccepted or NotificationKinds.TransferDeclined or NotificationKinds.TransferWithdrawn => "/team",
            NotificationKinds.AanmeldingTakenIn or NotificationKinds.AanmeldingAnswered => "/aanmeldingen",
            _ when notification.About is null => "/",
            NotificationKinds.ReferralAccepted or NotificationKinds.ReferralDeclined or NotificationKinds.EndReport or NotificationKinds.SessionCancelled => $"{dossier}/interventies",
            NotificationKinds.OutflowRefused => $"{dossier}/uitstroom",
            NotificationKinds.TriageDecided => $"{dossier}/aanmelding",
            _ => dossier,
        };
    }
}
