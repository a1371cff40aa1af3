using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Catalogues;

namespace Pga.Web.Pages.Catalogues;

public sealed class NewModel(IMediator mediator) : EntryForm(mediator)
{
    public async Task OnGetAsync()
    {
        await Load(null);
        CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load(null);
        var add = new AddCatalogueEntry(
            CommandId, Address.Key, Input.Name, Input.ValidFrom, Input.ValidUntil, Input.Kind, Input.Purpose, Input.ProviderId, Input.Places, Input.PlacesPerGroup, Input.Costs,
            Input.Country, Input.Subject, Input.Body);
        if (await Do(add) is null)
            return Page();
        Notice("Het staat in de catalogus.");
        return Redirect(Address.Path);
    }
}
