using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Pipeline;
using Pga.Application.Stories;

namespace Pga.Web.Pages.Stories;

public sealed class EditModel(IMediator mediator, TimeProvider clock) : StoryForm(mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public StoryView Story { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
        Fill(Story);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new EditStory(Input.CommandId, Id, Input.BaseVersion, Input.Year ?? 0, Input.Title ?? "", Input.Text ?? "", LinkKind, LinkTo)) is not null)
        {
            Notice("Het verhaal is opgeslagen.");
            return Redirect($"/verhalen/{Id}");
        }

        await Load();
        // Having seen what the other wrote, the user saves over it.
        if (Conflict is not null)
            Input.BaseVersion = Story.Version;
        return Page();
    }

    private async Task Load()
    {
        Story = await Ask(new GetStory(Id));
        if (!Story.MayWrite)
            throw new Forbidden("U mag dit verhaal niet wijzigen.");
        await LoadChoices();
    }
}
