using Pga.Domain.Staff;

namespace Pga.Application.Demo;

/// <summary>
/// The people of the demo that somebody can sign in as. They are the first of their role, so whatever the size of the
/// caseload they have work to do.
/// </summary>
public static class DemoStaff
{
    public const string Organisation = "Gemeente Utrecht";

    public static readonly IReadOnlyList<DemoAccount> Accounts =
    [
        new("expert@pga.example", StaffRoles.PgaExpert, "Sanne de Wit", "team-1"),
        new("expert2@pga.example", StaffRoles.PgaExpert, "Yusuf Karadağ", "team-2"),
        new("rio@pga.example", StaffRoles.Rio, "Marleen van Rossum", "team-1"),
        new("coordinator@pga.example", StaffRoles.Coordinator, "Karim El Fassi", "team-1"),
        new("coordinator2@pga.example", StaffRoles.Coordinator, "Ineke Hofstra", "team-2"),
        new("partner@pga.example", StaffRoles.Partner, "Roel Brinkman", null, "Buurtteams"),
        new("manager@pga.example", StaffRoles.Manager, "Annelies Terpstra", null),
        new("privacy@pga.example", StaffRoles.PrivacyOfficer, "Wouter Santokhi", null),
        new("beheerder@pga.example", StaffRoles.Administrator, "Femke Oosterhuis", null),
    ];
}

/// <param name="Role">One of <see cref="StaffRoles"/>.</param>
public sealed record DemoAccount(string Email, string Role, string Name, string? Team, string Organisation = DemoStaff.Organisation);
