using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;

namespace Pga.Web.Pages.Contacts;

/// <summary>Finishes a letter that a template began: records it, or only prints or downloads it.</summary>
public sealed class WriteLetterModel(IMediator mediator, Actor actor) : LetterPage(mediator, actor)
{
    [BindProperty(SupportsGet = true)]
    public string Template { get; set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Why the template can't be used; then there is no letter at all.</summary>
    public string? Broken { get; private set; }

    public async Task OnGetAsync()
    {
        await Load();
        try
        {
            var draft = await Ask(new GetLetterDraft(Id, Template));
            Name = draft.Name;
            Input = new Form { CommandId = Guid.CreateVersion7(), Subject = draft.Subject, Text = draft.Text, Record = true };
        }
        catch (Invalid invalid)
        {
            Broken = invalid.Errors[0].Text;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    /// <summary>Records it, and leads to where it can be printed; without recording it is shown as it is to be printed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Again();
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
        await Again();
        return await Compose(Letter()) is { } sheet ? Document(sheet) : Page();
    }

    /// <summary>Back to the form with all that was written.</summary>
    public Task OnPostEditAsync() => Again();

    private GetLetterSheet Letter() => new(Id, Input.Subject, Input.Text, Input.Address);

    // What was written stays, whatever has become of the template since.
    private async Task Again()
    {
        await Load();
        Name = (await Ask(new GetLetterTemplates())).FirstOrDefault(t => t.Code == Template)?.Name ?? "Brief";
    }
}
