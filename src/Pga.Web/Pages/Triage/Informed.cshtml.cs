using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Triage;

namespace Pga.Web.Pages.Triage;

public sealed class InformedModel(IMediator mediator) : TriagePage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Informed { get; set; }

        public string? InformedNote { get; set; }

        public DateOnly? InformedReviewOn { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        await Load(i => i.MayReviewInformed);
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = Intake.Version,
            Informed = Intake.Informed,
            InformedNote = Intake.InformedNote,
            InformedReviewOn = Intake.InformedReviewOn,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load(i => i.MayReviewInformed);
        if (await Do(new ReviewInformed(Input.CommandId, Id, Input.BaseVersion, Input.Informed, Input.InformedNote, Input.InformedReviewOn)) is null)
        {
            if (Conflict is not null)
                Input.BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice("Opgeslagen of de persoon is geïnformeerd.");
        return Redirect(Part);
    }
}
