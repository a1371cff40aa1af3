using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Interventions;
using Pga.Domain.Interventions;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

/// <summary>The sheet of a session: who was there.</summary>
public sealed class SessionModel(IMediator mediator) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public List<Row> Rows { get; set; } = [];
    }

    public sealed class Row
    {
        public Guid ParticipationId { get; set; }

        public string? Attendance { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary><c>afzeggen</c>, for the second step of that.</summary>
    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Asking { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public SessionSheet Sheet { get; private set; } = null!;

    public bool Cancelling => Sheet.MayCancel && Asking == "afzeggen";

    public bool IsRecorded(Row row) => Of(row).Attendance is not null;

    public SheetRow Of(Row row) => Sheet.Rows.Single(r => r.Participant.ParticipationId == row.ParticipationId);

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
        Input.BaseVersion = Sheet.Version;
        Input.Rows = [.. Sheet.Rows.Select(r => new Row { ParticipationId = r.Participant.ParticipationId, Attendance = r.Attendance, Note = r.Note })];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var rows = Input.Rows.Select(r => new AttendanceRow(r.ParticipationId, string.IsNullOrEmpty(r.Attendance) ? null : r.Attendance, r.Note)).ToList();
        if (await Do(new RecordAttendance(Input.CommandId, Id, Input.BaseVersion, rows)) is not null)
        {
            Notice("De aanwezigheid is opgeslagen.");
            return Redirect($"/bijeenkomsten/{Id}");
        }

        return await Show();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (await Do(new CancelSession(Input.CommandId, Id, Input.BaseVersion)) is not null)
        {
            Notice("De bijeenkomst is afgezegd.");
            return Redirect("/bijeenkomsten");
        }

        await Load();
        Input.Rows = [.. Sheet.Rows.Select(r => new Row { ParticipationId = r.Participant.ParticipationId, Attendance = r.Attendance, Note = r.Note })];
        Input.BaseVersion = Sheet.Version;
        return Page();
    }

    private async Task<IActionResult> Show()
    {
        await Load();
        // Somebody who isn't on the roster (any more), or not to be seen, can't be on the sheet.
        Input.Rows.RemoveAll(row => Sheet.Rows.All(r => r.Participant.ParticipationId != row.ParticipationId));
        if (Conflict is not null)
            Input.BaseVersion = Sheet.Version;
        return Page();
    }

    private async Task Load() => Sheet = await Ask(new GetSession(Id));

    public static IEnumerable<(string Value, string Text)> Choices => AttendanceCodes.List.All.Select(c => (c.Key, c.Label));
}
