using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Pipeline;
using Pga.Application.Spreekuren;
using Pga.Domain.Catalogues;
using Pga.Domain.Spreekuren;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Spreekuren;

/// <summary>The sheet of one spreekuur. Adding a walk-in sends the whole form, so that nothing typed is lost.</summary>
public sealed class SheetModel(IMediator mediator) : PgaPage(mediator)
{
    /// <summary>From this many days before release on, the sheet draws attention to it.</summary>
    public const int SoonDays = 14;

    private const char CauseFollows = ':';

    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public List<Row> Visits { get; set; } = [];

        public int? Nameless { get; set; }

        /// <summary>Name or number of somebody who walked in.</summary>
        public string? WalkIn { get; set; }
    }

    public sealed class Row
    {
        public Guid ClientId { get; set; }

        /// <summary>Attendance, for a no-show with its cause behind it, so that one choice says both.</summary>
        public string? Attendance { get; set; }

        public string? Note { get; set; }

        /// <summary>In the order of <see cref="BasicConditions.List"/>; empty is not talked about.</summary>
        public List<string?> Conditions { get; set; } = [];

        /// <summary>
        /// What the boxes showed at first. Only what differs from it is sent, so that an older box doesn't overwrite what a
        /// colleague has recorded since.
        /// </summary>
        public string? Shown { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public SpreekuurSheet Sheet { get; private set; } = null!;

    /// <summary>Clients found for a walk-in, or null when nobody searched.</summary>
    public IReadOnlyList<WalkIn>? Found { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        Sheet = await Ask(new GetSpreekuur(id));
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = Sheet.Version,
            Nameless = Sheet.Nameless,
            Visits = [.. Sheet.People.Select(RowOf)],
        };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        // Enter in the search field sends the form with its first button.
        if (!string.IsNullOrWhiteSpace(Input.WalkIn))
            return await OnPostSearchAsync(id);
        var command = new SaveSpreekuur(Input.CommandId, id, Input.BaseVersion, [.. Input.Visits.Select(VisitOf)], Input.Nameless ?? 0);
        if (await Do(command) is not null)
        {
            Notice("Het spreekuur is opgeslagen.");
            return Redirect($"/spreekuren/{id}");
        }

        await Show(id);
        ShowCausesAtTheChoice();
        if (Conflict is not null)
        {
            Input.BaseVersion = Conflict.CurrentVersion == Guid.Empty ? Sheet.Version : Conflict.CurrentVersion;
            ModelState.Remove("Input.BaseVersion");
        }

        return Page();
    }

    /// <summary>Looks for a walk-in among the RIO's own clients.</summary>
    public async Task<IActionResult> OnPostSearchAsync(Guid id)
    {
        await Show(id);
        try
        {
            Found = await Ask(new FindWalkIns(Input.WalkIn ?? ""));
            Input.WalkIn = null;
            ModelState.Remove("Input.WalkIn");
        }
        catch (Invalid invalid)
        {
            ModelState.AddModelError("Input.WalkIn", invalid.Errors[0].Text);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, Guid client)
    {
        var isNew = Input.Visits.All(v => v.ClientId != client);
        if (isNew)
            Input.Visits.Add(new Row { ClientId = client });
        await Show(id);
        if (isNew)
            Input.Visits[^1] = RowOf(Sheet.People.Single(p => p.ClientId == client));
        return Page();
    }

    public SheetPerson PersonOf(Row row) => Sheet.People.Single(p => p.ClientId == row.ClientId);

    public static string? ChoiceOf(SheetPerson person) =>
        person.Cause is null ? person.Attendance : $"{person.Attendance}{CauseFollows}{person.Cause}";

    /// <summary>What can be chosen for a person; an imported no-show without a cause keeps its own line.</summary>
    public static IEnumerable<(string Value, string Text)> Choices(SheetPerson person)
    {
        yield return (SpreekuurCodes.Attended, SpreekuurCodes.Attendance.Label(SpreekuurCodes.Attended));
        yield return (SpreekuurCodes.Late, SpreekuurCodes.Attendance.Label(SpreekuurCodes.Late));
        foreach (var cause in SpreekuurCodes.NoShowCauses.All)
            yield return ($"{SpreekuurCodes.NoShow}{CauseFollows}{cause.Key}", $"Niet: {cause.Label.ToLowerInvariant()}");
        if (ChoiceOf(person) == SpreekuurCodes.NoShow)
            yield return (SpreekuurCodes.NoShow, "Niet verschenen");
    }

    private async Task Show(Guid id)
    {
        Sheet = await Ask(new GetSpreekuur(id, [.. Input.Visits.Select(v => v.ClientId)]));
        // Somebody who isn't this RIO's client (any more) can't be on the sheet.
        if (Input.Visits.Any(row => Sheet.People.All(p => p.ClientId != row.ClientId)))
            throw new NotFound();
    }

    private static Row RowOf(SheetPerson person)
    {
        List<string?> conditions = [.. BasicConditions.List.All.Select(c => person.Conditions.GetValueOrDefault(c.Key))];
        return new Row
        {
            ClientId = person.ClientId,
            Attendance = ChoiceOf(person),
            Note = person.Note,
            Conditions = conditions,
            Shown = string.Join('|', conditions),
        };
    }

    private static SheetVisit VisitOf(Row row)
    {
        var shown = (row.Shown ?? "").Split('|');
        var said = new Dictionary<string, string>();
        for (var i = 0; i < BasicConditions.List.All.Count && i < row.Conditions.Count; i++)
        {
            if (row.Conditions[i] is { Length: > 0 } status && status != shown.ElementAtOrDefault(i))
                said[BasicConditions.List.All[i].Key] = status;
        }

        var choice = (row.Attendance ?? "").Split(CauseFollows);
        return new SheetVisit(row.ClientId, choice[0].Length == 0 ? null : choice[0], choice.ElementAtOrDefault(1), row.Note, said);
    }

    // Attendance and its cause are one control here.
    private void ShowCausesAtTheChoice()
    {
        for (var i = 0; i < Input.Visits.Count; i++)
        {
            if (ModelState.TryGetValue($"Input.Visits[{i}].Cause", out var entry) && entry.Errors.Count > 0)
            {
                ModelState.AddModelError($"Input.Visits[{i}].Attendance", entry.Errors[0].ErrorMessage);
                ModelState.Remove($"Input.Visits[{i}].Cause");
            }
        }
    }
}
