using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Clients;
using Pga.Application.Staff;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Staff;

public sealed class AbsenceModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>What <c>stap</c> in the address can be.</summary>
    public const string Ending = "beeindigen";

    public sealed class Form
    {
        public DateOnly? Until { get; set; }

        public Guid? ReplacementId { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public AbsenceView Absence { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public IEnumerable<SelectListItem> Colleagues { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await Load();
        CommandId = Guid.CreateVersion7();
        BaseVersion = Absence.Version;
        Input = new Form { Until = Absence.Until, ReplacementId = Absence.ReplacementId };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new ChangeAbsence(CommandId, Id, BaseVersion, Input.Until, Input.ReplacementId)) is null)
        {
            await Load();
            // Having seen what the other did, the user goes on from there.
            if (Conflict is not null)
                BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice("De afwezigheid is gewijzigd.");
        return Redirect($"/afwezigheid/{Id}");
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        if (await Do(new EndAbsence(CommandId, Id)) is null)
        {
            await Load();
            return Page();
        }

        Notice("De vervanging is gestopt.");
        return Redirect("/team");
    }

    private async Task Load()
    {
        Absence = await Ask(new GetAbsence(Id, PageNumber));
        Colleagues = WorkerOptions.All(await Ask(new GetTeamWorkers())).Where(o => o.Value != Absence.StaffId.ToString());
    }
}
