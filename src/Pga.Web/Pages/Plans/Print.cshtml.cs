using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Plans;

public sealed class PrintModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DossierIdentity Identity { get; private set; } = null!;

    public PlanView Plan { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    /// <summary>The client, who guides them, and room for one more.</summary>
    public IEnumerable<string> Signers =>
        [Identity.Name, Identity.Workers.FirstOrDefault(w => w.Role != AssignmentRoles.Process)?.Name ?? "Begeleider", "Ouder of naaste, als dat nodig is"];

    public async Task OnGetAsync()
    {
        Identity = await Ask(new GetIdentity(Id));
        Plan = await Ask(new GetPlan(Id));
    }
}
