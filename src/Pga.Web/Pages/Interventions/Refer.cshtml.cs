using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Interventions;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

public sealed class ReferModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>Between the ids of an intervention and of its group, in the value of one choice.</summary>
    private const char GroupFollows = '_';

    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? InterventionId { get; set; }

        public string? Goal { get; set; }

        public List<string> Fields { get; set; } = [];

        public string? Purpose { get; set; }

        public DateOnly? GrantUntil { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public ReferralForm Facts { get; private set; } = null!;

    public IEnumerable<SelectListItem> Options => Facts.Options.Select(o => new SelectListItem(Describe(o), ValueOf(o)));

    /// <summary>What the interventions are for, of those that say so.</summary>
    public IEnumerable<(string Name, string Purpose)> About => Facts.Options.Where(o => o.Purpose is not null).Select(o => (o.Intervention, o.Purpose!)).Distinct();

    public IEnumerable<SelectListItem> Fields => Facts.Fields.Select(f => new SelectListItem(f.Label, f.Key));

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
        Input.Fields = [GrantFields.Name];
        Input.GrantUntil = clock.Today().AddMonths(Referral.DefaultGrantMonths);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        var chosen = Facts.Options.FirstOrDefault(o => ValueOf(o) == Input.InterventionId);
        var command = new ReferToIntervention(
            Input.CommandId, Id, chosen?.InterventionId ?? default, chosen?.GroupId, Input.Goal, Input.Fields, Input.Purpose, Input.GrantUntil);
        if (await Do(command) is null)
            return Page();
        Notice(chosen!.Free == 0 ? "De verwijzing staat op de wachtlijst." : chosen.PartnerAnswers ? "De verwijzing is verstuurd. De partner geeft antwoord." : "De verwijzing is vastgelegd.");
        return Redirect($"/dossiers/{Id}/interventies");
    }

    private async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite)
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
        Facts = await Ask(new GetReferralForm(Id));
    }

    private static string ValueOf(ReferralOption option) =>
        option.GroupId is { } group ? $"{option.InterventionId}{GroupFollows}{group}" : option.InterventionId.ToString();

    private static string Describe(ReferralOption o)
    {
        var name = o.Group is null ? o.Intervention : $"{o.Intervention}, {o.Group}";
        var places = o.Free switch
        {
            null => "",
            0 when o.Waiting > 0 => string.Create(CultureInfo.InvariantCulture, $", vol ({o.Waiting} wachten)"),
            0 => ", vol",
            1 => ", 1 plek vrij",
            var free => string.Create(CultureInfo.InvariantCulture, $", {free} plekken vrij"),
        };
        var costs = o.Costs is { } euros ? string.Create(CultureInfo.InvariantCulture, $", € {euros}") : "";
        return $"{name} ({o.Provider ?? "eigen team"}{places}{costs})";
    }
}
