using MediatR;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class TeamModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    public DossierIdentity Identity { get; private set; } = null!;

    public TrajectTeam Team { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public async Task OnGetAsync(Guid id)
    {
        Identity = await Ask(new GetIdentity(id));
        Team = await Ask(new GetTrajectTeam(id));
    }
}
