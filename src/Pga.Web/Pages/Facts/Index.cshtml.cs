using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Facts;
using Pga.Application.Trajects;
using Pga.Domain.Facts;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Facts;

public sealed class IndexModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "herkomst")]
    public string? Provenance { get; set; }

    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int PageNumber { get; set; } = 1;

    public DossierIdentity Identity { get; private set; } = null!;

    public FactList List { get; private set; } = null!;

    public bool MayEdit => Identity.MayWrite && actor.Can(Permission.RecordFact);

    public async Task OnGetAsync()
    {
        Identity = await Ask(new GetIdentity(Id));
        List = await Ask(new GetFacts(Id, FactCodes.Provenances.Has(Provenance) ? Provenance : null, PageNumber));
        // An address from elsewhere with a provenance that isn't offered to this actor shows them all and names nothing.
        if (Provenance is not null && List.Counts.All(count => count.Provenance != Provenance))
        {
            Provenance = null;
            List = await Ask(new GetFacts(Id, null, PageNumber));
        }
    }

    public static string IconOf(FactRow row) => row.Kind == FactCodes.Positive ? "goed" : FactCodes.IsJustice(row.Provenance) ? "schild" : "info";
}
