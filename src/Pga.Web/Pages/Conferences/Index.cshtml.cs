using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Conferences;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Conferences;

public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int PageNumber { get; set; } = 1;

    public ConferenceList List { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public async Task OnGetAsync() => List = await Ask(new GetConferences(PageNumber));
}
