using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Relations;

namespace Pga.Web.Pages.Relations;

public sealed class CorrectModel(IMediator mediator, Actor actor) : RelationForm(mediator, actor)
{
    [BindProperty(SupportsGet = true)]
    public Guid RelationId { get; set; }

    public async Task OnGetAsync()
    {
        var now = await Open();
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = now.Version, Kind = now.Kind, Name = now.Name, BirthYear = now.BirthYear, Ground = now.Ground };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var command = new CorrectRelation(
            Input.CommandId, Id, RelationId, Input.BaseVersion, Input.Kind ?? "", Input.Name ?? "", Input.BirthYear, Input.Ground ?? "", Input.Reason ?? "");
        if (await Do(command) is null)
        {
            var now = await Open();
            // Saving again goes on top of the version that is shown beside it now.
            if (Conflict is not null)
                Input.BaseVersion = now.Version;
            return Page();
        }

        Notice("De relatie is gewijzigd.");
        return Redirect(Here);
    }

    private async Task<Relative> Open()
    {
        await LoadToEdit();
        Corrects = true;
        return Relative(RelationId);
    }
}
