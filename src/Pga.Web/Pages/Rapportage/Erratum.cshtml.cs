using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Rapportage;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>Writes a correction beside a frozen rapportage.</summary>
public sealed class ErratumModel(IMediator mediator) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string? Text { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public EditionView Edition { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Edition = await Ask(new GetEdition(Year));
        Input.CommandId = Guid.CreateVersion7();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new AddErratum(Input.CommandId, Year, Input.Text ?? "")) is null)
        {
            Edition = await Ask(new GetEdition(Year));
            return Page();
        }

        Notice("Het erratum staat bij de rapportage.");
        return Redirect($"/rapportage/{Year}");
    }
}
