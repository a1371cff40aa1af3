using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Conferences;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

/// <summary>The part of a dossier about conferences.</summary>
public sealed class DossierModel(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public Guid CommandId { get; set; }

    public DossierIdentity Identity { get; private set; } = null!;

    public DiscussionList List { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        CommandId = Guid.CreateVersion7();
        await Load();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid caseId)
    {
        if (await Do(new TakeCaseBack(CommandId, Id, caseId)) is null)
        {
            await Load();
            return Page();
        }

        Notice("De inbreng is teruggenomen.");
        return Redirect($"/dossiers/{Id}/overleg");
    }

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        List = await Ask(new GetDiscussions(Id, null, PageNumber));
    }
}
