using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Documents;

namespace Pga.Web.Pages.Documents;

/// <summary>Changes what is written about a document; its files stay.</summary>
public sealed class EditModel(IMediator mediator, Actor actor) : DocumentPage(mediator, actor)
{
    [BindProperty(SupportsGet = true)]
    public Guid DocumentId { get; set; }

    public DocumentView Document { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
        Input.BaseVersion = Document.Version;
        (Input.Title, Input.Kind, Input.Date, Input.Source) = (Document.Title, Document.Kind, Document.Date, Document.Source);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Do(new EditDocument(
            Input.CommandId, Id, DocumentId, Input.BaseVersion, Input.Title ?? "", Input.Kind ?? "", Input.Source ?? "", Input.Date ?? default));
        if (id is null)
        {
            await Load();
            // Having seen what the other wrote, the user saves over it.
            if (Conflict is not null)
                Input.BaseVersion = Document.Version;
            return Page();
        }

        Notice("Het document is gewijzigd.");
        return Redirect($"{Here}/{DocumentId}");
    }

    private async Task Load()
    {
        await LoadIdentity();
        RefuseReaders();
        Document = await Ask(new GetDocument(Id, DocumentId));
    }
}
