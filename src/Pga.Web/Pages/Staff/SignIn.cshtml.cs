using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pga.Application.Staff;

namespace Pga.Web.Pages.Staff;

[AllowAnonymous]
public sealed class SignInModel(SignInManager<Account> signIn, UserManager<Account> accounts, IWebHostEnvironment environment) : PageModel
{
    private const string Refused = "Het e-mailadres of wachtwoord klopt niet. Na vijf keer proberen moet u een kwartier wachten.";

    public sealed record Form(string? Email, string? Password);

    [BindProperty]
    public Form Input { get; set; } = new(null, null);

    /// <summary>Where the user was going.</summary>
    [BindProperty(SupportsGet = true, Name = "naar")]
    public string? ReturnUrl { get; set; }

    public bool ShowDemoHint => environment.IsDevelopment();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.Email))
            ModelState.AddModelError("Input.Email", "Vul uw e-mailadres in.");
        if (string.IsNullOrEmpty(Input.Password))
            ModelState.AddModelError("Input.Password", "Vul uw wachtwoord in.");
        if (!ModelState.IsValid)
            return Page();

        var account = await accounts.FindByEmailAsync(Input.Email!.Trim());
        // One answer for an unknown address, a wrong password and a locked account, so that nobody learns which it was.
        if (account is null || !(await signIn.PasswordSignInAsync(account, Input.Password!, isPersistent: false, lockoutOnFailure: true)).Succeeded)
        {
            ModelState.AddModelError("Input.Password", Refused);
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
