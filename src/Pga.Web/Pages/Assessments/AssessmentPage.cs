using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Assessments;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Assessments;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Assessments;

/// <summary>The form for an assessment, shared by the page that records one and the page that corrects one.</summary>
public abstract class AssessmentPage(IMediator mediator) : PgaPage(mediator)
{
    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Moment { get; set; }

        public DateOnly? MeasuredOn { get; set; }

        public Dictionary<string, int?> Levels { get; set; } = [];

        public Dictionary<string, string?> Conditions { get; set; } = [];

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public AssessmentForm Facts { get; private set; } = null!;

    public bool Corrects => Facts.Assessment is not null;

    public static IEnumerable<SelectListItem> MomentOptions => Moments.List.All.Select(m => new SelectListItem(m.Label, m.Key));

    protected Dictionary<string, int> Levels => Input.Levels.Where(l => l.Value is not null).ToDictionary(l => l.Key, l => l.Value!.Value);

    protected Dictionary<string, string> Conditions => Input.Conditions.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!);

    protected async Task Load(Guid? assessmentId)
    {
        Identity = await Ask(new GetIdentity(Id));
        if (!Identity.MayWrite)
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
        Facts = await Ask(new GetAssessmentForm(Id, assessmentId));
        foreach (var level in Facts.Levels)
            Input.Levels.TryAdd(level.Leefgebied, null);
        foreach (var condition in Facts.Conditions)
            Input.Conditions.TryAdd(condition.Condition, null);
    }
}
