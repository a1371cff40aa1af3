using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Tasks;
using Pga.Web.Mail;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Tasks;

/// <summary>Whether the reader gets a mail on days on which something waits for them.</summary>
public sealed class SettingsModel(IMediator mediator, IServiceProvider services) : PgaPage(mediator)
{
    public const string Daily = "daily";
    public const string Off = "off";

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Email { get; private set; } = "";

    /// <summary>No mail server is configured: nobody gets anything, whatever they choose.</summary>
    public bool NoMail => services.GetService<MailSettings>() is null;

    public TimeOnly At => services.GetService<MailSettings>()?.DigestAt ?? MailSettings.DefaultDigestAt;

    public IEnumerable<SelectListItem> Choices =>
    [
        new("Ja, hoogstens één e-mail per werkdag", Daily),
        new("Nee, geen e-mail", Off),
    ];

    public async Task OnGetAsync()
    {
        var choice = await Show();
        Input = new Form { CommandId = Guid.CreateVersion7(), Digest = choice.Daily ? Daily : Off };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Digest is not (Daily or Off))
            ModelState.AddModelError("Input.Digest", "Kies of u een e-mail wilt.");
        if (await Do(new ChooseDigest(Input.CommandId, Input.Digest == Daily)) is null)
        {
            await Show();
            return Page();
        }

        Notice(Input.Digest == Daily ? "U krijgt een e-mail als er iets voor u klaarstaat." : "U krijgt geen e-mail meer.");
        return Redirect("/meldingen");
    }

    private async Task<DigestChoice> Show()
    {
        var choice = await Ask(new GetDigestChoice());
        Email = choice.Email;
        return choice;
    }

    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? Digest { get; set; }
    }
}
