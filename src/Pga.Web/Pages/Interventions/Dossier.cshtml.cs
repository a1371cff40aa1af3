using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Interventions;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

/// <summary>The part of a dossier about interventions, with what can be done about a referral.</summary>
public sealed class DossierModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>What <c>stap</c> in the address can be: the second step of each action.</summary>
    public const string Withdrawing = "intrekken";
    public const string Ending = "inzage-beeindigen";
    public const string Extending = "verlengen";

    public sealed class Form
    {
        public string? Reason { get; set; }

        public DateOnly? GrantUntil { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Asking { get; set; }

    /// <summary>The referral that the step is about.</summary>
    [BindProperty(SupportsGet = true, Name = "verwijzing")]
    public Guid? Asked { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public DossierInterventions Interventions { get; private set; } = null!;

    public bool MayHold => Identity.MayWrite && actor.Can(Permission.HoldSession);

    /// <summary>The step that is asked for about a referral, when this actor may take it now.</summary>
    public string? StepOf(ReferralCard referral) => !Interventions.MayChange || !referral.IsOpen || referral.Id != Asked ? null : Asking switch
    {
        Withdrawing => Asking,
        Ending when referral.IsGranted => Asking,
        Extending when referral.Purpose is not null => Asking,
        _ => null,
    };

    public static string Attended(IReadOnlyList<CardSession> sessions)
    {
        var known = sessions.Count(s => s.Attendance is not null);
        var there = sessions.Count(s => AttendanceCodes.WasThere(s.Attendance));
        return known == 0 ? "nog geen aanwezigheid bekend" : $"{there} van {known} keer aanwezig";
    }

    public async Task OnGetAsync()
    {
        await Load();
        CommandId = Guid.CreateVersion7();
        BaseVersion = Interventions.Participations.FirstOrDefault(p => p.Referral?.Id == Asked)?.Referral?.Version ?? default;
        Input.GrantUntil = clock.Today().AddMonths(Referral.DefaultGrantMonths);
    }

    public Task<IActionResult> OnPostWithdrawAsync() =>
        Take(new WithdrawReferral(CommandId, Id, Asked ?? default, BaseVersion, Input.Reason ?? ""), "De verwijzing is ingetrokken.");

    public Task<IActionResult> OnPostEndGrantAsync() =>
        Take(new EndGrant(CommandId, Id, Asked ?? default, BaseVersion), "De inzage van de partner is beëindigd. Uw team houdt de deelname nu zelf bij.");

    public Task<IActionResult> OnPostExtendGrantAsync() =>
        Take(new ExtendGrant(CommandId, Id, Asked ?? default, BaseVersion, Input.GrantUntil ?? default), "De inzage van de partner is verlengd.");

    private async Task<IActionResult> Take(ICommand command, string notice)
    {
        if (await Do(command) is not null)
        {
            Notice(notice);
            return Redirect($"/dossiers/{Id}/interventies");
        }

        await Load();
        // Sending again goes on top of what is shown now.
        if (Conflict is not null)
            BaseVersion = Interventions.Participations.FirstOrDefault(p => p.Referral?.Id == Asked)?.Referral?.Version ?? default;
        return Page();
    }

    /// <summary>What the form of a step is sent to.</summary>
    public static string HandlerOf(string step) => step switch
    {
        Withdrawing => "Withdraw",
        Ending => "EndGrant",
        _ => "ExtendGrant",
    };

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        Interventions = await Ask(new GetInterventions(Id));
    }
}
