using MediatR;
using Pga.Application.Catalogues;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Catalogues;

/// <summary>Where the administrator starts.</summary>
public sealed class IndexModel(IMediator mediator) : PgaPage(mediator)
{
    public CatalogueOverview Overview { get; private set; } = null!;

    public async Task OnGetAsync() => Overview = await Ask(new GetCatalogues());
}
