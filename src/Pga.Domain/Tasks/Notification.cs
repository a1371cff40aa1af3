using Pga.Domain.Common;

namespace Pga.Domain.Tasks;

/// <summary>
/// Melding: tells one colleague that another did something that concerns them. It holds a kind and where to look, no name
/// and no words of anybody; what it says follows from the kind. No part of the history: the change it tells of already is.
/// </summary>
public sealed class Notification
{
    public const int MaxKind = 32;

    /// <summary>Afterwards nobody is shown it any more.</summary>
    public const int ShownForDays = 90;

    /// <param name="trajectId">The dossier it is about; whoever can't see that, doesn't see this.</param>
    /// <param name="subjectId">What is opened, where that isn't the dossier itself.</param>
    public Notification(Guid id, Guid staffId, string kind, Guid? trajectId, Guid? subjectId, DateTime nowUtc)
    {
        Id = id;
        StaffId = staffId;
        Kind = kind;
        TrajectId = trajectId;
        SubjectId = subjectId;
        CreatedAt = nowUtc;
    }

    private Notification() => Kind = null!;

    public Guid Id { get; private set; }

    /// <summary>Whom it is for.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>One of <see cref="NotificationKinds"/>.</summary>
    public string Kind { get; private set; }

    public Guid? TrajectId { get; private set; }

    public Guid? SubjectId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC. Null while it is unread.</summary>
    public DateTime? ReadAt { get; private set; }

    public void Read(DateTime nowUtc) => ReadAt ??= nowUtc;
}

/// <summary>What a notification says. Neutral: it is also read on a phone that others look at.</summary>
public static class NotificationKinds
{
    public const string Assigned = "assigned";
    public const string Replacing = "replacing";
    public const string TransferProposed = "transfer-proposed";
    public const string TransferAccepted = "transfer-accepted";
    public const string TransferDeclined = "transfer-declined";
    public const string TransferWithdrawn = "transfer-withdrawn";
    public const string ReferralAccepted = "referral-accepted";
    public const string ReferralDeclined = "referral-declined";
    public const string EndReport = "end-report";
    public const string SessionCancelled = "session-cancelled";
    public const string OutflowConfirmed = "outflow-confirmed";
    public const string OutflowRefused = "outflow-refused";
    public const string TriageDecided = "triage-decided";
    public const string AanmeldingTakenIn = "aanmelding-taken-in";
    public const string AanmeldingAnswered = "aanmelding-answered";

    public static readonly CodeList List = new(
        (Assigned, "Er is een dossier aan u toegewezen"),
        (Replacing, "U vervangt een collega in een dossier"),
        (TransferProposed, "Een collega vraagt u om dossiers over te nemen"),
        (TransferAccepted, "Uw overdracht is aangenomen"),
        (TransferDeclined, "Uw overdracht is niet aangenomen"),
        (TransferWithdrawn, "Een overdracht aan u is ingetrokken"),
        (ReferralAccepted, "Uw verwijzing is aangenomen"),
        (ReferralDeclined, "Uw verwijzing is afgewezen"),
        (EndReport, "Er is een eindverslag na uw verwijzing"),
        (SessionCancelled, "Een bijeenkomst gaat niet door"),
        (OutflowConfirmed, "Uw voorstel tot uitstroom is bevestigd"),
        (OutflowRefused, "Uw voorstel tot uitstroom gaat niet door"),
        (TriageDecided, "De triage heeft een besluit genomen"),
        (AanmeldingTakenIn, "Uw aanmelding is in behandeling genomen"),
        (AanmeldingAnswered, "Uw aanmelding is beantwoord"));
}
