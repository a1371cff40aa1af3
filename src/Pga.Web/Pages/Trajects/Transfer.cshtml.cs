using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class TransferModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>What <c>stap</c> in the address can be.</summary>
    public const string Declining = "weigeren";
    public const string Withdrawing = "intrekken";

    public sealed class Form
    {
        public Guid? LeadId { get; set; }

        public Guid? ProcessId { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Step { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Form Answer { get; set; } = new();

    public TransferView Transfer { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public IEnumerable<SelectListItem> Leads { get; private set; } = [];

    public IEnumerable<SelectListItem> Process { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await Load();
        CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAcceptAsync() =>
        await Do(new AcceptTransfer(CommandId, Id, Answer.LeadId, Answer.ProcessId), nameof(Answer)) is null
            ? await Again()
            : await Done("De overdracht is aangenomen.");

    public async Task<IActionResult> OnPostDeclineAsync() =>
        await Do(new DeclineTransfer(CommandId, Id, Answer.Reason), nameof(Answer)) is null
            ? await Again()
            : await Done("De overdracht is niet aangenomen.");

    public async Task<IActionResult> OnPostWithdrawAsync() =>
        await Do(new WithdrawTransfer(CommandId, Id), nameof(Answer)) is null
            ? await Again()
            : await Done("De overdracht is ingetrokken.");

    private async Task<IActionResult> Done(string notice)
    {
        Notice(notice);
        try
        {
            await Load();
        }
        catch (NotFound)
        {
            // Declined: then there is nothing left to see.
            return Redirect("/team");
        }

        return Redirect($"/overdrachten/{Id}");
    }

    private async Task<IActionResult> Again()
    {
        await Load();
        return Page();
    }

    private async Task Load()
    {
        Transfer = await Ask(new GetTransfer(Id));
        if (Transfer is not { ToTeam: true, MayAnswer: true })
            return;
        var team = await Ask(new GetTeamWorkers());
        Leads = WorkerOptions.For(team, Transfer.Role);
        Process = WorkerOptions.For(team, AssignmentRoles.Process);
    }
}
