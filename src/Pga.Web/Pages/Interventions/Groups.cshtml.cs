using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Interventions;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Interventions;

/// <summary>The groups of interventions with places per group.</summary>
public sealed class GroupsModel(IMediator mediator) : PgaPage(mediator)
{
    public sealed class Form
    {
        public Guid? InterventionId { get; set; }

        public string? Name { get; set; }

        public DateOnly? Until { get; set; }
    }

    /// <summary>The group whose last day is being set.</summary>
    [BindProperty(SupportsGet = true, Name = "groep")]
    public Guid? Asked { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    [BindProperty]
    public Guid BaseVersion { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public GroupList List { get; private set; } = null!;

    public GroupLine? Changing => List.Groups.FirstOrDefault(g => g.Id == Asked);

    public IEnumerable<SelectListItem> Interventions => List.Interventions.Select(i => new SelectListItem($"{i.Name} ({i.Places} plekken per groep)", i.Id.ToString()));

    public async Task OnGetAsync()
    {
        await Load();
        CommandId = Guid.CreateVersion7();
        BaseVersion = Changing?.Version ?? default;
        Input.Until = Changing?.Until;
        Input.InterventionId = List.Interventions.Count == 1 ? List.Interventions[0].Id : null;
    }

    public async Task<IActionResult> OnPostAsync() => await Take(new MakeGroup(CommandId, Input.InterventionId ?? default, Input.Name ?? "", Input.Until), "De groep is gemaakt.");

    public async Task<IActionResult> OnPostEndAsync() => await Take(new EndGroup(CommandId, Asked ?? default, BaseVersion, Input.Until), "De laatste dag van de groep is opgeslagen.");

    private async Task<IActionResult> Take(Pga.Application.Pipeline.ICommand command, string notice)
    {
        if (await Do(command) is not null)
        {
            Notice(notice);
            return Redirect("/groepen");
        }

        await Load();
        if (Conflict is not null)
            BaseVersion = Changing?.Version ?? default;
        return Page();
    }

    private async Task Load() => List = await Ask(new GetGroups());
}
