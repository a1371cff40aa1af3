using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Triage;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Clients;

/// <summary>
/// Looks among the clients the actor may see, by the beginning of each word of name or dossiernummer, or by a whole BSN;
/// and apart from those for who sounds like it.
/// </summary>
[Requires(Permission.SearchClients)]
public sealed record SearchClients(string Text) : IQuery<SearchResult>
{
    public const int MaxText = 100;

    /// <summary>A single letter finds nobody in particular.</summary>
    public const int MinWord = 2;
}

/// <param name="More">There are more hits; the search must be narrowed.</param>
/// <param name="Alike">Clients whose names only sound like what was typed; at most <see cref="MaxAlike"/>.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, bool More, IReadOnlyList<SearchHit> Alike) : IRevealsClients
{
    public const int MaxHits = 50;
    public const int MaxAlike = 10;

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => [.. Hits, .. Alike];
}

/// <param name="Number">Dossiernummer.</param>
/// <param name="Trajects">Those that the actor may open; latest first.</param>
public sealed record SearchHit(
    Guid ClientId, string Name, string Number, DateOnly? BirthDate, int? Age, string? Wijk, IReadOnlyList<SearchHitTraject> Trajects) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => null;
}

/// <param name="State">One of <see cref="TrajectStates"/>; detention isn't looked up here.</param>
public sealed record SearchHitTraject(Guid TrajectId, string Programme, string State, DateOnly ReferredOn, DateOnly? StartedOn, DateOnly? EndedOn);

internal sealed class SearchClientsValidator : AbstractValidator<SearchClients>
{
    public SearchClientsValidator()
    {
        RuleFor(q => q.Text).MaximumLength(SearchClients.MaxText).WithMessage("Uw zoekopdracht is te lang. Gebruik een naam, dossiernummer of BSN.");
        RuleFor(q => q.Text).Must(text => SearchWords.Of(text ?? "").Any(w => w.Length >= SearchClients.MinWord))
            .WithMessage("Vul minstens twee letters van een naam in, of een dossiernummer of BSN.");
    }
}

internal sealed class SearchClientsHandler(PgaDbContext db, BsnVault vault, TimeProvider clock) : IRequestHandler<SearchClients, SearchResult>
{
    // A name has several words that can match, so a client may come back more than once.
    private const int MaxMatches = 4 * (SearchResult.MaxHits + 1);

    /// <summary>So many of the words are listened to, each with a query of its own.</summary>
    private const int MaxSounds = 3;

    public async Task<SearchResult> Handle(SearchClients q, CancellationToken cancellationToken)
    {
        var byBsn = await ByBsn(q.Text, cancellationToken);
        if (byBsn.Count > 0)
            return new SearchResult(await Describe(byBsn, cancellationToken), false, []);
        var words = SearchWords.Of(q.Text);
        var matches = await SearchWords.Matches(db, words).Take(MaxMatches).ToListAsync(cancellationToken);
        var clients = matches.Distinct().ToList();
        var alike = await Alike(words, clients, cancellationToken);
        var hits = await Describe([.. clients.Take(SearchResult.MaxHits), .. alike], cancellationToken);
        return new SearchResult(
            [.. hits.Where(h => !alike.Contains(h.ClientId))],
            clients.Count > SearchResult.MaxHits || matches.Count == MaxMatches,
            [.. hits.Where(h => alike.Contains(h.ClientId))]);
    }

    private async Task<List<Guid>> Alike(IReadOnlyList<string> words, List<Guid> found, CancellationToken ct)
    {
        var alike = new List<Guid>();
        foreach (var word in words.Where(w => SoundKey.Of(w).Count > 0).OrderByDescending(w => w.Length).Take(MaxSounds))
        {
            if (alike.Count < SearchResult.MaxAlike)
                alike.AddRange(await SearchWords.Alike(db, word, words).Take(MaxMatches).ToListAsync(ct));
        }

        return [.. alike.Except(found).Take(SearchResult.MaxAlike)];
    }

