using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Clients;

/// <summary>
/// Whether somebody has a dossier already: by BSN, by dossiernummer, or by family name and birth date. Of a client outside
/// the actor's own access it says only whom to ask.
/// </summary>
[Requires(Permission.ReferClient)]
public sealed record FindDuplicates(string GivenName, string? Prefix, string FamilyName, DateOnly? BirthDate, string? Bsn, string? Number)
    : IQuery<Duplicates>;

/// <param name="Own">Clients whom the actor may see.</param>
/// <param name="Elsewhere">For the others: whom to ask, and nothing else. Two clients of one colleague are one line.</param>
public sealed record Duplicates(IReadOnlyList<KnownClient> Own, IReadOnlyList<KnownElsewhere> Elsewhere) : IRevealsClients
{
    public bool Any => Own.Count + Elsewhere.Count > 0;

    /// <summary>For the access log: the clients outside the actor's access too. Internal, so that no front can show them.</summary>
    internal IReadOnlyList<IRevealsClient> Looks { get; init; } = [];

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Looks;
}

/// <param name="TrajectId">The dossier to open.</param>
public sealed record KnownClient(Guid ClientId, Guid TrajectId, string Name, string Number);

/// <param name="Contact">Name of the colleague, or of the team when nobody works on it now.</param>
public sealed record KnownElsewhere(string Contact);

internal sealed class FindDuplicatesValidator : AbstractValidator<FindDuplicates>
{
    public FindDuplicatesValidator()
    {
        RuleFor(q => q.GivenName).MaximumLength(Client.MaxName).WithMessage($"Gebruik hoogstens {Client.MaxName} tekens.");
        RuleFor(q => q.FamilyName).MaximumLength(Client.MaxName).WithMessage($"Gebruik hoogstens {Client.MaxName} tekens.");
        RuleFor(q => q.Bsn).Must(DuplicateSearch.IsBsnOrEmpty).WithMessage(DuplicateSearch.WrongBsn);
    }
}

[SeesAll("says only that somebody is known, and whom to ask")]
internal sealed class FindDuplicatesHandler(PgaDbContext db, BsnVault vault) : IRequestHandler<FindDuplicates, Duplicates>
{
    public async Task<Duplicates> Handle(FindDuplicates q, CancellationToken cancellationToken)
    {
        var ids = await DuplicateSearch.ByBsn(db, vault, q.Bsn, cancellationToken);
        ids.UnionWith(await DuplicateSearch.ByNumber(db, q.Number, cancellationToken));
        ids.UnionWith(await DuplicateSearch.ByName(db, q.FamilyName, q.BirthDate, cancellationToken));
        return await DuplicateSearch.Describe(db, ids, cancellationToken);
    }
}

/// <summary>The search past the access rule, and what may be said about what it finds.</summary>
[SeesAll("says only that somebody is known, and whom to ask")]
internal static class DuplicateSearch
{
    public const string WrongBsn = "Dit is geen geldig BSN. Controleer de negen cijfers, of laat het vak leeg.";

    public static bool IsBsnOrEmpty(string? bsn) => string.IsNullOrWhiteSpace(bsn) || Bsn.Parse(bsn) is not null;

