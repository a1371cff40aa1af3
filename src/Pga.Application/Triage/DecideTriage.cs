using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.DataSharings;
using Pga.Domain.Trajects;

namespace Pga.Application.Triage;

/// <summary>
/// Records what the triage decided on an aanmelding, or corrects an earlier decision. Who is accepted can start at once;
/// who is redirected or scaled up, and what the referrer is told, is recorded as data shared. Answers the decision's id.
/// </summary>
/// <param name="BaseVersion">Version of the traject that the coordinator had before them.</param>
/// <param name="Outcome">One of <see cref="TriageOutcomes"/>.</param>
/// <param name="Criteria">Codes of <see cref="TriageCriteria"/>.</param>
/// <param name="Deciders">Names of who decided.</param>
/// <param name="Organisation">Where the person is redirected to.</param>
/// <param name="What">Which data are shared, when redirecting or scaling up.</param>
/// <param name="SharingGround">Why these may be shared.</param>
/// <param name="StartedOn">Of who is accepted; null when it starts later.</param>
/// <param name="FeedbackVia">One of <see cref="FeedbackWays.Own"/>; a partner with an account always reads it there.</param>
/// <param name="Reason">Why an earlier decision is replaced.</param>
[Requires(Permission.DecideTriage)]
public sealed record DecideTriage(
    Guid CommandId,
    Guid TrajectId,
    Guid BaseVersion,
    string? Outcome,
    IReadOnlyList<string>? Criteria,
    string? Motivation,
    string? Deciders,
    DateOnly? DecidedOn,
    string? Organisation,
    string? What,
    string? SharingGround,
    DateOnly? StartedOn,
    Guid? CaseWorkerId,
    Guid? ProcessWorkerId,
    string? FeedbackVia,
    string? Feedback,
    string? Reason) : ICommand, IAboutTraject;

internal sealed class DecideTriageValidator : AbstractValidator<DecideTriage>
{
    public DecideTriageValidator()
    {
        RuleFor(c => c.Outcome).Must(TriageOutcomes.List.Has).WithErrorCode("triage.outcome").WithMessage("Kies een besluit.");
        RuleFor(c => c.Criteria).NotEmpty().When(c => c.Outcome == TriageOutcomes.Accepted).WithErrorCode("triage.no-criterion").WithMessage(TriageDecision.NoCriterion);
        RuleFor(c => c.Motivation).NotEmpty().WithMessage("Schrijf op waarom dit het besluit is.");
        RuleFor(c => c.Motivation).MaximumLength(TriageDecision.MaxMotivation).WithMessage($"Gebruik hoogstens {TriageDecision.MaxMotivation} tekens.");
        RuleFor(c => c.Deciders).NotEmpty().WithMessage("Vul in wie het besluit namen.");
        RuleFor(c => c.Deciders).MaximumLength(TriageDecision.MaxDeciders).WithMessage($"Gebruik hoogstens {TriageDecision.MaxDeciders} tekens.");
        RuleFor(c => c.DecidedOn).NotNull().WithMessage("Vul de datum van het besluit in.");
        RuleFor(c => c.Organisation).MaximumLength(DataSharing.MaxRecipient).WithMessage($"Gebruik hoogstens {DataSharing.MaxRecipient} tekens.");
        RuleFor(c => c.What).MaximumLength(DataSharing.MaxText).WithMessage($"Gebruik hoogstens {DataSharing.MaxText} tekens.");
        RuleFor(c => c.SharingGround).MaximumLength(DataSharing.MaxText).WithMessage($"Gebruik hoogstens {DataSharing.MaxText} tekens.");
        RuleFor(c => c.Feedback).MaximumLength(TriageDecision.MaxFeedback).WithMessage($"Gebruik hoogstens {TriageDecision.MaxFeedback} tekens.");
        RuleFor(c => c.Reason).MaximumLength(TriageDecision.MaxReason).WithMessage($"Gebruik hoogstens {TriageDecision.MaxReason} tekens.");
    }
}

internal sealed class DecideTriageHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<DecideTriage, Guid>
{
    public const string FeedbackWhat = "De uitkomst van de triage";
    public const string FeedbackGround = "Terugkoppeling aan wie de persoon aanmeldde: alleen de uitkomst.";

