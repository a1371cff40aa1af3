using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Spreekuren;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Spreekuren;

/// <summary>The RIO's own spreekuren, and a form for a new one.</summary>
public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid? InstitutionId { get; set; }

        public DateOnly? Date { get; set; }

        public TimeOnly? Time { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public SpreekuurPage Found { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Institutions { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public async Task OnGetAsync()
    {
        Input = new Form { CommandId = Guid.CreateVersion7(), Date = Today };
        await Show();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Do(new OpenSpreekuur(Input.CommandId, Input.InstitutionId ?? Guid.Empty, Input.Date, Input.Time)) is { } id)
            return Redirect($"/spreekuren/{id}");
        await Show();
        return Page();
    }

    private async Task Show()
    {
        Found = await Ask(new GetSpreekuren(PageNumber));
        var abroad = new SelectListGroup { Name = "Buitenland" };
        Institutions =
        [
            .. (await Ask(new GetOpenInstitutions())).OrderBy(i => i.Country == "NL" ? 0 : 1)
                .Select(i => new SelectListItem(i.Name, i.Id.ToString()) { Group = i.Country == "NL" ? null : abroad }),
        ];
    }
}
