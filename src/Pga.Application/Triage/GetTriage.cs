using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Triage;

/// <summary>What the coordinator of a team brings to the weekly triage, and what came of it: one list at a time, oldest first.</summary>
/// <param name="List">One of <see cref="TriageLists"/>.</param>
[Requires(Permission.DecideTriage)]
public sealed record GetTriage(string List = TriageLists.Now, int Page = 1) : IQuery<TriageList>
{
    public const int PageSize = 25;

    /// <summary>A decision stays on its list for so long.</summary>
    public const int DecidedForDays = 28;
}

public static class TriageLists
{
    /// <summary>The day of their triage has come.</summary>
    public const string Now = "now";

    /// <summary>Came in after the cut-off.</summary>
    public const string Next = "next";

    /// <summary>Accepted, and not started yet.</summary>
    public const string Accepted = "accepted";
    public const string Decided = "decided";

    /// <summary>Whether the person can be informed must be looked at again.</summary>
    public const string Review = "review";

    /// <summary>Aanmeldingen of partners that nobody has taken in: they have a list of their own, and only their number is here.</summary>
    public const string Partners = "partners";

    public static readonly CodeList List = new(
        (Now, "Nu te bespreken"), (Next, "Voor de volgende keer"), (Accepted, "Nog te starten"), (Decided, "Besloten"), (Review, "Nog te informeren"),
        (Partners, "Van partners"));
}

/// <param name="Counts">Of each list.</param>
/// <param name="CutOff">What comes in from now on is for this day.</param>
public sealed record TriageList(
    IReadOnlyList<TriageRow> Rows, int Total, int Page, int Pages, IReadOnlyDictionary<string, int> Counts, DateOnly CutOff) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Rows;
}

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="State">One of <see cref="TrajectStates"/>.</param>
/// <param name="DecidedOn">Of the current decision.</param>
public sealed record TriageRow(
    Guid ClientId,
    Guid TrajectId,
    string Name,
    string Number,
    string Programme,
    string State,
    DateOnly ReferredOn,
    string? ReferredBy,
    DateOnly? TriageOn,
    DateOnly? DecidedOn,
    string? Organisation,
    DateOnly? InformedReviewOn) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetTriageValidator : AbstractValidator<GetTriage>
{
    public GetTriageValidator() => RuleFor(q => q.List).Must(TriageLists.List.Has).WithMessage("Deze lijst bestaat niet.");
}

internal sealed class GetTriageHandler(PgaDbContext db, Actor actor, TriageCutOff cutOff, TimeProvider clock) : IRequestHandler<GetTriage, TriageList>
{
    public async Task<TriageList> Handle(GetTriage q, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var today = clock.Today();
        var counts = new Dictionary<string, int>();
        foreach (var list in TriageLists.List.All.Where(l => l.Key != TriageLists.Partners))
            counts[list.Key] = await Listed(db, actor, list.Key, today).CountAsync(ct);
        counts[TriageLists.Partners] = await db.Aanmeldingen.CountAsync(a => a.HandledAt == null, ct);
        if (q.List == TriageLists.Partners)
            return new TriageList([], 0, 1, 1, counts, cutOff.For(clock.UtcNow()));
        var (page, pages) = Paging.Of(q.Page, counts[q.List], GetTriage.PageSize);
        var rows = await Rows(InOrder(Listed(db, actor, q.List, today), q.List).Skip((page - 1) * GetTriage.PageSize).Take(GetTriage.PageSize), q.List, today, ct);
        return new TriageList(rows, counts[q.List], page, pages, counts, cutOff.For(clock.UtcNow()));
    }

