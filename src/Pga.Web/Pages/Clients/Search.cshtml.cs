using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Clients;

/// <summary>Search by POST: a name must not end up in an address, a history or a server log.</summary>
public sealed class SearchModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    [BindProperty]
    public string? Q { get; set; }

    /// <summary>Null before anything was searched for.</summary>
    public SearchResult? Result { get; private set; }

    public bool MayRefer => actor.Can(Permission.ReferClient);

    public void OnGet()
    {
        if (!actor.Can(Permission.SearchClients))
            throw new Forbidden();
    }

    public async Task OnPostAsync()
    {
        try
        {
            Result = await Ask(new SearchClients(Q ?? ""));
        }
        catch (Invalid invalid)
        {
            ModelState.AddModelError(nameof(Q), invalid.Errors[0].Text);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }
}
