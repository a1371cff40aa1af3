using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>Finding a story for a command, with the checks that each of them needs.</summary>
internal static class StoryRecords
{
    /// <summary>
    /// The story, for who may change it: those who may write in the dossier it came from, and nobody else, because the check
    /// tells them what is in that dossier. History and access log then say whose dossier.
    /// </summary>
    public static async Task<Story> ForWriting(this PgaDbContext db, CurrentRequest current, Guid storyId, Guid baseVersion, CancellationToken ct)
    {
        var story = await db.Visible(storyId, ct);
        if (await db.SourceToWrite(storyId, ct) is not { } source)
            throw new Forbidden("U mag dit verhaal niet wijzigen: u werkt niet (meer) aan het dossier waar het uit komt.");
        current.ClientId = source.ClientId;
        current.TrajectId = source.TrajectId;
        await db.RefuseFrozen(story.Year, ct);
        Check(story, baseVersion);
        return story;
    }

    public static async Task<Story> Visible(this PgaDbContext db, Guid storyId, CancellationToken ct) =>
        await db.Stories.SingleOrDefaultAsync(s => s.Id == storyId, ct) ?? throw new NotFound();

    /// <summary>Whose dossier the story came from, when the actor may write there.</summary>
    public static Task<StorySubject?> SourceToWrite(this PgaDbContext db, Guid storyId, CancellationToken ct) =>
        db.StorySources.Where(s => s.StoryId == storyId)
            .Join(db.Trajects.Where(AccessRule.MayWrite(db)), s => s.TrajectId, t => t.Id, (s, t) => new StorySubject(t.ClientId, t.Id))
            .SingleOrDefaultAsync(ct);

    /// <summary>Whose dossier the story came from, when the actor may read it.</summary>
    public static Task<StorySubject?> SourceToRead(this PgaDbContext db, Guid storyId, CancellationToken ct) =>
        db.StorySources.Where(s => s.StoryId == storyId)
            .Join(db.Trajects, s => s.TrajectId, t => t.Id, (s, t) => new StorySubject(t.ClientId, t.Id)).SingleOrDefaultAsync(ct);

    /// <summary>For commands without values of their own: shows where the story is now.</summary>
    public static void Check(Story now, Guid baseVersion)
    {
        if (now.Version != baseVersion)
            throw new Conflict(now.Version, [new("", "Stap", StoryStates.List.Label(now.State), null)]);
    }
}

/// <summary>Whom a look at a story concerns, for the access log only: it is in no answer.</summary>
internal sealed record StorySubject(Guid ClientId, Guid? TrajectId) : IRevealsClient;
