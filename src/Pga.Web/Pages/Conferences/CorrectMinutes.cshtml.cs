using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Conferences;

namespace Pga.Web.Pages.Conferences;

public sealed class CorrectMinutesModel(IMediator mediator) : CorrectionPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    public async Task OnGetAsync()
    {
        await Load(CaseId);
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = Discussion.MinutesVersion, Text = Discussion.Minutes };
    }

    public Task<IActionResult> OnPostAsync() =>
        Correct(new CorrectMinutes(Input.CommandId, Id, CaseId, Input.BaseVersion, Input.Text, Input.Reason), CaseId, "Het verslag is verbeterd.");
}
