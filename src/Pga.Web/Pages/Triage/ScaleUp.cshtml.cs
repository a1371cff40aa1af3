using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Triage;
using Pga.Domain.Common;

namespace Pga.Web.Pages.Triage;

public sealed class ScaleUpModel(IMediator mediator, TimeProvider clock) : TriagePage(mediator)
{
    public sealed class Form
    {
        public DateOnly? From { get; set; }

        public string? What { get; set; }

        public string? SharingGround { get; set; }
    }

    public sealed class EndingForm
    {
        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public EndingForm Ending { get; set; } = new();

    public async Task OnGetAsync()
    {
        await Load(i => i.MayScaleUp);
        CommandId = Guid.CreateVersion7();
        BaseVersion = Intake.Version;
        Input.From = Ending.Until = clock.Today();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load(i => i.MayScaleUp);
        if (await Do(new ScaleUp(CommandId, Id, BaseVersion, Input.From, Input.What, Input.SharingGround)) is not null)
            return Done("Het traject is opgeschaald naar het ZVH.");
        if (Conflict is not null)
            BaseVersion = Conflict.CurrentVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await Load(i => i.MayScaleUp);
        var sharing = Intake.ScaledUpSince?.SharingId ?? Guid.Empty;
        return await Do(new EndScaleUp(CommandId, Id, sharing, Ending.Until), nameof(Ending)) is null ? Page() : Done("De opschaling is beëindigd.");
    }

    private RedirectResult Done(string notice)
    {
        Notice(notice);
        return Redirect(Part);
    }
}
