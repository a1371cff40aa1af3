using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Pga.Application.Access;
using Pga.Application.Interventions;
using Pga.Application.Trajects;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class WorklistModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    /// <summary>What the address says, in Dutch; codes only, nothing about a person.</summary>
    public sealed record Filter
    {
        [FromQuery(Name = "wijk")]
        public string? Wijk { get; set; }

        [FromQuery(Name = "leef")]
        public string? Leefgebied { get; set; }

        [FromQuery(Name = "status")]
        public string? State { get; set; }

        [FromQuery(Name = "aandacht")]
        public string? Attention { get; set; }

        [FromQuery(Name = "sorteer")]
        public string? Sort { get; set; }

        [FromQuery(Name = "team")]
        public bool Team { get; set; }

        [FromQuery(Name = "p")]
        public int PageNumber { get; set; } = 1;
    }

    private const int PagesAround = 2;

    [BindProperty(SupportsGet = true, Name = "")]
    public Filter Input { get; set; } = new();

    public Worklist List { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public bool MayRefer => actor.Can(Permission.ReferClient);

    public bool MayLogContact => actor.Can(Permission.LogContact);

    public bool IsFiltered => Input is not { Wijk: null, Leefgebied: null, State: null, Attention: null };

    /// <summary>What the list is sorted by, to finish a sentence with.</summary>
    public string Order => Input.Sort switch
    {
        WorklistSorts.Name => "naam",
        WorklistSorts.Contact => "laatste contact",
        _ => "datum van de volgende stap",
    };

    public IEnumerable<SelectListItem> WijkOptions => Options(Wijken.List);

    public IEnumerable<SelectListItem> LeefgebiedOptions =>
        (actor.Is(StaffRoles.PgaExpert) || actor.Is(StaffRoles.Coordinator) ? Options(Leefgebieden.Pga2024) : [])
        .Concat(actor.Is(StaffRoles.PgaExpert) && !actor.Is(StaffRoles.Rio) ? [] : Options(Leefgebieden.Rio2024));

    public IEnumerable<SelectListItem> StateOptions => Options(TrajectStates.List).Where(o => o.Value != TrajectStates.Ended);

    /// <summary>First and last page, and those around the one shown; null where some are left out.</summary>
    public IEnumerable<int?> PageNumbers()
    {
        var former = 0;
        foreach (var number in Enumerable.Range(1, List.Pages).Where(n => n == 1 || n == List.Pages || Math.Abs(n - List.Page) <= PagesAround))
        {
            if (number > former + 1)
                yield return null;
            yield return former = number;
        }
    }

    /// <summary>The actor's own referrals that were declined lately.</summary>
    public IReadOnlyList<DeclinedReferral> Declined { get; private set; } = [];

    public async Task OnGetAsync()
    {
        List = await Ask(new GetWorklist(Input.Wijk, Input.Leefgebied, Input.State, Input.Attention, Input.Sort, Input.Team, Input.PageNumber));
        if (actor.Can(Permission.ReferIntervention))
            Declined = await Ask(new GetReferralNews());
    }

    /// <summary>The address of this list with something else about it.</summary>
    public string Link(Filter with)
    {
        var values = new Dictionary<string, string?>
        {
            ["wijk"] = with.Wijk,
            ["leef"] = with.Leefgebied,
            ["status"] = with.State,
            ["aandacht"] = with.Attention,
            ["sorteer"] = with.Sort,
            ["team"] = with.Team ? "true" : null,
            ["p"] = with.PageNumber > 1 ? with.PageNumber.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        };
        return QueryHelpers.AddQueryString("/caseload", values);
    }

    private static IEnumerable<SelectListItem> Options(CodeList list) => list.All.Select(c => new SelectListItem(c.Label, c.Key));
}
