using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Staff;

public sealed class NewAbsenceModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid? StaffId { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }

        public Guid? ReplacementId { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool MayArrangeTeam => actor.Can(Permission.AssignWorkers);

    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await Open();
        Input = new Form { CommandId = Guid.CreateVersion7(), From = clock.Today() };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Open();
        var who = MayArrangeTeam ? Input.StaffId : actor.StaffId;
        if (await Do(new MakeAbsence(Input.CommandId, who, Input.From, Input.Until, Input.ReplacementId)) is not { } id)
            return Page();
        Notice("De afwezigheid is vastgelegd.");
        return Redirect($"/afwezigheid/{id}");
    }

    private async Task Open()
    {
        if (!actor.Can(Permission.ArrangeAbsence))
            throw new Forbidden();
        Colleagues = [.. WorkerOptions.All(await Ask(new GetTeamWorkers())).Where(o => MayArrangeTeam || o.Value != actor.StaffId.ToString())];
    }
}
