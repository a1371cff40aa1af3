using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Conferences;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

public sealed class PrintModel(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    public DossierIdentity Identity { get; private set; } = null!;

    public Discussion Discussion { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Identity = await Ask(new GetIdentity(Id));
        Discussion = (await Ask(new GetDiscussions(Id, CaseId))).Discussions.Single();
    }
}
