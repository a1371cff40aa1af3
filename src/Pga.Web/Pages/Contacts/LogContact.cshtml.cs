using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Contacts;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Web.Pages.Contacts;

public sealed class LogContactModel(IMediator mediator, TimeProvider clock) : ContactPage(mediator)
{
    private const int RoundToMinutes = 5;

    /// <summary>The kind, when the link to this page has chosen it.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? ChosenKind { get; set; }

    public string Title => AsksKind ? "Contact vastleggen" : $"{ContactCodes.Kinds.Label(ChosenKind!)} vastleggen";

    public async Task OnGetAsync()
    {
        await Show();
        // Rounded down: a time to come can't have an outcome.
        var now = Calendar.LocalTime(clock.UtcNow());
        Input.CommandId = Guid.CreateVersion7();
        Input.Kind = AsksKind ? null : ChosenKind;
        Input.Date = DateOnly.FromDateTime(now);
        Input.Time = new TimeOnly(now.Hour, now.Minute - (now.Minute % RoundToMinutes));
        Input.Outcome = ContactCodes.Held;
        Input.Present = [Facts.People[0]];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var changed = Input.Levels
            .Where(l => l.Value is not null && l.Value != Input.Was.GetValueOrDefault(l.Key))
            .ToDictionary(l => l.Key, l => l.Value!.Value);
        var id = await Save(new LogContact(
            Input.CommandId, Id, Input.Kind ?? "", Input.Date ?? default, Input.Time ?? default, Input.Outcome, Input.Report, PresentText,
            Input.Topics, Input.SafetyConcern, Input.NextStep, Input.NextStepDue, changed, Input.Place));
        if (id is null)
        {
            await Show();
            return Page();
        }

        Notice(Input.Outcome is null ? "Het contact is gepland." : "Het contact is vastgelegd.");
        return Redirect($"/dossiers/{Id}");
    }

    private async Task Show()
    {
        await Load(null);
        AsksKind = !ContactCodes.Kinds.Has(ChosenKind);
    }
}
