using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Application.Relations;
using Pga.Application.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Relations;

/// <summary>What the pages about relatives of one client share.</summary>
public abstract class RelationsPage(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DossierIdentity Identity { get; private set; } = null!;

    public Relatives Relatives { get; private set; } = null!;

    public bool MayEdit => Identity.MayWrite && actor.Can(Permission.EditRelations);

    protected string Here => $"/dossiers/{Id}/relaties";

    protected async Task Load()
    {
        Identity = await Ask(new GetIdentity(Id));
        Relatives = await Ask(new GetRelations(Id));
    }

    /// <summary>For a form.</summary>
    protected async Task LoadToEdit()
    {
        await Load();
        if (!MayEdit)
            throw new Forbidden("U mag de relaties van dit dossier lezen, maar niet wijzigen.");
    }

    protected Relative Relative(Guid relationId) =>
        Relatives.Current.Concat(Relatives.Ended).SingleOrDefault(r => r.Id == relationId) ?? throw new NotFound();

    protected LinkedClient Link(Guid linkId) =>
        Relatives.Current.SelectMany(r => r.Clients).Concat(Relatives.FromOthers).SingleOrDefault(l => l.LinkId == linkId) ?? throw new NotFound();
}
