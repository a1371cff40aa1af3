using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Interventions;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

/// <summary>A referral for the partner: what was granted, and the answer.</summary>
public sealed class ReferralModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary><c>afwijzen</c>, for the second step of that.</summary>
    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Asking { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ReferralView View { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public bool IsOpen => View.State is ParticipationStates.Offered or ParticipationStates.Waiting;

    public bool Declining => IsOpen && Asking == "afwijzen";

    public async Task OnGetAsync()
    {
        await Load();
        CommandId = Guid.CreateVersion7();
        BaseVersion = View.Version;
    }

    public async Task<IActionResult> OnPostAcceptAsync() =>
        await Take(new AcceptReferral(CommandId, Id, BaseVersion), "U hebt de verwijzing aangenomen. Plan nu een bijeenkomst.") ? Redirect($"/partner/verwijzingen/{Id}") : Page();

    public async Task<IActionResult> OnPostDeclineAsync() =>
        await Take(new DeclineReferral(CommandId, Id, BaseVersion, Input.Reason ?? ""), "U hebt de verwijzing afgewezen. De verwijzer leest waarom.") ? Redirect("/partner") : Page();

    private async Task<bool> Take(ICommand command, string notice)
    {
        if (await Do(command) is not null)
        {
            Notice(notice);
            return true;
        }

        await Load();
        if (Conflict is not null)
            BaseVersion = View.Version;
        return false;
    }

    private async Task Load() => View = await Ask(new GetReferral(Id));
}
