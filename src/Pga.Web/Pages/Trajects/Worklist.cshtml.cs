using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
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
    private const int PagesAround = 2;

    [BindProperty(SupportsGet = true, Name = "")]
    public WorklistAddress Input { get; set; } = new();

    /// <summary>The name to keep this filter under.</summary>
    [BindProperty]
    public SavedName Save { get; set; } = new();

    public IReadOnlyList<KeptFilterView> Kept { get; private set; } = [];

    public Worklist List { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public bool MayRefer => actor.Can(Permission.ReferClient);

    public bool MayLogContact => actor.Can(Permission.LogContact);

    public bool MayExport => actor.Can(Permission.ExportWorklist);

    /// <summary>The filter that is on is one of those that are kept.</summary>
    public bool IsKept => Kept.Any(k => WorklistAddress.Of(k.Filter) == Input with { PageNumber = 1 });

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

    public IEnumerable<SelectListItem> StateOptions => Options(TrajectStates.List).Where(o => !TrajectStates.IsOver(o.Value));

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
        Save.CommandId = Guid.CreateVersion7();
        await Load();
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (await Do(new SaveFilter(Save.CommandId, Save.Name ?? "", Input.Question), nameof(Save)) is null)
        {
            await Load();
            return Page();
        }

        Notice("Het filter is bewaard.");
        return Redirect(Link(Input with { PageNumber = 1 }));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid filter, Guid commandId)
    {
        await Do(new RemoveFilter(commandId, filter));
        Notice("Het filter is verwijderd.");
        return Redirect(Link(Input with { PageNumber = 1 }));
    }

    /// <summary>The address of this list with something else about it.</summary>
    public static string Link(WorklistAddress with) => with.Address("/caseload");

    private async Task Load()
    {
        List = await Ask(Input.Question);
        Kept = await Ask(new GetSavedFilters());
        if (actor.Can(Permission.ReferIntervention))
            Declined = await Ask(new GetReferralNews());
    }

    private static IEnumerable<SelectListItem> Options(CodeList list) => list.All.Select(c => new SelectListItem(c.Label, c.Key));

    public sealed class SavedName
    {
        public Guid CommandId { get; set; }

        public string? Name { get; set; }
    }
}
