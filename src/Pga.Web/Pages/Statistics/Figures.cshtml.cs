using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pga.Application.Pipeline;
using Pga.Application.Statistics;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Statistics;

/// <summary>Activities and budget of a year, entered by a manager.</summary>
public sealed class FiguresModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    private const string Removing = "verwijderen";

    public sealed class CountsForm
    {
        public Guid CommandId { get; set; }

        public List<CountLine> Lines { get; set; } = [];
    }

    public sealed class CountLine
    {
        public Guid KindId { get; set; }

        public int? Was { get; set; }

        /// <summary>As typed.</summary>
        public string? Count { get; set; }
    }

    public sealed class LineForm
    {
        public Guid CommandId { get; set; }

        public string? Priority { get; set; }

        /// <summary>As typed.</summary>
        public string? Budgeted { get; set; }

        public string? Realised { get; set; }

        public string? WasPriority { get; set; }

        public long WasBudgeted { get; set; }

        public long WasRealised { get; set; }
    }

    public int Year { get; private set; }

    [BindProperty(SupportsGet = true, Name = "regel")]
    public Guid? LineId { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Step { get; set; }

    [BindProperty]
    public CountsForm Counts { get; set; } = new();

    [BindProperty]
    public LineForm Line { get; set; } = new();

    public FiguresOfYear Figures { get; private set; } = null!;

    public YearChoice Choice => new("/rapportage/invoer", Year, clock.Today().Year);

    /// <summary>The line that is being changed or removed, as it is now; null for a new one.</summary>
    public BudgetFigure? Was { get; private set; }

    public bool IsRemoving => Was is not null && Step == Removing;

    public async Task<IActionResult> OnGetAsync(int? year, [FromQuery(Name = "jaar")] int? chosen)
    {
        if (chosen is not null)
            return Redirect($"/rapportage/invoer/{chosen}");
        await Load(year);
        FillCounts();
        FillLine();
        return Page();
    }

    public async Task<IActionResult> OnPostActivitiesAsync(int year)
    {
        var counts = Counts.Lines.Select((line, i) => new ActivityCount(line.KindId, Number(line.Count, $"Counts.Lines[{i}].Count"), line.Was)).ToList();
        if (await Do(new CountActivities(Counts.CommandId, year, counts), nameof(Counts)) is not null)
            return Done(year, "De aantallen zijn opgeslagen.");
        // The command and the form call the lines differently.
        foreach (var (key, entry) in ModelState.Where(e => e.Key.StartsWith("Counts.Counts[", StringComparison.Ordinal)).ToList())
        {
            foreach (var error in entry!.Errors.ToList())
                ModelState.AddModelError(key.Replace("Counts.Counts[", "Counts.Lines[", StringComparison.Ordinal), error.ErrorMessage);
            ModelState.Remove(key);
        }

        var typed = Counts.Lines;
        await Load(year);
        // What was typed stays, where it was touched; elsewhere stands what there is now.
        Counts.Lines = [.. Figures.Activities.Select(a => typed.FirstOrDefault(t => t.KindId == a.KindId) is { } line && line.Count != Shown(line.Was)
            ? line : new CountLine { KindId = a.KindId, Count = Shown(a.Count) })];
        for (var i = 0; i < Counts.Lines.Count; i++)
        {
            if (ModelState.TryGetValue($"Counts.Lines[{i}].Count", out var entry) && entry.Errors.Count == 0)
                ModelState.Remove($"Counts.Lines[{i}].Count");
        }

        FillLine();
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(int year) =>
        await Do(new AddBudgetLine(Line.CommandId, year, Line.Priority ?? "", Amount(Line.Budgeted, nameof(Line.Budgeted)), Amount(Line.Realised, nameof(Line.Realised))), nameof(Line)) is null
            ? await Again(year)
            : Done(year, "De prioriteit is toegevoegd.");

    public async Task<IActionResult> OnPostChangeAsync(int year) =>
        await Do(
            new ChangeBudgetLine(Line.CommandId, LineId ?? Guid.Empty, Line.Priority ?? "", Amount(Line.Budgeted, nameof(Line.Budgeted)), Amount(Line.Realised, nameof(Line.Realised)), Base),
            nameof(Line)) is null
            ? await Again(year)
            : Done(year, "De prioriteit is gewijzigd.");

    public async Task<IActionResult> OnPostRemoveAsync(int year) =>
        await Do(new RemoveBudgetLine(Line.CommandId, LineId ?? Guid.Empty, Base), nameof(Line)) is null
            ? await Again(year)
            : Done(year, "De prioriteit is verwijderd.");

    private BudgetBase Base => new(Line.WasPriority ?? "", Line.WasBudgeted, Line.WasRealised);

    private int? Number(string? typed, string field) => DutchNumber.Read(typed, ModelState, field) switch
    {
        null => null,
        // Too large for a count, whatever it is; the validator says so.
        var number => (int)Math.Clamp(number.Value, int.MinValue, int.MaxValue),
    };

    private long? Amount(string? typed, string field) => DutchNumber.Read(typed, ModelState, $"{nameof(Line)}.{field}");

    private static string? Shown(int? count) => count is { } number ? DutchNumber.Text(number) : null;

    private RedirectResult Done(int year, string notice)
    {
        Notice(notice);
        return Redirect($"/rapportage/invoer/{year}");
    }

    private async Task<PageResult> Again(int year)
    {
        await Load(year);
        FillCounts();
        return Page();
    }

    private async Task Load(int? year)
    {
        Figures = await Ask(new GetFigures(year ?? clock.Today().Year - 1));
        Year = Figures.Year;
        Was = LineId is { } id && !Figures.IsFrozen ? Figures.Budget.FirstOrDefault(b => b.Id == id) ?? throw new NotFound() : null;
    }

    private void FillCounts() => Counts = new CountsForm
    {
        CommandId = Guid.CreateVersion7(),
        Lines = [.. Figures.Activities.Select(a => new CountLine { KindId = a.KindId, Count = Shown(a.Count) })],
    };

    private void FillLine() => Line = new LineForm
    {
        CommandId = Guid.CreateVersion7(),
        Priority = Was?.Priority,
        Budgeted = Was is null ? null : DutchNumber.Text(Was.Budgeted),
        Realised = Was is null ? null : DutchNumber.Text(Was.Realised),
    };
}
