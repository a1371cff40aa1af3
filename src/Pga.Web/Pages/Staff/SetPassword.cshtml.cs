using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pga.Application.Staff;

namespace Pga.Web.Pages.Staff;

/// <summary>Where the one-time link of <c>user add</c> leads.</summary>
[AllowAnonymous]
public sealed class SetPasswordModel(UserManager<Account> accounts) : PageModel
{
    public sealed record Form(string? Password, string? Again);

    [BindProperty]
    public Form Input { get; set; } = new(null, null);

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (string.IsNullOrEmpty(Input.Password))
            ModelState.AddModelError("Input.Password", "Kies een wachtwoord.");
        else if (Input.Password != Input.Again)
            ModelState.AddModelError("Input.Again", "De twee wachtwoorden zijn niet gelijk.");
        if (!ModelState.IsValid)
            return Page();

        var account = await accounts.FindByIdAsync(id.ToString());
        var result = account is null || Code is null
            ? IdentityResult.Failed(accounts.ErrorDescriber.InvalidToken())
            : await accounts.ResetPasswordAsync(account, Code, Input.Password!);
        if (result.Succeeded)
            return Redirect("/inloggen");
        foreach (var error in result.Errors)
            ModelState.AddModelError("Input.Password", error.Description);
        return Page();
    }
}
