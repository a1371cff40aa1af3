using MediatR;
using Pga.Application.DataSharings;
using Pga.Application.Triage;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Web.Pages.Triage;

public sealed class IntakeModel(IMediator mediator, TimeProvider clock) : TriagePage(mediator)
{
    public IReadOnlyList<DataSharingLine> Sharings { get; private set; } = [];

    public IReadOnlyList<IntakeDecision> Earlier => [.. Intake.Decisions.Where(d => !d.IsCurrent)];

    public bool ReviewDue => !TrajectStates.IsOver(Identity.State) && Intake.IsReviewDue(clock.Today());

    public async Task OnGetAsync()
    {
        await Load(_ => true);
        Sharings = await Ask(new GetDataSharings(Id));
    }
}
