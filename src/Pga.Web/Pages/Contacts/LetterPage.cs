using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Contacts;

/// <summary>What the pages about letters share: whose dossier it is, and a letter as a document or on paper.</summary>
public abstract class LetterPage(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    // In the order of the screen.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? Subject { get; set; }

        public string? Text { get; set; }

        public bool Record { get; set; }

        /// <summary>Only for this print or download.</summary>
        public string? Address { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    /// <summary>Set when the page shows the letter as it comes out of the printer.</summary>
    public LetterSheet? Sheet { get; private set; }

    /// <summary>Without a name: it stays behind in a folder of downloads.</summary>
    public static string FileName(LetterSheet sheet) => $"brief-{Dates.Iso(sheet.On)}.docx";

    protected async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite || !actor.Can(Permission.LogContact))
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
    }

    /// <summary>The letter under the letterhead. Null when it isn't finished: the errors are in the form then.</summary>
    protected async Task<LetterSheet?> Compose(GetLetterSheet letter)
    {
        try
        {
            return Sheet = await Ask(letter);
        }
        catch (Invalid invalid)
        {
            foreach (var error in invalid.Errors)
                ModelState.AddModelError($"Input.{error.Field}", error.Text);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return null;
        }
    }

    protected FileContentResult Document(LetterSheet sheet) => File(LetterDocx.Write(sheet), ReportDocx.ContentType, FileName(sheet));
}
