using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;

namespace Pga.Web.Pages.Contacts;

/// <summary>Finishes a letter that a template began: records it, or only prints or downloads it.</summary>
public sealed class WriteLetterModel(IMediator mediator, Actor actor) : LetterPage(mediator, actor)
{
    // In the order of the screen.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? Subject { get; set; }

        public string? Text { get; set; }

        public bool Record { get; set; }

        public string? Address { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Template { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>Why the template can't be used; then there is no letter at all.</summary>
    public string? Broken { get; private set; }

    public async Task OnGetAsync()
    {
        await Load();
        if (await Draft() is { } draft)
            Input = new Form { CommandId = Guid.CreateVersion7(), Subject = draft.Subject, Text = draft.Text, Record = true };
    }

    /// <summary>Records it, and leads to where it can be printed; without recording it is shown as it is to be printed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        await Draft();
        if (!Input.Record)
        {
            await Compose(Letter());
            return Page();
        }

        if (await Do(new RecordLetter(Input.CommandId, Id, Input.Subject, Input.Text)) is not { } id)
            return Page();
        Notice("De brief is vastgelegd in het dossier.");
        return Redirect($"/dossiers/{Id}/contact/{id}/brief");
    }

    public async Task<IActionResult> OnPostWordAsync()
    {
        await Load();
        if (await Compose(Letter()) is { } sheet)
            return Document(sheet);
        await Draft();
        return Page();
    }

    /// <summary>Back to the form with all that was written.</summary>
    public async Task OnPostEditAsync()
    {
        await Load();
        await Draft();
    }

    private GetLetterSheet Letter() => new(Id, Input.Subject, Input.Text, Input.Address);

    private async Task<LetterDraft?> Draft()
    {
        try
        {
            var draft = await Ask(new GetLetterDraft(Id, Template));
            Name = draft.Name;
            return draft;
        }
        catch (Invalid invalid)
        {
            Broken = invalid.Errors[0].Text;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return null;
        }
    }
}
