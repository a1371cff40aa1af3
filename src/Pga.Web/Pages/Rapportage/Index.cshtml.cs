using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Rapportage;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>The rapportage of one year as it is stored, and the way to make, confirm and correct it.</summary>
public sealed class IndexModel(IMediator mediator, Actor actor, EditionMaker maker, TimeProvider clock) : PgaPage(mediator)
{
    public int Year { get; private set; }

    /// <summary>Years to choose from, the latest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<EditionLine> Editions { get; private set; } = [];

    /// <summary>Null while none was made for the year.</summary>
    public EditionView? Edition { get; private set; }

    public bool IsBeingMade => maker.Of(Year) is { IsOver: false };

    public bool MayMake => !IsBeingMade && (Edition?.MayMake ?? (actor.Can(Permission.MakeReport) && ConfirmedLater is null));

    /// <summary>A later year that is confirmed: then this one is no longer made.</summary>
    public int? ConfirmedLater => Editions.FirstOrDefault(e => e.IsConfirmed && e.Year > Year)?.Year;

    /// <summary>The day from which the draft may be made again, when that isn't today.</summary>
    public DateOnly? MayMakeFrom
    {
        get
        {
            if (Edition is not { IsConfirmed: false, MayMake: false } || !actor.Can(Permission.MakeReport))
                return null;
            var made = Calendar.DateIn(Edition.MadeAt);
            var next = new DateOnly(made.Year, made.Month, 1).AddMonths(1);
            return next > Today ? next : null;
        }
    }

    public bool MayAddErratum => Edition is { IsConfirmed: true } && actor.Can(Permission.ConfirmReport);

    public DateOnly Today => clock.Today();

    /// <param name="year">From the path.</param>
    /// <param name="chosen">From the form, which leads to the path.</param>
    public async Task<IActionResult> OnGetAsync(int? year, [FromQuery(Name = "jaar")] int? chosen)
    {
        if (chosen is not null)
            return Redirect($"/rapportage/{chosen}");
        Editions = await Ask(new GetEditions());
        // Without an edition the last year that is over says most.
        Year = year ?? (Editions.Count > 0 ? Editions[0].Year : Today.Year - 1);
        var hasEdition = Editions.Any(e => e.Year == Year);
        if (!hasEdition && (Year < GetReport.FirstYear || Year > Today.Year))
            return NotFound();
        Years = [.. (await Ask(new GetReportYears())).Union(Editions.Select(e => e.Year)).Append(Year).Distinct().OrderDescending()];
        if (hasEdition)
            Edition = await Ask(new GetEdition(Year));
        return Page();
    }

    /// <summary>A year with what there is of it, for the list to choose from.</summary>
    public string Label(int year) => Editions.FirstOrDefault(e => e.Year == year) switch
    {
        null => $"{year} (nog niet gemaakt)",
        { IsConfirmed: true } => $"{year} (vastgesteld)",
        _ => $"{year} (concept)",
    };

    public static (string Icon, string Text) Download(string format) => format switch
    {
        "docx" => ("download", "Word (docx)"),
        "html" => ("print", "Afdrukversie (html)"),
        _ => ("download", Dates.Capital(format)),
    };
}
