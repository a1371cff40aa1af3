using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>What a partner sees of a client: the granted fields, and a safety agreement that holds. What wasn't granted is null.</summary>
/// <param name="Label">The name when it was granted, else a reference that says nothing.</param>
/// <param name="Gender">One of <see cref="Client.Genders"/>.</param>
public sealed record GrantedPerson(
    string Label,
    string? Name,
    DateOnly? BirthDate,
    string? Gender,
    string? Wijk,
    string? SafetyAgreement,
    DateOnly? SafetyAgreementUntil,
    IReadOnlyList<GrantedLevel> Levels) : IRevealsClient
{
    /// <summary>Only for the access log: in no answer.</summary>
    internal Guid Client { get; init; }

    internal Guid Traject { get; init; }

    Guid IRevealsClient.ClientId => Client;

    Guid? IRevealsClient.TrajectId => Traject;
}

/// <param name="Level">The latest; null when it was never assessed.</param>
public sealed record GrantedLevel(string Leefgebied, int? Level);

/// <summary>A referral that the partner of the actor may look at today.</summary>
internal sealed record Grant(Guid ReferralId, Guid TrajectId, IReadOnlyList<string> Fields);

/// <summary>Reads of clients what was granted to the actor's organisation.</summary>
[SeesAll("Shows a partner what was granted of a client and nothing else; the referrals come through the filter.")]
internal static class GrantedPeople
{
    /// <summary>The referrals that the actor's organisation may look at today, whatever else the actor may see.</summary>
    public static IQueryable<Referral> Granted(this PgaDbContext db) =>
        db.Referrals.Where(r => db.PartnerOf != null && r.PartnerId == db.PartnerOf && r.ClosedAt == null && r.GrantEndedAt == null && r.GrantUntil >= db.Today);

    /// <param name="grants">Of referrals that <see cref="Granted"/> let through.</param>
    public static async Task<Dictionary<Guid, GrantedPerson>> Of(PgaDbContext db, IReadOnlyCollection<Grant> grants, CancellationToken ct)
    {
        var trajectIds = grants.Select(g => g.TrajectId).Distinct().ToList();
        if (trajectIds.Count == 0)
            return [];
        var people = await db.Trajects.IgnoreQueryFilters().Where(t => trajectIds.Contains(t.Id))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new
            {
                TrajectId = t.Id,
                ClientId = c.Id,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                c.BirthDate,
                c.Gender,
                c.Wijk,
                c.SafetyAgreement,
                c.SafetyAgreementUntil,
            })
            .ToDictionaryAsync(p => p.TrajectId, ct);
        var withLevels = grants.Where(g => g.Fields.Any(f => GrantFields.LeefgebiedOf(f) is not null)).Select(g => g.TrajectId).ToList();
        var levels = withLevels.Count == 0 ? null : await Levels(db, withLevels, ct);
        return grants.ToDictionary(g => g.ReferralId, g =>
        {
            var p = people[g.TrajectId];
            var name = g.Fields.Contains(GrantFields.Name) ? Client.NameOf(p.GivenName, p.Prefix, p.FamilyName) : null;
            var safety = Client.SafetyHolds(p.SafetyAgreementUntil, db.Today) ? p.SafetyAgreement : null;
            return new GrantedPerson(
                name ?? ReferenceOf(g.ReferralId),
                name,
                g.Fields.Contains(GrantFields.BirthDate) ? p.BirthDate : null,
                g.Fields.Contains(GrantFields.Gender) ? p.Gender : null,
                g.Fields.Contains(GrantFields.Wijk) ? p.Wijk : null,
                safety,
                safety is null ? null : p.SafetyAgreementUntil,
                [
                    .. g.Fields.Select(GrantFields.LeefgebiedOf).OfType<string>()
                        .Select(l => new GrantedLevel(l, levels?.GetValueOrDefault((g.TrajectId, l)))),
                ])
            {
                Client = p.ClientId,
                Traject = p.TrajectId,
            };
        });
    }

    /// <summary>Whose traject it is, for history and access log.</summary>
    public static Task<Guid> ClientOf(PgaDbContext db, Guid trajectId, CancellationToken ct) =>
        db.Trajects.IgnoreQueryFilters().Where(t => t.Id == trajectId).Select(t => t.ClientId).SingleAsync(ct);

    /// <summary>Tells participants apart without a name.</summary>
    public static string ReferenceOf(Guid referralId) => $"Deelnemer {referralId.ToString("N", CultureInfo.InvariantCulture)[^6..].ToUpperInvariant()}";

    private static async Task<Dictionary<(Guid, string), int?>> Levels(PgaDbContext db, List<Guid> trajectIds, CancellationToken ct)
    {
        var latestFirst = await db.Assessments.IgnoreQueryFilters().Where(a => trajectIds.Contains(a.TrajectId) && a.SupersededById == null)
            .OrderByDescending(a => a.MeasuredOn).ThenByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id)
            .Select(a => new { a.TrajectId, a.Scores })
            .ToListAsync(ct);
        var levels = new Dictionary<(Guid, string), int?>();
        foreach (var assessment in latestFirst)
        {
            foreach (var score in assessment.Scores)
                levels.TryAdd((assessment.TrajectId, score.Leefgebied), score.Level);
        }

        return levels;
    }
}
