using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Relations;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Relations;

public sealed class FamilyModel(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DossierIdentity Identity { get; private set; } = null!;

    public Family Family { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Identity = await Ask(new GetIdentity(Id));
        Family = await Ask(new GetFamily(Id));
    }
}
