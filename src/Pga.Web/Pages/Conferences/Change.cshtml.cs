using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

public sealed class ChangeModel(IMediator mediator) : PgaPage(mediator)
{
    public sealed class CancelForm
    {
        public Guid CommandId { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ConferenceForm Input { get; set; } = new();

    [BindProperty]
    public CancelForm Cancel { get; set; } = new();

    public ConferenceAgenda Conference { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Load();
        Fill();
        Cancel.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new MoveConference(Input.CommandId, Id, Input.BaseVersion, Input.HeldOn, Input.StartsAt, Input.Place)) is null)
        {
            await Load();
            Cancel.CommandId = Guid.CreateVersion7();
            // Having seen what the other wrote, the user saves over it.
            if (Conflict is not null)
                Input.BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice("Het overleg is gewijzigd.");
        return Redirect($"/overleggen/{Id}");
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (await Do(new CancelConference(Cancel.CommandId, Id, Cancel.Reason), nameof(Cancel)) is null)
        {
            await Load();
            Fill();
            return Page();
        }

        Notice("Het overleg is afgezegd.");
        return Redirect("/overleggen");
    }

    private void Fill() => Input = new ConferenceForm
    {
        CommandId = Guid.CreateVersion7(),
        BaseVersion = Conference.Version,
        HeldOn = Conference.HeldOn,
        StartsAt = Conference.StartsAt,
        Place = Conference.Place,
    };

    private async Task Load()
    {
        Conference = await Ask(new GetConference(Id));
        if (!Conference.MayHold)
            throw new Forbidden();
    }
}
