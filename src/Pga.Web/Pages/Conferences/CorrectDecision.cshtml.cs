using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;

namespace Pga.Web.Pages.Conferences;

public sealed class CorrectDecisionModel(IMediator mediator) : CorrectionPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid DecisionId { get; set; }

    /// <summary>The case in which it was decided.</summary>
    [BindProperty(SupportsGet = true, Name = "casus")]
    public Guid CaseId { get; set; }

    public async Task OnGetAsync()
    {
        await Load(CaseId);
        var decision = Discussion.Decisions.SingleOrDefault(d => d.Id == DecisionId) ?? throw new NotFound();
        Input = new Form { CommandId = Guid.CreateVersion7(), BaseVersion = decision.Version, Text = decision.Text };
    }

    public Task<IActionResult> OnPostAsync() =>
        Correct(new CorrectDecision(Input.CommandId, Id, DecisionId, Input.BaseVersion, Input.Text, Input.Reason), CaseId, "Het besluit is verbeterd.");
}
