using Pga.Domain.Common;

namespace Pga.Domain.Staff;

/// <summary>Someone who works with the system. Signing in needs an account with the same id, made by an administrator.</summary>
public sealed class StaffMember : Aggregate
{
    public const int MaxEmail = 256;
    public const int MaxName = 150;
    public const int MaxOrganisation = 150;

    public StaffMember(Guid id, string email, string name, IEnumerable<string> roles, string? team, string? organisation, bool active)
    {
        Id = id;
        Email = email.Trim().ToLowerInvariant();
        Name = name;
        RoleCodes = string.Join('|', roles);
        Team = team;
        Organisation = organisation;
        Active = active;
        Raise(new DomainEvent("staff.added"));
    }

    private StaffMember() => Email = Name = RoleCodes = null!;

    /// <summary>Lower case; unique.</summary>
    public string Email { get; private set; }

    public string Name { get; private set; }

    /// <summary>Codes of the roles, separated by <c>|</c>.</summary>
    public string RoleCodes { get; private set; }

    public string? Team { get; private set; }

    public string? Organisation { get; private set; }

    /// <summary>Of who has the role partner: the partner of the catalogue they work for. What is granted to it, they see.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>Imported staff can't sign in until an administrator activates them.</summary>
    public bool Active { get; private set; }

    public IReadOnlyList<string> Roles => RoleCodes.Split('|', StringSplitOptions.RemoveEmptyEntries);

    public void Activate()
    {
        Active = true;
        Raise(new DomainEvent("staff.activated"));
    }

    public void WorkFor(Guid? partnerId) => PartnerId = partnerId;

    public void Change(string name, IEnumerable<string> roles, string? team, string? organisation)
    {
        Name = name;
        RoleCodes = string.Join('|', roles);
        Team = team;
        Organisation = organisation;
        Raise(new DomainEvent("staff.changed"));
    }
}

/// <summary>Roles of the access table.</summary>
public static class StaffRoles
{
    public const string PgaExpert = "pga-expert";
    public const string Rio = "rio";
    public const string Coordinator = "coordinator";
    public const string Partner = "partner";
    public const string Manager = "manager";
    public const string PrivacyOfficer = "privacy-officer";
    public const string Administrator = "administrator";

    public static readonly CodeList List = new(
        (PgaExpert, "PGA-expert"), (Rio, "RIO"), (Coordinator, "Coördinator"), (Partner, "Partner"),
        (Manager, "Manager"), (PrivacyOfficer, "Privacy officer"), (Administrator, "Functioneel beheerder"));
}
