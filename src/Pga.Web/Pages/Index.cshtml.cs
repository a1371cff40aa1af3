using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Rapportage;
using Pga.Application.Tasks;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages;

/// <summary>Where everybody begins: what is due today. A partner's start page has more on it and is a page of its own.</summary>
public sealed class IndexModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>How many editions a manager sees here.</summary>
    private const int Editions = 3;

    [BindProperty(SupportsGet = true, Name = "lijst")]
    public string Shown { get; set; } = DueSpans.Today;

    [BindProperty(SupportsGet = true, Name = "blad")]
    public int PageNumber { get; set; } = 1;

    public DueTasks Tasks { get; private set; } = null!;

    /// <summary>How it stands with the rapportage, for who makes it.</summary>
    public IReadOnlyList<EditionLine> Reports { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public string Address => $"/?lijst={Shown}&blad=";

    public string Empty => Shown switch
    {
        DueSpans.Overdue => "Er is niets te laat.",
        DueSpans.Week => "Niets voor deze week.",
        DueSpans.All => "Er staat niets voor u klaar.",
        _ => "Niets voor vandaag.",
    };

    public async Task<IActionResult> OnGetAsync()
    {
        if (actor.Can(Permission.AnswerReferral))
            return Redirect("/partner");
        if (!DueSpans.List.Has(Shown))
            Shown = DueSpans.Today;
        Tasks = await Ask(new GetDueTasks(Shown, PageNumber));
        if (actor.Can(Permission.ViewReport))
            Reports = [.. (await Ask(new GetEditions())).Take(Editions)];
        return Page();
    }

    public bool IsLate(DueTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.On < Today;
    }
}
