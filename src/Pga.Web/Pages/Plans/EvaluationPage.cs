using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Catalogues;
using Pga.Domain.Plans;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Plans;

/// <summary>The form for an evaluation, shared by the page that records one and the page that corrects one.</summary>
public abstract class EvaluationPage(IMediator mediator) : PgaPage(mediator)
{
    private const string Between = ", ";

    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public DateOnly? HeldOn { get; set; }

        public List<string> Present { get; set; } = [];

        public string? AlsoPresent { get; set; }

        public List<Judged> Judgements { get; set; } = [];

        public string? Reason { get; set; }
    }

    public sealed class Judged
    {
        public Guid GoalId { get; set; }

        public string? Status { get; set; }

        public string? Remark { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public EvaluationForm Facts { get; private set; } = null!;

    public bool Corrects => Facts.Evaluation is not null;

    public static IEnumerable<SelectListItem> Statuses => GoalStatuses.List.All.Select(s => new SelectListItem(
        s.Key switch
        {
            GoalStatuses.Open => $"{s.Label}: we gaan ermee door",
            GoalStatuses.Partly => $"{s.Label}: we gaan ermee door",
            _ => s.Label,
        },
        s.Key));

    public IEnumerable<SelectListItem> People => Facts.People.Select(p => new SelectListItem(p, p));

    public GoalToEvaluate GoalAt(int index) => Facts.Goals.First(g => g.Id == Input.Judgements[index].GoalId);

    /// <summary>All of its words, those of the client first.</summary>
    public static string Label(GoalToEvaluate goal) => $"{Leefgebieden.Label(goal.Leefgebied)}: {goal.ClientWords ?? goal.ProfessionalWords}";

    /// <summary>How the goal stood until now, and what was done for it.</summary>
    public static string Hint(GoalToEvaluate goal)
    {
        var actions = goal.Done + goal.Open;
        var words = goal.ClientWords is null || goal.ProfessionalWords is null ? "" : $"{goal.ProfessionalWords.TrimEnd('.')}. ";
        return $"{words}Tot nu toe: {GoalStatuses.List.Label(goal.Status).ToLowerInvariant()}. "
            + (actions == 0 ? "Er zijn geen acties." : $"{goal.Done} van {(actions == 1 ? "1 actie" : $"{actions} acties")} gedaan.");
    }

    protected string PresentText => string.Join(Between, Input.Present.Append(Input.AlsoPresent?.Trim() ?? "").Where(p => p.Length > 0));

    protected IReadOnlyList<GoalJudgement> Judgements => [.. Input.Judgements.Select(j => new GoalJudgement(j.GoalId, j.Status, j.Remark))];

    /// <summary>Each goal keeps the place in the form that it had when it was sent; what came since follows.</summary>
    protected async Task Load(Guid? evaluationId)
    {
        Identity = await Ask(new GetIdentity(Id));
        PlanPages.RefuseUnlessEditable(Identity);
        Facts = await Ask(new GetEvaluationForm(Id, evaluationId));
        foreach (var goal in Facts.Goals.Where(g => Input.Judgements.TrueForAll(j => j.GoalId != g.Id)))
            Input.Judgements.Add(new Judged { GoalId = goal.Id });
    }

    protected void Fill(RecordedEvaluation evaluation)
    {
        var present = evaluation.Present.Split(Between);
        Input.BaseVersion = evaluation.Version;
        Input.HeldOn = evaluation.HeldOn;
        Input.Present = [.. Facts.People.Where(present.Contains)];
        Input.AlsoPresent = string.Join(Between, present.Except(Facts.People));
        foreach (var judged in Input.Judgements)
        {
            var said = evaluation.Judgements.FirstOrDefault(j => j.GoalId == judged.GoalId);
            judged.Status = said?.Status;
            judged.Remark = said?.Remark;
        }
    }
}
