using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Facts;

namespace Pga.Web.Pages.Facts;

public sealed class CorrectModel(IMediator mediator, Actor actor) : FactForm(mediator, actor)
{
    [BindProperty(SupportsGet = true)]
    public Guid FactId { get; set; }

    public FactView View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Open();
        var now = View.Now;
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = now.Version,
            OccurredOn = now.OccurredOn,
            Kind = now.Kind,
            Provenance = now.Provenance,
            Organisation = now.Organisation,
            Text = now.Text,
            Reliability = now.Reliability,
            KeepUntil = now.KeepUntil,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var command = new CorrectFact(
            Input.CommandId, Id, FactId, Input.BaseVersion, Input.OccurredOn ?? default, Input.Kind ?? "", Input.Provenance ?? "", Input.Organisation, Input.Text ?? "",
            Input.Reliability, Input.KeepUntil, Input.Reason ?? "");
        if (await Do(command) is null)
        {
            await Open();
            // Saving again goes on top of the version that is shown beside it now.
            if (Conflict is not null)
                Input.BaseVersion = View.Now.Version;
            return Page();
        }

        Notice("Het signaal is gewijzigd.");
        return Redirect(Here);
    }

    private async Task Open()
    {
        await LoadToEdit();
        Corrects = true;
        View = await Ask(new GetFact(Id, FactId));
    }
}
