using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Access;
using Pga.Application.Outflow;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Outflow;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Outflow;

public sealed class OutflowModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>What <c>stap</c> in the address can be: the second step of confirming and of withdrawing.</summary>
    public const string Confirming = "bevestigen";
    public const string Withdrawing = "intrekken";

    public sealed class ProposalForm
    {
        public DateOnly? EndedOn { get; set; }

        public string? Reason { get; set; }

        public string? Note { get; set; }
    }

    public sealed class WithdrawalForm
    {
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Step { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    [BindProperty]
    public ProposalForm Input { get; set; } = new();

    [BindProperty]
    public WithdrawalForm Withdrawal { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public OutflowView Outflow { get; private set; } = null!;

    /// <summary>The page shows a way to what is still needed only to whom can do it.</summary>
    public bool MayAssess => Identity.MayWrite && actor.Can(Permission.RecordAssessment);

    public bool MayWriteReport => Identity.MayWrite && actor.Can(Permission.HoldSession);

    public bool MayEvaluate => Identity.MayWrite && actor.Can(Permission.EditPlan);

    /// <summary>Reasons under the judgement that follows from them.</summary>
    public static IEnumerable<SelectListItem> Reasons
    {
        get
        {
            var groups = EndReasons.Judgements.All.ToDictionary(j => j.Key, j => new SelectListGroup { Name = $"Oordeel: {j.Label.ToLowerInvariant()}" });
            return EndReasons.List.All.Select(r => new SelectListItem(r.Label, r.Key) { Group = groups[EndReasons.JudgementOf(r.Key)] });
        }
    }

    public static string Judgement(string reason) => EndReasons.Judgements.Label(EndReasons.JudgementOf(reason));

    public async Task OnGetAsync()
    {
        await Load();
        CommandId = Guid.CreateVersion7();
        BaseVersion = Outflow.Version;
        Input.EndedOn = clock.Today();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await Do(new ProposeOutflow(CommandId, Id, BaseVersion, Input.EndedOn ?? default, Input.Reason ?? "", Input.Note)) is null
            ? await Again()
            : Done("De uitstroom is voorgesteld. Een coördinator moet dit nog bevestigen.");

    public async Task<IActionResult> OnPostWithdrawAsync() =>
        await Do(new WithdrawOutflow(CommandId, Id, BaseVersion, Withdrawal.Reason ?? ""), nameof(Withdrawal)) is null
            ? await Again()
            : Done("Het voorstel is ingetrokken. Het traject loopt door.");

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (await Do(new ConfirmOutflow(CommandId, Id, BaseVersion)) is null)
            return await Again();
        var done = Done("De uitstroom is bevestigd.");
        try
        {
            await Load();
        }
        catch (NotFound)
        {
            // With the traject ended their own assignment, and that was what opened it.
            return Redirect("/caseload");
        }

        return done;
    }

    private RedirectResult Done(string notice)
    {
        Notice(notice);
        return Redirect($"/dossiers/{Id}/uitstroom");
    }

    private async Task<IActionResult> Again()
    {
        await Load();
        // Sending again goes on top of what is shown now.
        if (Conflict is not null)
            BaseVersion = Outflow.Version;
        return Page();
    }

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        Outflow = await Ask(new GetOutflow(Id));
    }
}
