using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Interventions;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

/// <summary>Where a partner starts: what waits for an answer, this week's sessions, and who takes part.</summary>
public sealed class PartnerModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public PartnerDesk Desk { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public async Task OnGetAsync() => Desk = await Ask(new GetPartnerDesk(PageNumber));
}
