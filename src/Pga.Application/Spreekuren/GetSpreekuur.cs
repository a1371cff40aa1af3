using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Spreekuren;

/// <summary>
/// The sheet of one of the RIO's own spreekuren: their clients who are inside that institution on that day, and whoever
/// was recorded already. Somebody else's spreekuur isn't there.
/// </summary>
/// <param name="WalkIns">Clients of theirs who came without being on the list; for a sheet that is being filled in.</param>
[Requires(Permission.HoldSpreekuur)]
public sealed record GetSpreekuur(Guid SpreekuurId, IReadOnlyCollection<Guid>? WalkIns = null) : IQuery<SpreekuurSheet>;

/// <param name="Version">The base version of an edit.</param>
/// <param name="Time">Local time in Amsterdam.</param>
/// <param name="HasBegun">Attendance can be recorded.</param>
/// <param name="Nameless">Visitors without a dossier.</param>
public sealed record SpreekuurSheet(
    Guid Id,
    Guid Version,
    string Institution,
    DateOnly HeldOn,
    TimeOnly Time,
    bool HasBegun,
    IReadOnlyList<SheetPerson> People,
    int Nameless) : IRevealsClients
{
    IEnumerable<IRevealsClient> IRevealsClients.Revealed => People;
}

/// <param name="Name">As on a list: <c>Bakker, R.</c></param>
/// <param name="DaysToRelease">From the day of the spreekuur to the expected release; null when unknown.</param>
/// <param name="Attendance">What is recorded now, or null.</param>
/// <param name="Conditions">Basisvoorwaarde and its latest status on the day of the spreekuur, for those that are known.</param>
public sealed record SheetPerson(
    Guid ClientId,
    Guid TrajectId,
    string Name,
    int? DaysToRelease,
    string? Attendance,
    string? Cause,
    string? Note,
    IReadOnlyDictionary<string, string> Conditions) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetSpreekuurHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetSpreekuur, SpreekuurSheet>
{
    public async Task<SpreekuurSheet> Handle(GetSpreekuur q, CancellationToken cancellationToken)
    {
        var head = await db.Spreekuren.Where(s => s.Id == q.SpreekuurId && s.RioId == db.ActorId)
            .Join(db.Institutions, s => s.InstitutionId, i => i.Id, (s, i) => new { s.InstitutionId, s.HeldAt, s.HeldOn, s.Version, i.Name })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var visits = await db.SpreekuurVisits.Where(v => v.SpreekuurId == q.SpreekuurId && v.SupersededById == null)
            .Select(v => new { v.ClientId, v.Attendance, v.NoShowCause, v.Note })
            .ToListAsync(cancellationToken);
        var byClient = visits.Where(v => v.ClientId is not null).ToDictionary(v => v.ClientId!.Value);
        var added = byClient.Keys.Concat(q.WalkIns ?? []).ToList();

        var day = head.HeldOn;
        var inside = db.DetentionPeriods.Where(d => d.InstitutionId == head.InstitutionId && d.From <= day && (d.Until == null || d.Until >= day));
        var rows = await RioTrajects.Of(db)
            .Where(t => added.Contains(t.ClientId) || inside.Any(d => d.ClientId == t.ClientId))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new
            {
                t.Id,
                t.ClientId,
                t.ReferredOn,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                Release = inside.Where(d => d.ClientId == t.ClientId).Max(d => d.ExpectedRelease),
            })
            .ToListAsync(cancellationToken);
        // Somebody's latest RIO traject is the one that this is about.
        var people = rows.GroupBy(r => r.ClientId).Select(g => g.OrderByDescending(r => r.ReferredOn).ThenByDescending(r => r.Id).First()).ToList();
        var known = await KnownConditions.Of(db, [.. people.Select(p => p.Id)], day, cancellationToken);
        return new SpreekuurSheet(
            q.SpreekuurId,
            head.Version,
            head.Name,
            day,
            SpreekuurTime.Of(head.HeldAt),
            head.HeldAt <= clock.UtcNow(),
            [
                .. people.Select(p =>
                {
                    var visit = byClient.GetValueOrDefault(p.ClientId);
                    return new SheetPerson(
                        p.ClientId,
                        p.Id,
                        SheetName.Of(p.GivenName, p.Prefix, p.FamilyName),
                        p.Release is { } release ? release.DayNumber - day.DayNumber : null,
                        visit?.Attendance,
                        visit?.NoShowCause,
                        visit?.Note,
                        known.GetValueOrDefault(p.Id, KnownConditions.None));
                }).OrderBy(p => SearchText.Normalise(p.Name), StringComparer.Ordinal).ThenBy(p => p.ClientId),
            ],
            visits.Count(v => v.ClientId is null));
    }
}

/// <summary>The trajects that a spreekuur is about: those of a RIO that the actor works on.</summary>
internal static class RioTrajects
{
    public static IQueryable<Traject> Of(PgaDbContext db) =>
        db.Trajects.Where(AccessRule.MayWrite(db)).Where(t => t.Programme == Programmes.Rio);
}

/// <summary>The latest status of each basisvoorwaarde of some trajects, up to and including a day.</summary>
internal static class KnownConditions
{
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static async Task<Dictionary<Guid, IReadOnlyDictionary<string, string>>> Of(PgaDbContext db, IReadOnlyList<Guid> trajectIds, DateOnly day, CancellationToken ct)
    {
        var latestFirst = await db.ConditionMeasurements
            .Where(m => trajectIds.Contains(m.TrajectId) && m.SupersededById == null && m.MeasuredOn <= day)
            .OrderByDescending(m => m.MeasuredOn).ThenByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id)
            .Select(m => new { m.TrajectId, m.Statuses })
            .ToListAsync(ct);
        return latestFirst.GroupBy(m => m.TrajectId, m => m.Statuses).ToDictionary(
            g => g.Key,
            IReadOnlyDictionary<string, string> (g) => g.SelectMany(s => s).DistinctBy(s => s.Condition).ToDictionary(s => s.Condition, s => s.Status));
    }
}

/// <summary>A name as it stands on a list: family name first, and no more than the first letter of the other.</summary>
internal static class SheetName
{
    public static string Of(string givenName, string? prefix, string familyName)
    {
        var initial = givenName.Length == 0 ? "" : StringInfo.GetNextTextElement(givenName).ToUpperInvariant() + ".";
        return prefix is null ? $"{familyName}, {initial}" : $"{familyName}, {initial} {prefix}";
    }
}