    public async Task<Guid> Handle(DecideTriage c, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var today = clock.Today();
        var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == c.TrajectId, ct);
        var earlier = await db.CurrentDecisions().SingleOrDefaultAsync(d => d.TrajectId == c.TrajectId, ct);
        if (traject.Version != c.BaseVersion)
            throw new Conflict(traject.Version, [.. Compare(traject, earlier, c).Where(v => v.Theirs != v.Yours)]);
        var aanmelding = await db.Aanmeldingen.SingleOrDefaultAsync(a => a.TrajectId == c.TrajectId, ct);
        var decision = new TriageDecision(c.CommandId, traject, Verdict(c, aanmelding), actor.StaffId, clock.UtcNow());
        traject.Take(decision, earlier, today);
        if (earlier is not null)
            decision.Replace(earlier, c.Reason);
        if (decision.Outcome == TriageOutcomes.Accepted && traject.StartedOn is null)
            await Accept(traject, c, today, ct);
        await Share(traject, decision, earlier, c, today, ct);
        if (decision.Feedback is { } feedback)
            Tell(traject, aanmelding, decision, feedback, today);
        db.TriageDecisions.Add(decision);
        return decision.Id;
    }

    private static TriageVerdict Verdict(DecideTriage c, Aanmelding? aanmelding)
    {
        var via = aanmelding is null ? c.FeedbackVia : FeedbackWays.Page;
        RuleBroken.Unless(FeedbackWays.List.Has(via) && (aanmelding is null) == (via != FeedbackWays.Page), "triage.feedback-via", "FeedbackVia",
            "Kies hoe de aanmelder het besluit hoort.");
        RuleBroken.Unless(via != FeedbackWays.Page || !string.IsNullOrWhiteSpace(c.Feedback), "triage.feedback", "Feedback",
            "Schrijf op wat de aanmelder te lezen krijgt.");
        return new TriageVerdict(c.Outcome!, [.. c.Criteria ?? []], c.Motivation!, c.Deciders!, c.DecidedOn!.Value, c.Organisation, via!, c.Feedback);
    }

    private async Task Accept(Traject traject, DecideTriage c, DateOnly today, CancellationToken ct)
    {
        if (c.StartedOn is { } start)
        {
            RuleBroken.Unless(start >= c.DecidedOn, "triage.start-before-decision", "StartedOn", "De startdatum ligt vóór het besluit. Kies een latere datum.");
            traject.Start(start, today);
        }

        await new GiveWork(db, actor).To(traject, c.CaseWorkerId, c.ProcessWorkerId, c.StartedOn ?? today, required: c.StartedOn is not null, ct);
    }

    /// <summary>What went to another organisation is recorded once, also when the decision's text is corrected later.</summary>
    private async Task Share(Traject traject, TriageDecision decision, TriageDecision? earlier, DecideTriage c, DateOnly today, CancellationToken ct)
    {
        if (earlier is { Outcome: TriageOutcomes.ScaledUp } && decision.Outcome != TriageOutcomes.ScaledUp)
        {
            foreach (var sharing in await db.DataSharings.Where(s => s.TrajectId == traject.Id && s.Kind == SharingKinds.ScaleUp && s.Until == null).ToListAsync(ct))
                sharing.EndOn(today);
        }

        if (decision.Outcome == TriageOutcomes.Redirected && earlier?.Organisation != decision.Organisation)
            db.DataSharings.Add(New(traject, decision.Organisation!, c.What ?? "", c.SharingGround ?? "", decision.DecidedOn, SharingKinds.Redirect));
        if (decision.Outcome == TriageOutcomes.ScaledUp && earlier?.Outcome != TriageOutcomes.ScaledUp)
            db.DataSharings.Add(New(traject, TriageFacts.Zvh, c.What ?? "", c.SharingGround ?? "", decision.DecidedOn, SharingKinds.ScaleUp));
    }

    private void Tell(Traject traject, Aanmelding? aanmelding, TriageDecision decision, string feedback, DateOnly today)
    {
        aanmelding?.Answer(decision.Outcome, feedback, today);
        if (decision.FeedbackVia != FeedbackWays.None && (aanmelding?.Organisation ?? traject.ReferredBy) is { } referrer)
            db.DataSharings.Add(New(traject, referrer, FeedbackWhat, FeedbackGround, today, SharingKinds.Feedback));
    }

    private DataSharing New(Traject traject, string recipient, string what, string ground, DateOnly on, string kind) =>
        new(Guid.CreateVersion7(), traject.Id, traject.ClientId, recipient, what, ground, on, actor.StaffId!.Value, kind);

    private static IEnumerable<ConflictingValue> Compare(Traject now, TriageDecision? decided, DecideTriage c)
    {
        yield return new("Outcome", "Besluit", decided is null ? null : TriageOutcomes.List.Label(decided.Outcome), c.Outcome is null ? null : TriageOutcomes.List.Label(c.Outcome));
        yield return new("Motivation", "Motivering", decided?.Motivation, c.Motivation);
        yield return new("DecidedOn", "Datum van het besluit", Text(decided?.DecidedOn), Text(c.DecidedOn));
        yield return new("StartedOn", "Startdatum", Text(now.StartedOn), Text(c.StartedOn));
    }

    private static string? Text(DateOnly? date) => date?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
