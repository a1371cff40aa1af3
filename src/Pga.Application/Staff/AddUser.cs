using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Staff;

/// <summary>
/// Makes an account without a password, for a new member of staff or for one that came with an import. Answers their id.
/// </summary>
/// <param name="Organisation">For the role partner: code or name of a partner of the catalogue.</param>
[Requires(Permission.ManageStaff, Purpose = Purposes.Management)]
public sealed record AddUser(Guid CommandId, string Email, string Name, IReadOnlyList<string> Roles, string? Team, string? Organisation) : ICommand;

internal sealed class AddUserValidator : AbstractValidator<AddUser>
{
    public AddUserValidator()
    {
        RuleFor(c => c.Email).EmailAddress().MaximumLength(StaffMember.MaxEmail).WithMessage("Vul een geldig e-mailadres in.");
        RuleFor(c => c.Name).NotEmpty().MaximumLength(StaffMember.MaxName).WithMessage("Vul een naam in van hoogstens 150 tekens.");
        RuleFor(c => c.Roles).NotEmpty().WithMessage("Kies minstens één rol.");
        RuleForEach(c => c.Roles).Must(StaffRoles.List.Has)
            .WithMessage($"Onbekende rol. Kies uit: {string.Join(", ", StaffRoles.List.All.Select(r => r.Key))}.");
        RuleFor(c => c.Team).MaximumLength(Traject.MaxTeam).WithMessage("De naam van het team is te lang.");
        RuleFor(c => c.Organisation).MaximumLength(StaffMember.MaxOrganisation).WithMessage("De naam van de organisatie is te lang.");
    }
}

internal sealed class AddUserHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<AddUser, Guid>
{
    public async Task<Guid> Handle(AddUser c, CancellationToken cancellationToken)
    {
        var email = c.Email.Trim().ToLowerInvariant();
        var partner = c.Roles.Contains(StaffRoles.Partner) ? await PartnerCalled(c.Organisation, cancellationToken) : null;
        var team = (await TeamNames.OfAll(db, cancellationToken)).SpellingOf(c.Team);
        var staff = await db.Staff.SingleOrDefaultAsync(s => s.Email == email, cancellationToken);
        if (staff is null)
        {
            staff = new StaffMember(c.CommandId, email, c.Name, c.Roles.Distinct(), team, partner?.Name ?? c.Organisation, active: true);
            db.Staff.Add(staff);
        }
        else
        {
            var hasAccount = await db.Users.AnyAsync(a => a.Id == staff.Id, cancellationToken);
            RuleBroken.Unless(!hasAccount, "staff.has-account", "Email", "Dit e-mailadres heeft al een account.");
            staff.Change(c.Name, c.Roles.Distinct(), team ?? staff.Team, partner?.Name ?? c.Organisation ?? staff.Organisation);
            staff.Activate();
        }

        staff.WorkFor(partner?.Id);
        db.Users.Add(Accounts.For(staff));
        return staff.Id;
    }

    /// <summary>A partner's account belongs to a partner of the catalogue, by code or name: what is granted to it, the account sees.</summary>
    private async Task<Partner> PartnerCalled(string? organisation, CancellationToken ct)
    {
        var partners = await db.Partners.ValidOn(clock.Today()).OrderBy(p => p.Order).ThenBy(p => p.Name).ToListAsync(ct);
        var named = organisation?.Trim();
        return partners.FirstOrDefault(p => string.Equals(p.Code, named, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Name, named, StringComparison.OrdinalIgnoreCase))
            ?? throw new RuleBroken("staff.partner", "Organisation",
                $"Kies voor de rol partner een organisatie uit de catalogus: {string.Join(", ", partners.Select(p => p.Name))}.");
    }
}

/// <summary>Makes the sign-in that belongs to a member of staff.</summary>
public static class Accounts
{
    public static Account For(StaffMember staff) => new()
    {
        Id = staff.Id,
        UserName = staff.Email,
        NormalizedUserName = staff.Email.ToUpperInvariant(),
        Email = staff.Email,
        NormalizedEmail = staff.Email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
