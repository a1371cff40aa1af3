using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>The stories this actor may read, the latest year and the latest written first.</summary>
[Requires(Permission.ViewStories)]
public sealed record GetStories : IQuery<StoryList>
{
    /// <summary>So many at once; there are some dozens in a year.</summary>
    public const int Most = 500;
}

public sealed record StoryList(IReadOnlyList<StoryLine> Stories) : IRevealsClients
{
    /// <summary>Only for the access log: whose the concepts are, for a title may name them.</summary>
    internal IReadOnlyList<StorySubject> Subjects { get; init; } = [];

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Subjects;
}

/// <param name="State">One of <see cref="StoryStates"/>.</param>
/// <param name="About">For people: <c>Leefgebied Huisvesting</c>.</param>
/// <param name="By">Name of the author.</param>
public sealed record StoryLine(Guid Id, int Year, string Title, string State, string About, string? By, bool IsMine);

internal sealed class GetStoriesHandler(PgaDbContext db, Actor actor) : IRequestHandler<GetStories, StoryList>
{
    public async Task<StoryList> Handle(GetStories q, CancellationToken cancellationToken)
    {
        var interventions = await db.InterventionNames(cancellationToken);
        var stories = await db.Stories.AsNoTracking()
            .OrderByDescending(s => s.Year).ThenByDescending(s => s.WrittenAt).ThenByDescending(s => s.Id).Take(GetStories.Most)
            .Select(s => new
            {
                s.Id,
                s.Year,
                s.Title,
                s.LinkKind,
                s.LinkTo,
                s.AuthorId,
                By = db.Staff.Where(m => m.Id == s.AuthorId).Select(m => m.Name).FirstOrDefault(),
                Anonymised = s.AnonymisedAt != null,
                Consented = s.ConsentAt != null,
                Released = s.ReleasedAt != null,
                Withdrawn = s.WithdrawnAt != null,
            })
            .ToListAsync(cancellationToken);
        var concepts = stories.Where(s => !s.Anonymised).Select(s => s.Id).ToList();
        var subjects = await db.StorySources.Where(s => concepts.Contains(s.StoryId))
            .Join(db.Trajects, s => s.TrajectId, t => t.Id, (s, t) => new StorySubject(t.ClientId, t.Id)).ToListAsync(cancellationToken);
        return new StoryList(
        [
            .. stories.Select(s => new StoryLine(s.Id, s.Year, s.Title, StoryStates.Of(s.Anonymised, s.Consented, s.Released, s.Withdrawn),
                StoryLinks.About(s.LinkKind, s.LinkTo, interventions), s.By, s.AuthorId == actor.StaffId)),
        ])
        {
            Subjects = subjects,
        };
    }
}
