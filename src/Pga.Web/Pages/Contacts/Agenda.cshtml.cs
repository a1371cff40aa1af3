using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Domain.Common;
using Pga.Web.Ui;
using Calendar = Pga.Domain.Common.Calendar;

namespace Pga.Web.Pages.Contacts;

/// <summary>The worker's own week, or one day of it.</summary>
public sealed class AgendaModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    [BindProperty(SupportsGet = true, Name = "datum")]
    public string? Chosen { get; set; }

    [BindProperty(SupportsGet = true, Name = "dag")]
    public bool ByDay { get; set; }

    public Agenda Agenda { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    /// <summary>The chosen day, which a switch between week and day keeps.</summary>
    public DateOnly Date { get; private set; }

    public int Step => ByDay ? 1 : GetAgenda.Week;

    public bool MayPlan => actor.Can(Permission.LogContact);

    public bool HasClashes => Agenda.Items.Any(i => i.Clashes);

    public string Title => ByDay ? Dates.Capital(Dates.Full(Agenda.From)) : $"Week {ISOWeek.GetWeekOfYear(Agenda.From.ToDateTime(TimeOnly.MinValue)).ToString(CultureInfo.InvariantCulture)}, {Range}";

    /// <summary>Days with what is on them. In a week the weekend is only there when it isn't empty.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyList<AgendaItem> Items)> Days =>
        from n in Enumerable.Range(0, Step)
        let day = Agenda.From.AddDays(n)
        let items = Agenda.Items.Where(i => i.On == day).ToList()
        where ByDay || items.Count > 0 || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        select (day, (IReadOnlyList<AgendaItem>)items);

    private string Range => Agenda.From.Month == Agenda.Until.Month
        ? $"{Agenda.From.Day.ToString(CultureInfo.InvariantCulture)} t/m {Dates.Long(Agenda.Until)}"
        : $"{Dates.Short(Agenda.From)} t/m {Dates.Short(Agenda.Until)}";

    public async Task OnGetAsync()
    {
        Date = DateOnly.TryParseExact(Chosen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= FirstYear and <= LastYear ? date : Today;
        Agenda = await Ask(new GetAgenda(ByDay ? Date : MondayOf(Date), Step));
    }

    public string Link(DateOnly date, bool byDay) => $"/agenda?datum={Dates.Iso(date)}{(byDay ? "&dag=true" : "")}";

    public bool MayRecord(AgendaItem item) => item is { About.MayWrite: true } && actor.Can(Permission.LogContact);

    private static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
