using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Interventions;

namespace Pga.Web.Pages.Interventions;

public sealed class ChangeSessionModel(IMediator mediator) : SessionForm(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SessionSheet Sheet { get; private set; } = null!;

    public override string Back => $"/bijeenkomsten/{Id}";

    public override string Button => "Opslaan";

    /// <summary>Also who is on the roster and has finished since.</summary>
    public override IEnumerable<SelectListItem> People =>
        Sheet.Rows.Select(r => new SelectListItem(r.Participant.Label, r.Participant.ParticipationId.ToString()))
            .Concat(base.People.Where(p => Sheet.Rows.All(r => r.Participant.ParticipationId.ToString() != p.Value)));

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
        Input.BaseVersion = Sheet.Version;
        Input.Date = Sheet.On;
        Input.Time = Sheet.Time;
        Input.Participants = [.. Sheet.Rows.Select(r => r.Participant.ParticipationId)];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (await Save(new ChangeSession(Input.CommandId, Id, Input.BaseVersion, Input.Date ?? default, Input.Time ?? default, Input.Participants)) is not null)
        {
            Notice("De bijeenkomst is gewijzigd.");
            return Redirect(Back);
        }

        if (Conflict is not null)
            Input.BaseVersion = Sheet.Version;
        return Page();
    }

    private async Task Load()
    {
        Sheet = await Ask(new GetSession(Id));
        Intervention = Sheet.Intervention;
        var choices = await Ask(new GetSessionForm());
        if (choices.Interventions.Any(i => i.InterventionId == Sheet.InterventionId))
            Facts = await Ask(new GetSessionForm(Sheet.InterventionId));
    }
}
