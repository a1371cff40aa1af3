using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Catalogues;
using Pga.Domain.Catalogues;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Catalogues;

/// <summary>What the forms for a new entry and for one that is there have in common.</summary>
public abstract class EntryForm(IMediator mediator) : PgaPage(mediator)
{
    // In the order of the screen: the error summary follows it. Each catalogue shows its own.
    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Kind { get; set; }

        public string? Purpose { get; set; }

        public Guid? ProviderId { get; set; }

        public int? Places { get; set; }

        public bool PlacesPerGroup { get; set; }

        public int? Costs { get; set; }

        public string? Country { get; set; }

        public string? Subject { get; set; }

        public string? Body { get; set; }

        public DateOnly? ValidFrom { get; set; }

        public DateOnly? ValidUntil { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "soort")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public CatalogueAddress Address { get; private set; } = null!;

    public CatalogueEntryForm Facts { get; private set; } = null!;

    /// <summary>Then its last day can be filled in at once; later that is a step of its own.</summary>
    public bool IsNew => Facts.Entry is null;

    public IEnumerable<SelectListItem> Kinds => Intervention.Kinds.All.Select(k => new SelectListItem(k.Label, k.Key));

    public IEnumerable<SelectListItem> Countries => Institution.Countries.All.Select(c => new SelectListItem(c.Label, c.Key));

    public IEnumerable<SelectListItem> Providers => Facts.Providers.Select(p => new SelectListItem(p.Name, p.Id.ToString()));

    protected async Task Load(Guid? id)
    {
        Address = CatalogueAddress.Of(Slug);
        Facts = await Ask(new GetCatalogueEntry(Address.Key, id));
    }
}
