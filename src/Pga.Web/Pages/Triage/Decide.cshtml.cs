using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Triage;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Web.Pages.Triage;

public sealed class DecideModel(IMediator mediator, Actor actor, TimeProvider clock) : TriagePage(mediator)
{
    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public List<string> Criteria { get; set; } = [];

        public string? Outcome { get; set; }

        public string? Motivation { get; set; }

        public DateOnly? DecidedOn { get; set; }

        public string? Deciders { get; set; }

        public DateOnly? StartedOn { get; set; }

        public Guid? CaseWorkerId { get; set; }

        public Guid? ProcessWorkerId { get; set; }

        public string? Organisation { get; set; }

        public string? What { get; set; }

        public string? SharingGround { get; set; }

        public string? FeedbackVia { get; set; }

        public string? Feedback { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    private TeamWorkers Team { get; set; } = null!;

    public string CaseLabel => Identity.Programme == Programmes.Rio ? "RIO" : "Casusregie";

    public IEnumerable<SelectListItem> CaseWorkers => Options(Identity.Programme == Programmes.Rio ? Team.Rios : Team.Experts);

    public IEnumerable<SelectListItem> ProcessWorkers => Options(Team.Process);

    public async Task OnGetAsync()
    {
        await Open();
        var now = Intake.Current;
        Input = new Form
        {
            CommandId = Guid.CreateVersion7(),
            BaseVersion = Intake.Version,
            Criteria = [.. now?.Criteria ?? []],
            Outcome = now?.Outcome,
            Motivation = now?.Motivation,
            DecidedOn = now?.DecidedOn ?? clock.Today(),
            Deciders = now?.Deciders ?? actor.Name,
            CaseWorkerId = WorkerWith(CaseRole),
            ProcessWorkerId = WorkerWith(AssignmentRoles.Process),
            Organisation = now?.Organisation,
            FeedbackVia = now?.FeedbackVia,
            Feedback = now?.Feedback,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Open();
        var command = new DecideTriage(
            Input.CommandId, Id, Input.BaseVersion, Input.Outcome, Input.Criteria, Input.Motivation, Input.Deciders, Input.DecidedOn, Input.Organisation, Input.What,
            Input.SharingGround, Input.StartedOn, Input.CaseWorkerId, Input.ProcessWorkerId, Input.FeedbackVia, Input.Feedback, Input.Reason);
        if (await Do(command) is null)
        {
            // Having seen what the other decided, the user decides on top of it.
            if (Conflict is not null)
                Input.BaseVersion = Conflict.CurrentVersion;
            return Page();
        }

        Notice(Input is { Outcome: TriageOutcomes.Accepted, StartedOn: not null } ? "Het besluit is vastgelegd. Het traject is gestart." : "Het besluit is vastgelegd.");
        return Redirect(Part);
    }

    private async Task Open()
    {
        await Load(i => i.MayDecide);
        Team = await Ask(new GetTeamWorkers());
    }
}
