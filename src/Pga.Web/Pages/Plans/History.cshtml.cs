using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Plans;

public sealed class HistoryModel(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public DossierIdentity Identity { get; private set; } = null!;

    public PlanHistory History { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Identity = await Ask(new GetIdentity(Id));
        History = await Ask(new GetPlanHistory(Id, PageNumber));
    }
}
