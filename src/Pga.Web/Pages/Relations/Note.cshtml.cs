using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Relations;

namespace Pga.Web.Pages.Relations;

public sealed class NoteModel(IMediator mediator, Actor actor) : RelationForm(mediator, actor)
{
    public async Task OnGetAsync()
    {
        await LoadToEdit();
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new NoteRelation(Input.CommandId, Id, Input.Kind ?? "", Input.Name ?? "", Input.BirthYear, Input.Ground ?? "")) is null)
        {
            await LoadToEdit();
            return Page();
        }

        Notice("De relatie is toegevoegd.");
        return Redirect(Here);
    }
}
