using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>
/// The actor's own appointments for a calendar program elsewhere: when, and whether it is a spreekuur. Nothing about
/// anybody, so the access log has no line for it. Asked by whoever has the secret address, as its owner.
/// </summary>
[Requires(Permission.ViewAgenda)]
public sealed record GetAgendaFeed : IQuery<IReadOnlyList<FeedEvent>>
{
    public const int DaysBack = 30;
    public const int DaysAhead = 180;
    public const int MaxEvents = 2_000;
}

/// <param name="Uid">Stays the same when the appointment is moved; can't be traced to a row.</param>
/// <param name="Start">UTC.</param>
/// <param name="Sequence">How often it was changed.</param>
public sealed record FeedEvent(string Uid, DateTime Start, bool IsSpreekuur, int Sequence, bool Cancelled);

internal sealed class GetAgendaFeedHandler(PgaDbContext db, Actor actor, KeyFile keys, TimeProvider clock)
    : IRequestHandler<GetAgendaFeed, IReadOnlyList<FeedEvent>>
{
    public async Task<IReadOnlyList<FeedEvent>> Handle(GetAgendaFeed q, CancellationToken cancellationToken)
    {
        var from = clock.Today().AddDays(-GetAgendaFeed.DaysBack);
        var until = clock.Today().AddDays(GetAgendaFeed.DaysAhead);
        var spreekuren = actor.Can(Permission.HoldSpreekuur)
            ? await db.Spreekuren.Where(s => s.RioId == db.ActorId && s.HeldOn >= from && s.HeldOn <= until)
                .OrderBy(s => s.HeldAt).ThenBy(s => s.Id).Take(GetAgendaFeed.MaxEvents)
                .Select(s => new { s.Id, s.HeldAt }).ToListAsync(cancellationToken)
            : [];
        var events = (await Contacts(from, until, cancellationToken))
            .Concat(spreekuren.Select(s => new FeedEvent(UidOf(s.Id), s.HeldAt, IsSpreekuur: true, Sequence: 0, Cancelled: false)));
        return [.. events.OrderBy(e => e.Start).ThenBy(e => e.Uid, StringComparer.Ordinal).Take(GetAgendaFeed.MaxEvents)];
    }

    /// <summary>What was planned, also when it has been recorded since. What was never planned is no appointment.</summary>
    private async Task<IEnumerable<FeedEvent>> Contacts(DateOnly from, DateOnly until, CancellationToken ct)
    {
        var newest = await db.ContactMoments
            .Where(c => c.StaffId == db.ActorId && c.OccurredOn >= from && c.OccurredOn <= until && c.Kind != ContactCodes.Letter
                && (c.SupersededById == null || c.SupersededById == c.Id))
            .OrderBy(c => c.OccurredAt).ThenBy(c => c.Id).Take(GetAgendaFeed.MaxEvents)
            .Select(c => new { c.Id, c.TrajectId, c.OccurredAt, c.Outcome, Cancelled = c.SupersededById == c.Id })
            .ToListAsync(ct);
        var earlier = await Earlier([.. newest.Select(c => c.TrajectId).Distinct()], ct);
        return newest
            .Select(c =>
            {
                var (first, wasPlanned, changes) = FirstOf(c.Id, c.Outcome is null, earlier);
                return (WasPlanned: wasPlanned, Event: new FeedEvent(
                    UidOf(first), c.OccurredAt, IsSpreekuur: false, c.Cancelled ? changes + 1 : changes, c.Cancelled || c.Outcome == Cancelled));
            })
            .Where(e => e.WasPlanned)
            .Select(e => e.Event);
    }

    private const string Cancelled = "cancelled";

    /// <summary>The versions that were replaced, by what replaced them.</summary>
    private async Task<Dictionary<Guid, (Guid Id, bool Planned)>> Earlier(IReadOnlyList<Guid> trajects, CancellationToken ct)
    {
        var rows = await db.ContactMoments
            .Where(c => EF.Parameter(trajects).Contains(c.TrajectId) && c.SupersededById != null && c.SupersededById != c.Id)
            .Select(c => new { c.Id, By = c.SupersededById!.Value, Planned = c.Outcome == null })
            .ToListAsync(ct);
        return rows.ToDictionary(r => r.By, r => (r.Id, r.Planned));
    }

    private static (Guid First, bool WasPlanned, int Changes) FirstOf(Guid id, bool planned, Dictionary<Guid, (Guid Id, bool Planned)> earlier)
    {
        var changes = 0;
        while (earlier.TryGetValue(id, out var before))
        {
            id = before.Id;
            planned |= before.Planned;
            changes++;
        }

        return (id, planned, changes);
    }

    // Keyed, so that nobody who has a calendar and a database can lay them side by side.
    private string UidOf(Guid id) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Derive("agenda-uid"), id.ToByteArray()).AsSpan(0, 16)) + "@pga";
}
