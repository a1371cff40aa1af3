using Pga.Domain.Common;
using Pga.Domain.Staff;

namespace Pga.Domain.Trajects;

/// <summary>Who works on a traject, in what role, from when until when. It is what opens the dossier.</summary>
public sealed class Assignment : Entity
{
    internal Assignment(Guid id, Guid trajectId, Guid staffId, string role, DateOnly from)
    {
        Id = id;
        TrajectId = trajectId;
        StaffId = staffId;
        Role = role;
        From = from;
    }

    private Assignment() => Role = null!;

    public Guid TrajectId { get; private set; }

    public Guid StaffId { get; private set; }

    /// <summary>One of <see cref="AssignmentRoles"/>.</summary>
    public string Role { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>
    /// Last day, or null while it runs. The day before <see cref="From"/> for one that was taken back on its first day or
    /// earlier: no day is left on which it opens anything.
    /// </summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Of a replacement: whose place is taken.</summary>
    public Guid? ForStaffId { get; private set; }

    /// <summary>Of a replacement: why.</summary>
    public Guid? AbsenceId { get; private set; }

    public bool IsVoid => Until < From;

    public bool RunsOn(DateOnly day) => From <= day && (Until is null || Until >= day);

    public void EndBy(DateOnly until)
    {
        if (Until is null || Until > until)
            Until = until < From ? From.AddDays(-1) : until;
    }

    public void Reopen() => Until = null;

    internal static Assignment Replacing(Guid id, Guid trajectId, Guid staffId, Guid forStaffId, Guid absenceId, DateOnly from, DateOnly until) =>
        new(id, trajectId, staffId, AssignmentRoles.Replacement, from) { Until = until, ForStaffId = forStaffId, AbsenceId = absenceId };

    internal void ProlongTo(DateOnly until) => Until = until;
}

/// <summary>Procesregie and casusregie are two separate roles; a <c>rio</c> traject has a RIO.</summary>
public static class AssignmentRoles
{
    public const string Process = "procesregie";
    public const string Case = "casusregie";
    public const string Rio = "rio";
    public const string Member = "teamlid";
    public const string Replacement = "vervanging";

    public static readonly CodeList List = new(
        (Process, "Procesregie"), (Case, "Casusregie"), (Rio, "RIO"), (Member, "Teamlid"), (Replacement, "Vervanging"));

    /// <summary>What somebody can be given; a replacement follows from an absence.</summary>
    public static readonly CodeList Given = new(
        (Process, "Procesregie"), (Case, "Casusregie"), (Rio, "RIO"), (Member, "Teamlid"));

    /// <summary>Casusregie and RIO: a running traject always has one.</summary>
    public static bool Leads(string role) => role is Case or Rio;

    /// <summary>Of these a traject has one at a time.</summary>
    public static bool IsSingle(string role) => role is Process or Case or Rio;

    public static string LeadOf(string programme) => programme == Programmes.Rio ? Rio : Case;

    /// <summary>Whether somebody with these roles as staff can do this work.</summary>
    public static bool Fits(string role, string programme, IReadOnlyCollection<string> staffRoles) => role switch
    {
        Case => staffRoles.Contains(StaffRoles.PgaExpert),
        Rio => staffRoles.Contains(StaffRoles.Rio),
        Process => staffRoles.Contains(StaffRoles.PgaExpert) || staffRoles.Contains(StaffRoles.Coordinator),
        // A RIO's assignment opens rio trajects only.
        Member => staffRoles.Contains(StaffRoles.PgaExpert) || staffRoles.Contains(StaffRoles.Coordinator)
            || (programme == Programmes.Rio && staffRoles.Contains(StaffRoles.Rio)),
        _ => false,
    };
}
