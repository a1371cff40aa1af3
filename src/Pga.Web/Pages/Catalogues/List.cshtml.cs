using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Catalogues;
using Pga.Application.Pipeline;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Catalogues;

public sealed class ListModel(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "toon")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public string? Search { get; set; }

    public CatalogueAddress Address { get; private set; } = null!;

    /// <summary>One of <see cref="CatalogueViews"/>; a word in the address that means nothing shows everything.</summary>
    public string Show => CatalogueViews.List.Has(Asked) ? Asked! : CatalogueViews.All;

    public CataloguePage List { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public async Task OnPostAsync()
    {
        try
        {
            await Load();
        }
        catch (Invalid invalid)
        {
            ModelState.AddModelError(nameof(Search), invalid.Errors[0].Text);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            (var typed, Search) = (Search, null);
            await Load();
            Search = typed;
        }
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid commandId, Guid entryId, bool up)
    {
        Address = CatalogueAddress.Of(Slug);
        await Do(new MoveCatalogueEntry(commandId, Address.Key, entryId, up));
        return Redirect($"{Address.Path}?p={PageNumber}");
    }

    private async Task Load()
    {
        Address = CatalogueAddress.Of(Slug);
        List = await Ask(new GetCatalogue(Address.Key, Show, Search, PageNumber));
    }
}
