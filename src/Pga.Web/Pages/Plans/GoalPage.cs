using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Trajects;
using Pga.Domain.Catalogues;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Plans;

/// <summary>The form for a goal, shared by the page that adds one and the page that changes one.</summary>
public abstract class GoalPage(IMediator mediator) : PgaPage(mediator)
{
    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Leefgebied { get; set; }

        public string? ClientWords { get; set; }

        public string? ProfessionalWords { get; set; }

        public DateOnly? TargetOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public abstract bool Changes { get; }

    public IEnumerable<SelectListItem> Areas => Leefgebieden.Of(Identity.Programme).All.Select(l => new SelectListItem(l.Label, l.Key));

    protected async Task LoadIdentity()
    {
        Identity = await Ask(new GetIdentity(Id));
        PlanPages.RefuseUnlessEditable(Identity);
    }
}