    /// <summary>Also what the list of what is due today counts.</summary>
    internal static IQueryable<Traject> Listed(PgaDbContext db, Actor actor, string list, DateOnly today)
    {
        var decisions = db.CurrentDecisions();
        var team = actor.Team;
        // Of the team by itself, though the rule says more: it leads the database to the few trajects of one team.
        var writable = db.Trajects.Where(t => t.Team == team).Where(AccessRule.MayWrite(db));
        var unstarted = writable.Where(t => t.StartedOn == null && t.OutflowConfirmedAt == null);
        var since = today.AddDays(-GetTriage.DecidedForDays);
        return list switch
        {
            TriageLists.Next => unstarted.Where(t => t.TriageOn > today && !decisions.Any(d => d.TrajectId == t.Id)),
            TriageLists.Accepted => unstarted.Where(t => decisions.Any(d => d.TrajectId == t.Id && d.Outcome == TriageOutcomes.Accepted)),
            TriageLists.Decided => writable.Where(t => decisions.Any(d => d.TrajectId == t.Id && d.DecidedOn >= since)),
            TriageLists.Review => db.Alive().Where(t => t.Team == team).Where(AccessRule.MayWrite(db)).Where(t => t.InformedReviewOn <= today && t.Informed != "yes"),
            _ => unstarted.Where(t => (t.TriageOn == null || t.TriageOn <= today) && !decisions.Any(d => d.TrajectId == t.Id)),
        };
    }

    private IQueryable<Traject> InOrder(IQueryable<Traject> trajects, string list) => list switch
    {
        TriageLists.Decided => trajects
            .OrderByDescending(t => db.TriageDecisions.Where(d => d.TrajectId == t.Id && d.SupersededById == null).Select(d => d.DecidedOn).FirstOrDefault())
            .ThenBy(t => t.Number),
        TriageLists.Review => trajects.OrderBy(t => t.InformedReviewOn).ThenBy(t => t.Number),
        _ => trajects.OrderBy(t => t.ReferredOn).ThenBy(t => t.Number),
    };

    private async Task<IReadOnlyList<TriageRow>> Rows(IQueryable<Traject> page, string list, DateOnly today, CancellationToken ct)
    {
        var decisions = db.CurrentDecisions();
        var scaledUp = db.ScaleUps(today);
        var rows = await page.Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new
        {
            t.ClientId,
            t.Id,
            c.GivenName,
            c.Prefix,
            c.FamilyName,
            c.Number,
            TrajectNumber = t.Number,
            t.Programme,
            t.ReferredOn,
            t.ReferredBy,
            t.TriageOn,
            t.StartedOn,
            Proposed = t.OutflowProposedAt != null,
            Confirmed = t.OutflowConfirmedAt != null,
            Outcome = decisions.Where(d => d.TrajectId == t.Id).Select(d => d.Outcome).FirstOrDefault(),
            DecidedOn = decisions.Where(d => d.TrajectId == t.Id).Select(d => (DateOnly?)d.DecidedOn).FirstOrDefault(),
            Organisation = decisions.Where(d => d.TrajectId == t.Id).Select(d => d.Organisation).FirstOrDefault(),
            ScaledUp = scaledUp.Any(s => s.TrajectId == t.Id),
            t.InformedReviewOn,
        })
            .ToListAsync(ct);
        // The join doesn't promise the order of the page.
        var ordered = list switch
        {
            TriageLists.Decided => rows.OrderByDescending(r => r.DecidedOn),
            TriageLists.Review => rows.OrderBy(r => r.InformedReviewOn),
            _ => rows.OrderBy(r => r.ReferredOn),
        };
        return
        [
            .. ordered.ThenBy(r => r.TrajectNumber, StringComparer.Ordinal).Select(r => new TriageRow(
                r.ClientId, r.Id, Client.NameOf(r.GivenName, r.Prefix, r.FamilyName), r.Number, r.Programme,
                Traject.StateOf(r.StartedOn, r.Proposed, r.Confirmed, detained: false, r.Outcome, r.TriageOn <= today, r.ScaledUp),
                r.ReferredOn, r.ReferredBy, r.TriageOn, r.DecidedOn, r.Organisation, r.InformedReviewOn)),
        ];
    }
}