    public static async Task<HashSet<Guid>> ByBsn(PgaDbContext db, BsnVault vault, string? bsn, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(bsn) || Bsn.Parse(bsn) is not { } number)
            return [];
        var index = vault.IndexOf(number);
        return [.. await db.Clients.IgnoreQueryFilters().Where(c => c.BsnIndex == index).Select(c => c.Id).ToListAsync(ct)];
    }

    public static async Task<List<Guid>> ByNumber(PgaDbContext db, string? number, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(number))
            return [];
        var (typed, upper) = (number.Trim(), number.Trim().ToUpperInvariant());
        return await db.Clients.IgnoreQueryFilters().Where(c => c.Number == typed || c.Number == upper).Select(c => c.Id).ToListAsync(ct);
    }

    /// <summary>The same birth date and every word of the family name, or one that sounds like it. Given names differ too much.</summary>
    public static async Task<List<Guid>> ByName(PgaDbContext db, string? familyName, DateOnly? birthDate, CancellationToken ct)
    {
        var words = SearchText.Words(familyName ?? "");
        if (birthDate is null || words.Count == 0)
            return [];
        var clients = db.Clients.IgnoreQueryFilters().Where(c => c.BirthDate == birthDate);
        foreach (var word in words)
        {
            string[] spellings = [word, .. SoundKey.Of(word)];
            clients = clients.Where(c => c.NameWords.Any(w => spellings.Contains(w.Word)));
        }

        return await clients.Select(c => c.Id).ToListAsync(ct);
    }

    public static async Task<Duplicates> Describe(PgaDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return new Duplicates([], []);
        var visible = await db.Trajects.Where(t => ids.Contains(t.ClientId))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Id, t.ClientId, t.ReferredOn, c.GivenName, c.Prefix, c.FamilyName, c.Number })
            .ToListAsync(ct);
        var own = visible.GroupBy(v => v.ClientId).Select(g => g.OrderByDescending(v => v.ReferredOn).ThenByDescending(v => v.Id).First())
            .Select(v => new KnownClient(v.ClientId, v.Id, Client.NameOf(v.GivenName, v.Prefix, v.FamilyName), v.Number))
            .OrderBy(k => k.Name, StringComparer.Ordinal).ThenBy(k => k.Number, StringComparer.Ordinal)
            .ToList();
        var outside = ids.Except(own.Select(k => k.ClientId)).ToList();
        return new Duplicates(own, [.. (await Contacts(db, outside, ct)).Distinct().Order(StringComparer.Ordinal).Select(name => new KnownElsewhere(name))])
        {
            Looks = [.. own.Select(k => new Look(k.ClientId, k.TrajectId)), .. outside.Select(id => new Look(id, null))],
        };
    }

    // The latest traject that runs or may, else the latest one; of it casusregie or the RIO, else procesregie, else the team.
    private static async Task<IEnumerable<string>> Contacts(PgaDbContext db, List<Guid> clientIds, CancellationToken ct)
    {
        if (clientIds.Count == 0)
            return [];
        var today = db.Today;
        var trajects = await db.Trajects.IgnoreQueryFilters().Where(t => clientIds.Contains(t.ClientId))
            .Select(t => new
            {
                t.Id,
                t.ClientId,
                t.ReferredOn,
                t.Team,
                Ended = t.OutflowConfirmedAt != null
                    || (t.StartedOn == null && db.TriageDecisions.Any(d => d.TrajectId == t.Id && d.SupersededById == null && d.Outcome != TriageOutcomes.Accepted)),
            })
            .ToListAsync(ct);
        var latest = trajects.GroupBy(t => t.ClientId).Select(g => g.OrderBy(t => t.Ended).ThenByDescending(t => t.ReferredOn).ThenByDescending(t => t.Id).First()).ToList();
        var latestIds = latest.Select(t => t.Id).ToList();
        var workers = await db.Assignments
            .Where(a => latestIds.Contains(a.TrajectId) && a.From <= today && (a.Until == null || a.Until >= today))
            .Join(db.Staff, a => a.StaffId, s => s.Id, (a, s) => new { a.TrajectId, a.Role, a.From, s.Name })
            .ToListAsync(ct);
        return clientIds.Select(id =>
        {
            var traject = latest.SingleOrDefault(t => t.ClientId == id);
            var worker = workers.Where(w => w.TrajectId == traject?.Id)
                .OrderBy(w => w.Role == AssignmentRoles.Process).ThenByDescending(w => w.From).ThenBy(w => w.Name, StringComparer.Ordinal).FirstOrDefault();
            return worker?.Name ?? (traject?.Team is { } team ? $"team {team}" : "de coördinator");
        });
    }

    private sealed record Look(Guid ClientId, Guid? TrajectId) : IRevealsClient;
}
