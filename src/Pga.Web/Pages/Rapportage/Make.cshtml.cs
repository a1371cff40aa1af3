using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>Starts making a draft in the background, and shows how far it is.</summary>
public sealed class MakeModel(IMediator mediator, Actor actor, EditionMaker maker) : PgaPage(mediator)
{
    /// <summary>One more than there are: the last step isn't done while it is being done.</summary>
    public static readonly int Steps = Enum.GetValues<MakingStep>().Length + 1;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>Null when nothing was made since the server started.</summary>
    public Making? Making { get; private set; }

    public bool HasEdition { get; private set; }

    public bool MayMake => actor.Can(Permission.MakeReport);

    public string StartedAt => Dates.Time(TimeOnly.FromDateTime(Calendar.LocalTime(Making!.StartedAt)));

    public async Task<IActionResult> OnGetAsync()
    {
        HasEdition = (await Ask(new GetEditions())).Any(e => e.Year == Year);
        Making = maker.Of(Year);
        if (Making is not { IsOver: true, Error: null } || !HasEdition)
            return Page();
        Notice("Het concept staat klaar.");
        return Redirect($"/rapportage/{Year}");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // Both are checked again where it is made; here they keep a refusal from becoming somebody else's failed attempt.
        await Ask(new GetEditions());
        if (!MayMake)
            throw new Forbidden();
        maker.Start(Year, actor);
        return Redirect($"/rapportage/{Year}/maken");
    }

    public static int Done(MakingStep? step) => step is { } known ? (int)known + 1 : 0;

    public static string Words(MakingStep? step) => step switch
    {
        null => "Het maken begint zo. Soms gaat een andere rapportage voor.",
        MakingStep.Counting => "Stap 1 van 4: tellen. De trajecten van twee jaar worden geteld.",
        MakingStep.Protecting => "Stap 2 van 4: beschermen. Aantallen die op één persoon kunnen wijzen, worden weggelaten.",
        MakingStep.Checking => "Stap 3 van 4: controleren. We gaan na of niemand een weggelaten klein aantal kan uitrekenen.",
        _ => "Stap 4 van 4: opslaan.",
    };
}
