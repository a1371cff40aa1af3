using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Domain.Conferences;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

/// <summary>The agenda of a conference, and for who leads it what can be put on it.</summary>
public sealed class AgendaModel(IMediator mediator) : PgaPage(mediator)
{
    public sealed class Form
    {
        public List<Guid> TrajectIds { get; set; } = [];
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int PageNumber { get; set; } = 1;

    /// <summary><c>afronden</c>, for the second step of that.</summary>
    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Step { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ConferenceAgenda Agenda { get; private set; } = null!;

    public CaseProposals? Proposals { get; private set; }

    public bool MayChange => Agenda.MayHold && Agenda.State is ConferenceStates.Planned or ConferenceStates.Begun;

    public bool Closing => MayChange && Agenda.IsDay && Step == "afronden";

    public string? ChoiceError => ModelState.TryGetValue("Input.TrajectIds", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    private string Here => $"/overleggen/{Id}";

    public async Task OnGetAsync()
    {
        CommandId = Guid.CreateVersion7();
        await Load();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await Answer(new PutOnAgenda(CommandId, Id, Input.TrajectIds), "De agenda is bijgewerkt.", $"{Here}#h-agenda");

    public async Task<IActionResult> OnPostCloseAsync() => await Answer(new CloseConference(CommandId, Id), "Het overleg is afgerond.", Here);

    /// <param name="wat"><c>op</c>, <c>neer</c>, or <c>af</c>.</param>
    public async Task<IActionResult> OnPostArrangeAsync(Guid trajectId, Guid caseId, string? wat)
    {
        ICommand command = wat == "af" ? new TakeOffAgenda(CommandId, trajectId, caseId) : new MoveOnAgenda(CommandId, trajectId, caseId, Up: wat == "op");
        return await Answer(command, "De agenda is bijgewerkt.", $"{Here}#h-agenda");
    }

    private async Task<IActionResult> Answer(ICommand command, string notice, string to)
    {
        if (await Do(command) is null)
        {
            await Load();
            return Page();
        }

        Notice(notice);
        return Redirect(to);
    }

    private async Task Load()
    {
        Agenda = await Ask(new GetConference(Id));
        if (MayChange)
            Proposals = await Ask(new GetCaseProposals(Id, PageNumber));
    }
}
