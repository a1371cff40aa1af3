using Pga.Domain.Staff;

namespace Pga.Application.Access;

/// <summary>
/// Who is asking, for the length of one request. Filled once: by the web front from the sign-in and the staff register,
/// or by the command line as <c>system</c>. Empty means that nobody may do anything.
/// </summary>
public sealed class Actor
{
    public Guid? StaffId { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyCollection<string> Roles { get; private set; } = [];

    public string? Team { get; private set; }

    public string? Organisation { get; private set; }

    /// <summary>The partner of the catalogue that a partner's account belongs to.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>Address the request came from, or the operating system's user for the command line.</summary>
    public string Source { get; private set; } = "";

    public bool IsSystem { get; private set; }

    public bool IsSignedIn => StaffId is not null || IsSystem;

    public bool Is(string role) => Roles.Contains(role);

    public bool Can(string permission) => Access.Roles.Grant(Roles, permission);

    public void BecomeStaff(Guid id, string name, IReadOnlyCollection<string> roles, string? team, string? organisation, string source, Guid? partnerId = null)
    {
        StaffId = id;
        Name = name;
        Roles = roles;
        Team = team;
        Organisation = organisation;
        PartnerId = partnerId;
        Source = source;
        IsSystem = false;
    }

    public void BecomeStaff(StaffMember staff, string source) =>
        BecomeStaff(staff.Id, staff.Name, staff.Roles, staff.Team, staff.Organisation, source, staff.PartnerId);

    /// <summary>The command line and the system's own jobs: no dossier is hidden from them, so they only run our own verbs.</summary>
    public void BecomeSystem(string source)
    {
        StaffId = null;
        Name = Access.Roles.System;
        Roles = [Access.Roles.System];
        Team = Organisation = null;
        PartnerId = null;
        Source = source;
        IsSystem = true;
    }

    public void BecomeNobody()
    {
        StaffId = null;
        Name = "";
        Roles = [];
        Team = Organisation = null;
        PartnerId = null;
        IsSystem = false;
    }
}
