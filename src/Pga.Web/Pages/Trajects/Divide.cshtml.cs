using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Trajects;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Trajects;

public sealed class DivideModel(IMediator mediator, Actor actor, TimeProvider clock) : PgaPage(mediator)
{
    private const string Chosen = "aangekruist";
    private const string Everything = "alles";
    private const string Propose = "voorstellen";
    private const string Assign = "toewijzen";

    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public string Which { get; set; } = Chosen;

        public List<Guid> TrajectIds { get; set; } = [];

        public List<Guid> To { get; set; } = [];

        public string? How { get; set; }

        public DateOnly? StartsOn { get; set; }

        public string? Note { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "rol")]
    public string Role { get; set; } = AssignmentRoles.Case;

    [BindProperty(SupportsGet = true, Name = "medewerker")]
    public Guid? Worker { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public Form Input { get; set; } = new();

    public TeamCaseList List { get; private set; } = null!;

    public IEnumerable<SelectListItem> Receivers { get; private set; } = [];

    public string? ChoiceError => ModelState.TryGetValue("Input.TrajectIds", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public bool MayAssign => actor.Can(Permission.AssignWorkers);

    public IEnumerable<Code> Roles => AssignmentRoles.Given.All.Where(r => AssignmentRoles.IsSingle(r.Key));

    public IEnumerable<SelectListItem> Which =>
        [new SelectListItem("Wat ik hieronder aankruis", Chosen), new SelectListItem($"Alle {List.Total} trajecten", Everything)];

    public IEnumerable<SelectListItem> Ways =>
        [new SelectListItem("Voorstellen: de collega neemt aan of niet", Propose), new SelectListItem("Meteen toewijzen", Assign)];

    public async Task OnGetAsync()
    {
        await Load();
        Input = new Form { CommandId = Guid.CreateVersion7(), StartsOn = clock.Today(), How = Worker is null ? Assign : Propose };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var all = Worker is not null && Input.Which == Everything;
        IReadOnlyList<Guid>? ids = all ? null : Input.TrajectIds;
        var directly = MayAssign && Input.How == Assign;
        ICommand command = directly
            ? new AssignCases(Input.CommandId, Role, Worker, ids, all, Input.To, Input.StartsOn)
            : new ProposeTransfer(Input.CommandId, Role, Worker, ids, all, Input.To, null, Input.StartsOn, Input.Note);
        if (await Do(command) is null)
        {
            FieldNames.Move(ModelState, "Input.ToStaffIds", "Input.To");
            FieldNames.Move(ModelState, "Input.From", "Input.StartsOn");
            FieldNames.Move(ModelState, "Input.Role", "Input.TrajectIds");
            await Load();
            return Page();
        }

        Notice(directly ? "De trajecten zijn verdeeld." : "De overdracht is voorgesteld. De ontvanger moet hem nog aannemen.");
        return Redirect("/team");
    }

    public string Link(string role, int page)
    {
        var values = new Dictionary<string, string?>
        {
            ["rol"] = role,
            ["medewerker"] = Worker?.ToString(),
            ["p"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return QueryHelpers.AddQueryString("/team/verdelen", values);
    }

    private async Task Load()
    {
        List = await Ask(new GetTeamCases(Role, Worker, PageNumber));
        Receivers = WorkerOptions.For(await Ask(new GetTeamWorkers()), Role).Where(o => o.Value != Worker?.ToString());
    }
}
