using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Application.Triage;
using Pga.Domain.Common;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Triage;

/// <summary>A form about how a traject came in: each shows whose it is, and goes back to the part <c>aanmelding</c>.</summary>
public abstract class TriagePage(IMediator mediator) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DossierIdentity Identity { get; private set; } = null!;

    public Intake Intake { get; private set; } = null!;

    protected string Part => $"/dossiers/{Id}/aanmelding";

    public static IEnumerable<SelectListItem> Options(IEnumerable<Code> codes) => codes.Select(c => new SelectListItem(c.Label, c.Key));

    public static IEnumerable<SelectListItem> Options(IEnumerable<TeamWorker> workers) => workers.Select(w => new SelectListItem(w.Name, w.Id.ToString()));

    /// <param name="may">What this actor must be allowed, or the page isn't there for them.</param>
    protected async Task Load(Func<Intake, bool> may)
    {
        Identity = await Ask(new GetIdentity(Id));
        Intake = await Ask(new GetIntake(Id));
        if (!may(Intake))
            throw new Forbidden("U kunt dit bij dit traject (nu) niet doen. Kijk bij de aanmelding wat er is besloten.");
    }

    protected Guid? WorkerWith(string role) => Identity.Workers.Where(w => w.Role == role).Select(w => (Guid?)w.StaffId).FirstOrDefault();

    protected string CaseRole => Identity.Programme == Programmes.Rio ? AssignmentRoles.Rio : AssignmentRoles.Case;
}
