using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

/// <summary>The form for a session, shared by the page that plans one and the page that changes one.</summary>
public abstract class SessionForm(IMediator mediator) : PgaPage(mediator)
{
    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public DateOnly? Date { get; set; }

        public TimeOnly? Time { get; set; }

        public List<Guid> Participants { get; set; } = [];
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Application.Interventions.SessionForm Facts { get; protected set; } = new([], []);

    public string? Intervention { get; protected set; }

    public abstract string Back { get; }

    public abstract string Button { get; }

    public virtual IEnumerable<SelectListItem> People =>
        Facts.Participants.Select(p => new SelectListItem(p.Group is null ? p.Participant.Label : $"{p.Participant.Label} ({p.Group})", p.Participant.ParticipationId.ToString()));

    /// <summary>Sends the command. The time has no value that means "empty", so the page itself asks for it.</summary>
    protected async Task<Guid?> Save(ICommand command)
    {
        if (Input.Time is null && ModelState.GetFieldValidationState("Input.Time") is not Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError("Input.Time", "Vul een tijd in.");
        return await Do(command);
    }
}
