using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Relations;

namespace Pga.Web.Pages.Relations;

public sealed class EndModel(IMediator mediator, Actor actor) : RelationsPage(mediator, actor)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid RelationId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Relative Now { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Open();
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = Now.Version };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new EndRelation(Input.CommandId, Id, RelationId, Input.BaseVersion, Input.Reason ?? "")) is null)
        {
            await Open();
            if (Conflict is not null)
                Input.BaseVersion = Now.Version;
            return Page();
        }

        Notice("De relatie is verwijderd.");
        return Redirect(Here);
    }

    private async Task Open()
    {
        await LoadToEdit();
        Now = Relative(RelationId);
    }
}
