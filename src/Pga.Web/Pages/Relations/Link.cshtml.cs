using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Relations;

namespace Pga.Web.Pages.Relations;

/// <summary>Search by POST among the clients one may see, then choose. A name must not end up in an address.</summary>
public sealed class LinkModel(IMediator mediator, Actor actor) : RelationsPage(mediator, actor)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid? RelativeId { get; set; }

        public string? Ground { get; set; }

        public string? ContactAgreement { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid RelationId { get; set; }

    [BindProperty]
    public string? Q { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Relative Now { get; private set; } = null!;

    /// <summary>Null before anything was searched for.</summary>
    public IReadOnlyList<SelectListItem>? Hits { get; private set; }

    public bool More { get; private set; }

    public Task OnGetAsync() => Open();

    public async Task OnPostZoekAsync()
    {
        ModelState.Clear();
        await Open();
        Input.CommandId = Guid.CreateVersion7();
        await Search();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new LinkFamily(Input.CommandId, Id, RelationId, Input.RelativeId ?? Guid.Empty, Input.Ground ?? "", Input.ContactAgreement)) is null)
        {
            await Open();
            await Search();
            return Page();
        }

        Notice("De relatie is gekoppeld.");
        return Redirect(Here);
    }

    private async Task Open()
    {
        await LoadToEdit();
        Now = Relative(RelationId);
        if (Now.EndedOn is not null)
            throw new NotFound();
    }

    private async Task Search()
    {
        try
        {
            var result = await Ask(new SearchClients(Q ?? ""));
            More = result.More;
            // Not the client themselves.
            Hits = [.. result.Hits.Where(h => h.ClientId != Identity.ClientId).Select(h => new SelectListItem(Text(h), h.ClientId.ToString()))];
        }
        catch (Invalid invalid)
        {
            ModelState.AddModelError(nameof(Q), invalid.Errors[0].Text);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private static string Text(SearchHit hit) =>
        $"{hit.Name}, {(hit.BirthDate is { } born ? $"geboren in {born.Year.ToString(CultureInfo.InvariantCulture)}, " : "")}dossier {hit.Number}";
}
