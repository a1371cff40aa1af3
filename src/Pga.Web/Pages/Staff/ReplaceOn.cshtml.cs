using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Staff;

public sealed class ReplaceOnModel(IMediator mediator) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid? StaffId { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public AbsenceView Absence { get; private set; } = null!;

    public IEnumerable<SelectListItem> Colleagues { get; private set; } = [];

    public async Task OnGetAsync(Guid id, Guid absenceId)
    {
        await Open(id, absenceId);
        Input = new Form { CommandId = Guid.CreateVersion7() };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid absenceId)
    {
        if (await Do(new ReplaceOn(Input.CommandId, id, absenceId, Input.StaffId)) is null)
        {
            await Open(id, absenceId);
            return Page();
        }

        Notice("De vervanger is gekozen.");
        return Redirect($"/afwezigheid/{absenceId}");
    }

    private async Task Open(Guid id, Guid absenceId)
    {
        Identity = await Ask(new GetIdentity(id));
        if (!Identity.MayWrite)
            throw new Forbidden();
        Absence = await Ask(new GetAbsence(absenceId));
        Colleagues = WorkerOptions.All(await Ask(new GetTeamWorkers())).Where(o => o.Value != Absence.StaffId.ToString());
    }
}
