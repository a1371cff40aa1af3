using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Interventions;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

/// <summary>The sessions of a partner, or those that a member of the team planned.</summary>
public sealed class SessionsModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public SessionList List { get; private set; } = null!;

    public bool IsPartner => actor.Can(Permission.AnswerReferral);

    public async Task OnGetAsync() => List = await Ask(new GetSessions(PageNumber));
}
