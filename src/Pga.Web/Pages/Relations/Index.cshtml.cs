using MediatR;
using Pga.Application.Access;

namespace Pga.Web.Pages.Relations;

public sealed class IndexModel(IMediator mediator, Actor actor) : RelationsPage(mediator, actor)
{
    public Task OnGetAsync() => Load();
}