    private async Task<List<Guid>> ByBsn(string text, CancellationToken ct)
    {
        if (Bsn.Parse(text) is not { } bsn)
            return [];
        var index = vault.IndexOf(bsn);
        return await db.Clients.Where(c => c.BsnIndex == index).Select(c => c.Id).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<SearchHit>> Describe(List<Guid> ids, CancellationToken ct)
    {
        var today = clock.Today();
        var decisions = db.CurrentDecisions();
        var scaleUps = db.ScaleUps(today);
        var rows = await db.Trajects.Where(t => EF.Parameter(ids).Contains(t.ClientId))
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new
            {
                c.Id,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                c.Number,
                c.BirthDate,
                c.Wijk,
                TrajectId = t.Id,
                t.Programme,
                t.ReferredOn,
                t.StartedOn,
                t.EndedOn,
                Proposed = t.OutflowProposedAt != null,
                Confirmed = t.OutflowConfirmedAt != null,
                Decided = decisions.Where(d => d.TrajectId == t.Id).Select(d => d.Outcome).FirstOrDefault(),
                InTriage = t.TriageOn <= today,
                ScaledUp = scaleUps.Any(s => s.TrajectId == t.Id),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.GroupBy(r => r.Id).Select(g => new SearchHit(
                g.Key,
                Client.NameOf(g.First().GivenName, g.First().Prefix, g.First().FamilyName),
                g.First().Number,
                g.First().BirthDate,
                g.First().BirthDate is { } born ? Calendar.AgeOn(born, today) : null,
                g.First().Wijk,
                [
                    .. g.OrderByDescending(t => t.ReferredOn).ThenByDescending(t => t.TrajectId).Select(t => new SearchHitTraject(
                        t.TrajectId, t.Programme, Traject.StateOf(t.StartedOn, t.Proposed, t.Confirmed, detained: false, t.Decided, t.InTriage, t.ScaledUp),
                        t.ReferredOn, t.StartedOn, t.EndedOn)),
                ]))
                .OrderBy(h => SearchText.Normalise(h.Name), StringComparer.Ordinal)
                .ThenBy(h => h.Number, StringComparer.Ordinal),
        ];
    }
}

/// <summary>Turns what was typed into look-ups in the index of name words.</summary>
internal static class SearchWords
{
    /// <summary>The words to find. One with a digit is a dossiernummer, which is also kept in one piece, hyphens and all.</summary>
    public static IReadOnlyList<string> Of(string text) =>
    [
        .. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(part => part.Any(char.IsDigit) ? [SearchText.Normalise(part)] : SearchText.Words(part))
            .Distinct(),
    ];

    /// <summary>
    /// The clients of whom some word begins with each of these. The longest goes first: the database walks its range in the
    /// index and looks the others up for what it finds there.
    /// </summary>
#pragma warning disable CA1309 // Translated to SQL, where it is a plain comparison; EF translates no other form.
    public static IQueryable<Guid> Matches(PgaDbContext db, IReadOnlyList<string> words)
    {
        var names = db.Clients.SelectMany(c => c.NameWords);
        var longest = words.MaxBy(w => w.Length)!;
        var (from, until) = Range(longest);
        var found = names.Where(n => string.Compare(n.Word, from) >= 0 && string.Compare(n.Word, until) < 0);
        foreach (var word in words.Where(w => w != longest))
        {
            var (low, high) = Range(word);
            found = found.Where(f => names.Any(n => n.ClientId == f.ClientId && string.Compare(n.Word, low) >= 0 && string.Compare(n.Word, high) < 0));
        }

        return found.OrderBy(n => n.Word).ThenBy(n => n.ClientId).Select(n => n.ClientId);
    }

    /// <summary>The clients with a word that sounds like the first, and of whom each other word begins or sounds as typed.</summary>
    public static IQueryable<Guid> Alike(PgaDbContext db, string heard, IReadOnlyList<string> words)
    {
        var names = db.Clients.SelectMany(c => c.NameWords);
        var keys = SoundKey.Of(heard);
        var found = names.Where(n => keys.Contains(n.Word));
        foreach (var word in words.Where(w => w != heard))
        {
            var (low, high) = Range(word);
            var sounds = SoundKey.Of(word);
            found = found.Where(f => names.Any(n => n.ClientId == f.ClientId
                && (sounds.Contains(n.Word) || (string.Compare(n.Word, low) >= 0 && string.Compare(n.Word, high) < 0))));
        }

        return found.OrderBy(n => n.Word).ThenBy(n => n.ClientId).Select(n => n.ClientId);
    }
#pragma warning restore CA1309

    /// <summary>
    /// A prefix as a range, so that an ordinary index finds it whatever the database does with LIKE. Words are in
    /// <see cref="ByteOrder"/>: the next character comes next.
    /// </summary>
    internal static (string From, string Until) Range(string prefix) => (prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}
