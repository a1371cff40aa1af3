using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Common;
using Pga.Domain.Plans;
using Pga.Domain.Relations;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>One traject on one page: whose it is, the leefgebieden over time, what happened, what comes next, who is involved.</summary>
/// <param name="All">The whole timeline instead of its latest <see cref="Dossier.ShortTimeline"/> entries.</param>
[Requires(Permission.ViewDossier)]
public sealed record GetDossier(Guid TrajectId, bool All = false) : IQuery<Dossier>, IAboutTraject;

/// <param name="Identity">The same as above every page about the traject.</param>
/// <param name="Assessments">Current ones, oldest first.</param>
/// <param name="Conditions">Current ones, oldest first; only for a <c>rio</c> traject.</param>
/// <param name="HasMore">The timeline goes on.</param>
/// <param name="NextSteps">Soonest first; empty once the traject has ended.</param>
/// <param name="Detention">Where the client is held now; only for who may know.</param>
/// <param name="HidesJustice">There are facts of justice that the actor doesn't see.</param>
/// <param name="Plan">Null when there is no plan van aanpak.</param>
public sealed record Dossier(
    DossierIdentity Identity,
    DossierGround Ground,
    IReadOnlyList<DossierAssessment> Assessments,
    IReadOnlyList<DossierConditions> Conditions,
    IReadOnlyList<TimelineEntry> Timeline,
    bool HasMore,
    IReadOnlyList<NextStep> NextSteps,
    IReadOnlyList<DossierPartner> Partners,
    IReadOnlyList<DossierParticipation> Participations,
    IReadOnlyList<DossierRelation> Relations,
    DossierDetention? Detention,
    bool HidesJustice,
    DossierPlan? Plan) : IRevealsClient
{
    public const int ShortTimeline = 15;

    /// <summary>When somebody was last spoken to, and the attempts since.</summary>
    public required ContactStanding Contact { get; init; }

    Guid IRevealsClient.ClientId => Identity.ClientId;

    Guid? IRevealsClient.TrajectId => Identity.TrajectId;
}

/// <summary>Why this file exists and until when.</summary>
/// <param name="Number">Number of the traject.</param>
/// <param name="Informed">One of <see cref="Traject.InformedCodes"/>.</param>
public sealed record DossierGround
{
    /// <summary>Years that a dossier is kept after the end of the traject.</summary>
    public const int RetentionYears = 5;

    public required string Number { get; init; }

    public required DateOnly ReferredOn { get; init; }

    public required string? ReferredBy { get; init; }

    public required string? Ground { get; init; }

    public required string? Purpose { get; init; }

    public required string? Informed { get; init; }

    public required string? InformedNote { get; init; }

    public required DateOnly? InformedReviewOn { get; init; }

    public required DateOnly? StartedOn { get; init; }

    /// <summary>Also of an end that is only proposed.</summary>
    public required DateOnly? EndedOn { get; init; }

    public required string? EndReason { get; init; }

    public required bool Confirmed { get; init; }

    /// <summary>Null while the traject runs.</summary>
    public DateOnly? KeepUntil => Confirmed ? EndedOn?.AddYears(RetentionYears) : null;
}

/// <param name="Levels">By leefgebied; what wasn't assessed is absent.</param>
public sealed record DossierAssessment(Guid Id, DateOnly MeasuredOn, string Moment, string? By, IReadOnlyDictionary<string, int> Levels);

/// <param name="Statuses">By basisvoorwaarde.</param>
public sealed record DossierConditions(DateOnly MeasuredOn, string Moment, IReadOnlyDictionary<string, string> Statuses);

public sealed record DossierPartner(string Name, DateOnly From, DateOnly? Until);

/// <param name="Result">One of <see cref="Domain.Interventions.Participation.Endings"/>.</param>
public sealed record DossierParticipation(string Name, DateOnly ReferredOn, DateOnly? StartedOn, DateOnly? EndedOn, string? Result);

