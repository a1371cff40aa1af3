using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Aanmeldingen;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Aanmeldingen;

public sealed class IndexModel(IMediator mediator) : PgaPage(mediator)
{
    public const string Address = "/aanmeldingen?blad=";

    [BindProperty(SupportsGet = true, Name = "blad")]
    public int PageNumber { get; set; } = 1;

    public MyAanmeldingen List { get; private set; } = null!;

    public async Task OnGetAsync() => List = await Ask(new GetMyAanmeldingen(PageNumber));
}
