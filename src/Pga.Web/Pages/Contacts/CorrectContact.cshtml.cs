using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Contacts;
using Pga.Domain.Contacts;

namespace Pga.Web.Pages.Contacts;

public sealed class CorrectContactModel(IMediator mediator) : ContactPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid ContactId { get; set; }

    public string Title => AsksReason ? $"{ContactCodes.Kinds.Label(Facts.Contact!.Kind)} wijzigen" : $"{ContactCodes.Kinds.Label(Facts.Contact!.Kind)} vastleggen";

    public async Task OnGetAsync()
    {
        await Show();
        Fill(Facts.Contact!);
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Save(new CorrectContact(
            Input.CommandId, Id, ContactId, Input.BaseVersion, Input.Kind ?? "", Input.Date ?? default, Input.Time ?? default, Input.Outcome, Input.Report,
            PresentText, Input.Topics, Input.SafetyConcern, Input.NextStep, Input.NextStepDue, Input.Reason, Input.Place));
        if (id is null)
        {
            await Show();
            // Saving again goes on top of the version that is shown beside it now.
            if (Conflict is not null)
                Input.BaseVersion = Facts.Contact!.Version;
            return Page();
        }

        Notice("Het contact is gewijzigd.");
        return Redirect($"/dossiers/{Id}");
    }

    private async Task Show()
    {
        await Load(ContactId);
        AsksKind = true;
    }
}
