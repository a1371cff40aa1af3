using Microsoft.AspNetCore.Identity;

namespace Pga.Application.Staff;

/// <summary>The sign-in of a staff member. It has the same id; roles and team are the staff member's, not the account's.</summary>
public sealed class Account : IdentityUser<Guid>;
