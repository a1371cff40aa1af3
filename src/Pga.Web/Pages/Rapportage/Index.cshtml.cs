using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Rapportage;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Rapportage;

/// <summary>The rapportage of one year, as a manager reads it.</summary>
public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    private const int YearsToChoose = 10;

    public Report Report { get; private set; } = null!;

    /// <summary>This year and the ones before, the latest first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(0, YearsToChoose).Select(back => clock.Today().Year - back);

    /// <param name="year">From the path.</param>
    /// <param name="chosen">From the form, which leads to the path.</param>
    public async Task<IActionResult> OnGetAsync(int? year, [FromQuery(Name = "jaar")] int? chosen)
    {
        if (chosen is not null)
            return Redirect($"/rapportage/{chosen}");
        // The last year that is over says most.
        Report = await Ask(new GetReport(year ?? clock.Today().Year - 1));
        return Page();
    }
}
