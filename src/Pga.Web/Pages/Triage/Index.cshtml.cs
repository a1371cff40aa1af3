using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Aanmeldingen;
using Pga.Application.Triage;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Triage;

public sealed class IndexModel(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "lijst")]
    public string Shown { get; set; } = TriageLists.Now;

    [BindProperty(SupportsGet = true, Name = "blad")]
    public int PageNumber { get; set; } = 1;

    public TriageList List { get; private set; } = null!;

    /// <summary>Only when it is the list of partners.</summary>
    public WaitingAanmeldingen? Waiting { get; private set; }

    public string Address => $"/triage?lijst={Shown}&blad=";

    public string Empty => Shown switch
    {
        TriageLists.Now => "Er is niets te bespreken. Wat na het sluitmoment binnenkwam, staat bij ‘Voor de volgende keer’.",
        TriageLists.Next => "Er is sinds het sluitmoment niets binnengekomen.",
        TriageLists.Accepted => "Alles wat is geaccepteerd, is gestart.",
        TriageLists.Decided => "In de laatste vier weken is er niets besloten.",
        _ => "U hoeft nu bij niemand opnieuw te bekijken of u die kunt informeren.",
    };

    /// <summary>What the link of a row leads to, for who hears it.</summary>
    public string Action => Shown switch
    {
        TriageLists.Now or TriageLists.Next => "besluit vastleggen",
        TriageLists.Accepted => "traject starten",
        TriageLists.Review => "opnieuw bekijken",
        _ => "aanmelding bekijken",
    };

    public async Task OnGetAsync()
    {
        if (!TriageLists.List.Has(Shown))
            Shown = TriageLists.Now;
        List = await Ask(new GetTriage(Shown, PageNumber));
        if (Shown == TriageLists.Partners)
            Waiting = await Ask(new GetWaitingAanmeldingen(PageNumber));
    }

    public string Link(TriageRow row) => $"/dossiers/{row.TrajectId}/" + Shown switch
    {
        TriageLists.Now or TriageLists.Next => "triage",
        TriageLists.Accepted => "starten",
        TriageLists.Review => "informeren",
        _ => "aanmelding",
    };

    public string? Extra(TriageRow row) => Shown switch
    {
        TriageLists.Decided => $"Besloten op {Dates.Short(row.DecidedOn!.Value)}{(row.Organisation is null ? "" : $": naar {row.Organisation}")}",
        TriageLists.Accepted => $"Besloten op {Dates.Short(row.DecidedOn!.Value)}",
        TriageLists.Review => $"Opnieuw bekijken sinds {Dates.Short(row.InformedReviewOn!.Value)}",
        _ => row.InformedReviewOn is { } review ? $"Opnieuw bekijken of de persoon is te informeren: {Dates.Short(review)}" : null,
    };
}
