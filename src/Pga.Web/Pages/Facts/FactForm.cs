using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Facts;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Facts;

/// <summary>The form about a fact, shared by the page that records one and the page that corrects one.</summary>
public abstract class FactForm(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public DateOnly? OccurredOn { get; set; }

        public string? Kind { get; set; }

        public string? Provenance { get; set; }

        public string? Organisation { get; set; }

        public string? Text { get; set; }

        public string? Reliability { get; set; }

        public DateOnly? KeepUntil { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public bool Corrects { get; protected set; }

    public static IEnumerable<SelectListItem> Kinds => FactCodes.Kinds.All.Select(k => new SelectListItem(k.Label, k.Key));

    public static IEnumerable<SelectListItem> Reliabilities =>
        [.. FactCodes.Reliabilities.All.Select(r => new SelectListItem(r.Label, r.Key)), new SelectListItem("Niet bekend", "")];

    /// <summary>Those of police and justice are offered to who may see them.</summary>
    public IEnumerable<SelectListItem> Provenances =>
        FactCodes.Provenances.All.Where(p => Identity.SeesJustice || !FactCodes.IsJustice(p.Key)).Select(p => new SelectListItem(p.Label, p.Key));

    protected string Here => $"/dossiers/{Id}/signalen";

    protected async Task LoadToEdit()
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite || !actor.Can(Permission.RecordFact))
            throw new Forbidden("U mag de signalen van dit dossier lezen, maar niet wijzigen.");
    }
}
