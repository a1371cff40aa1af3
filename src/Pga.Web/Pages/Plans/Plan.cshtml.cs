using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Plans;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Plans;

public sealed class PlanModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid WorkItemId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    public DossierIdentity Identity { get; private set; } = null!;

    public PlanView Plan { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public bool MayEdit => PlanPages.MayEdit(Identity, actor);

    public bool MayMeasure => MayEdit && actor.Can(Permission.RecordAssessment);

    /// <summary>Last day on which a plan should have been there; null when it still may take its time.</summary>
    public DateOnly? PlanWasDueOn =>
        !Plan.Exists && Identity is { StartedOn: { } started, State: not TrajectStates.Ended } && started.AddDays(Domain.Plans.Plan.WithinDays) is var due && due < Today ? due : null;

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostDoneAsync() =>
        await Do(new CloseWorkItem(CommandId, Id, WorkItemId, BaseVersion, WorkOutcomes.Done, Today)) is null
            ? await Again()
            : Done("De actie is gedaan.");

    public async Task<IActionResult> OnPostReopenAsync() =>
        await Do(new ReopenWorkItem(CommandId, Id, WorkItemId, BaseVersion)) is null
            ? await Again()
            : Done("De actie staat weer open.");

    private RedirectResult Done(string notice)
    {
        Notice(notice);
        return Redirect($"/dossiers/{Id}/plan");
    }

    private async Task<IActionResult> Again()
    {
        await Load();
        return Page();
    }

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        Plan = await Ask(new GetPlan(Id));
    }
}

internal static class PlanPages
{
    public static bool MayEdit(DossierIdentity identity, Actor actor) =>
        identity.MayWrite && identity.State != TrajectStates.Ended && actor.Can(Permission.EditPlan);

    /// <summary>For the forms: who may not send them doesn't see them either.</summary>
    public static void RefuseUnlessEditable(DossierIdentity identity)
    {
        if (!identity.MayWrite)
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
    }
}
