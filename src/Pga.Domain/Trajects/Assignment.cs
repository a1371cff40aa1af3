using Pga.Domain.Common;

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

    /// <summary>Last day, or null while it runs.</summary>
    public DateOnly? Until { get; private set; }

    public void EndBy(DateOnly until)
    {
        if (Until is null || Until > until)
            Until = until < From ? From : until;
    }

    public void Reopen() => Until = null;
}

/// <summary>Procesregie and casusregie are two separate roles; a <c>rio</c> traject has a RIO.</summary>
public static class AssignmentRoles
{
    public const string Process = "procesregie";
    public const string Case = "casusregie";
    public const string Rio = "rio";

    public static readonly CodeList List = new((Process, "Procesregie"), (Case, "Casusregie"), (Rio, "RIO"));
}
