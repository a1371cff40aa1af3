using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Documents;
using Pga.Web.Hosting;

namespace Pga.Web.Pages.Documents;

/// <summary>The documents of a dossier, and the form to add one.</summary>
[UploadForm]
public sealed class IndexModel(IMediator mediator, Actor actor) : DocumentPage(mediator, actor)
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Shows those that were withdrawn.</summary>
    [BindProperty(SupportsGet = true, Name = "ingetrokken")]
    public int Withdrawn { get; set; }

    public DocumentList List { get; private set; } = null!;

    public bool ShowsWithdrawn => Withdrawn == 1;

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await DoWithFile(file => new AddDocument(
            Input.CommandId, Id, Input.Title ?? "", Input.Kind ?? "", Input.Source ?? "", Input.Date ?? default, file));
        if (id is null)
        {
            await Load();
            return Page();
        }

        Notice("Het document is toegevoegd.");
        return Redirect(Here);
    }

    public string PageUrl(int number) => $"{Here}?pagina={number}{(ShowsWithdrawn ? "&ingetrokken=1" : "")}";

    private async Task Load()
    {
        await LoadIdentity();
        List = await Ask(new GetDocuments(Id, ShowsWithdrawn, PageNumber));
    }
}
