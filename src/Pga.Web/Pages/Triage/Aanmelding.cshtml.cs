using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Aanmeldingen;
using Pga.Application.Triage;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Triage;

public sealed class AanmeldingModel(IMediator mediator) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? Feedback { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public AanmeldingView Sent { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Sent = await Ask(new GetAanmelding(Id));
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new DismissAanmelding(Input.CommandId, Id, Input.Feedback)) is null)
        {
            Sent = await Ask(new GetAanmelding(Id));
            return Page();
        }

        Notice("De aanmelding is beantwoord. De partner leest uw antwoord op de eigen pagina.");
        return Redirect($"/triage?lijst={TriageLists.Partners}");
    }
}