/// <summary>A relative; context on the case, never a case of its own.</summary>
public sealed record DossierRelation
{
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required int? BirthYear { get; init; }

    public required string? Ground { get; init; }
}

/// <summary>The plan van aanpak on a card.</summary>
/// <param name="NextAction">The open action that must be done first, whoever does it.</param>
public sealed record DossierPlan(int Open, int Achieved, DateOnly NextEvaluationOn, DossierAction? NextAction);

public sealed record DossierAction(string Text, string Owner, DateOnly DueOn);

public sealed record DossierDetention(string Institution, DateOnly From, DateOnly? ExpectedRelease, DateOnly? Until);

/// <summary>What goes from the database to the page as it is.</summary>
internal sealed class DossierProjection : Profile
{
    public DossierProjection()
    {
        CreateProjection<Traject, DossierGround>()
            .ForMember(g => g.Confirmed, to => to.MapFrom(t => t.OutflowConfirmedAt != null));
        CreateProjection<Relation, DossierRelation>();
    }
}

internal sealed class GetDossierHandler(PgaDbContext db, TimeProvider clock, EvaluationTerms terms, AutoMapper.IConfigurationProvider projections)
    : IRequestHandler<GetDossier, Dossier>
{
    public async Task<Dossier> Handle(GetDossier q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var today = clock.Today();
        var identity = await GetIdentityHandler.Load(db, q.TrajectId, today, ct);
        var ground = await db.Trajects.Where(t => t.Id == q.TrajectId).ProjectTo<DossierGround>(projections).SingleAsync(ct);
        var assessments = await Assessments(q.TrajectId, ct);
        var conditions = identity.Programme == Programmes.Rio ? await Conditions(q.TrajectId, ct) : [];
        var participations = await Participations(q.TrajectId, ct);
        // Facts of justice have a rule of their own; who reads along hears that there are some.
        var seesJustice = identity.SeesJustice;
        var detentions = seesJustice ? await Detentions(identity.ClientId, ct) : [];

        var sources = new TimelineSources(db, q.TrajectId, identity.ClientId, q.All ? int.MaxValue : Dossier.ShortTimeline + 1);
        var timeline = TimelineEntry.NewestFirst(
            await sources.Contacts(ct),
            seesJustice ? await sources.Visits(ct) : [],
            await sources.Facts(ct),
            TimelineEntry.Of(assessments),
            TimelineEntry.Of(participations),
            TimelineEntry.Of(detentions),
            TimelineEntry.Of(ground));

        return new Dossier(
            identity,
            ground,
            assessments,
            conditions,
            q.All ? timeline : [.. timeline.Take(Dossier.ShortTimeline)],
            !q.All && timeline.Count > Dossier.ShortTimeline,
            ground.Confirmed ? [] : Trajects.NextSteps.Of((await WorklistFacts.Of(db, db.Trajects.Where(t => t.Id == q.TrajectId), today).SingleAsync(ct)).Steps(terms)),
            await Partners(q.TrajectId, ct),
            participations,
            await db.Relations.Where(r => r.ClientId == identity.ClientId && r.EndedOn == null).OrderBy(r => r.Name).ThenBy(r => r.Id).ProjectTo<DossierRelation>(projections).ToListAsync(ct),
            detentions.FirstOrDefault(d => d.From <= today && (d.Until is null || d.Until >= today)),
            !seesJustice && await HiddenJustice.Exists(db, q.TrajectId, identity.ClientId, ct),
            await Plan(q.TrajectId, ct))
        {
            Contact = await ContactStanding.Of(db, q.TrajectId, ct),
        };
    }

    private async Task<IReadOnlyList<DossierAssessment>> Assessments(Guid trajectId, CancellationToken ct)
    {
        var assessments = await db.Assessments.Where(a => a.TrajectId == trajectId && a.SupersededById == null)
            .OrderBy(a => a.MeasuredOn).ThenBy(a => a.RecordedAt).ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.MeasuredOn,
                a.Moment,
                By = db.Staff.Where(m => m.Id == a.RecordedById).Select(m => m.Name).FirstOrDefault(),
                a.Scores,
            })
            .ToListAsync(ct);
        return [.. assessments.Select(a => new DossierAssessment(a.Id, a.MeasuredOn, a.Moment, a.By, a.Scores.ToDictionary(s => s.Leefgebied, s => s.Level)))];
    }

    private async Task<IReadOnlyList<DossierConditions>> Conditions(Guid trajectId, CancellationToken ct)
    {
        var measured = await db.ConditionMeasurements.Where(m => m.TrajectId == trajectId && m.SupersededById == null)
            .OrderBy(m => m.MeasuredOn).ThenBy(m => m.RecordedAt).ThenBy(m => m.Id)
            .Select(m => new { m.MeasuredOn, m.Moment, m.Statuses })
            .ToListAsync(ct);
        return [.. measured.Select(m => new DossierConditions(m.MeasuredOn, m.Moment, m.Statuses.ToDictionary(s => s.Condition, s => s.Status)))];
    }

    private Task<List<DossierParticipation>> Participations(Guid trajectId, CancellationToken ct) =>
        db.Participations.Where(p => p.TrajectId == trajectId)
            .OrderByDescending(p => p.ReferredOn).ThenByDescending(p => p.Id)
            .Join(db.Interventions, p => p.InterventionId, i => i.Id, (p, i) => new DossierParticipation(i.Name, p.ReferredOn, p.StartedOn, p.EndedOn, p.Result))
            .ToListAsync(ct);

    private Task<List<DossierPartner>> Partners(Guid trajectId, CancellationToken ct) =>
        db.PartnerInvolvements.Where(i => i.TrajectId == trajectId)
            .Join(db.Partners, i => i.PartnerId, p => p.Id, (i, p) => new { i.Id, i.From, i.Until, p.Order, p.Name })
            .OrderBy(x => x.Until != null).ThenBy(x => x.From).ThenBy(x => x.Order).ThenBy(x => x.Id)
            .Select(x => new DossierPartner(x.Name, x.From, x.Until))
            .ToListAsync(ct);

    private Task<List<DossierDetention>> Detentions(Guid clientId, CancellationToken ct) =>
        db.DetentionPeriods.Where(d => d.ClientId == clientId)
            .OrderByDescending(d => d.From).ThenByDescending(d => d.Id)
            .Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => new DossierDetention(i.Name, d.From, d.ExpectedRelease, d.Until))
            .ToListAsync(ct);

    private async Task<DossierPlan?> Plan(Guid trajectId, CancellationToken ct)
    {
        var next = await db.Plans.Where(p => p.TrajectId == trajectId).Select(p => (DateOnly?)p.NextEvaluationOn).SingleOrDefaultAsync(ct);
        if (next is not { } nextEvaluationOn)
            return null;
        var goals = await GoalStanding.Of(db, trajectId, ct);
        var action = await db.WorkItems.Where(w => w.TrajectId == trajectId && w.ClosedOn == null)
            .OrderBy(w => w.DueOn).ThenBy(w => w.WrittenAt).ThenBy(w => w.Id)
            .Select(w => new { w.Text, Owner = new WorkOwner(w.OwnerKind, w.StaffId, w.RelationId, w.PartnerId, w.Organisation, w.ContactName), w.DueOn })
            .FirstOrDefaultAsync(ct);
        return new DossierPlan(
            goals.Count(g => g.IsOpen),
            goals.Count(g => g.Status == GoalStatuses.Achieved),
            nextEvaluationOn,
            action is null ? null : new DossierAction(action.Text, (await OwnerNames.Of(db, [action.Owner], ct)).Of(action.Owner), action.DueOn));
    }
}
