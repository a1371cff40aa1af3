using MediatR;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Common;

namespace Pga.Application.Stories;

/// <summary>
/// Lets a story into the rapportage: by a privacy officer who didn't write it, with consent, and only when the check finds
/// nothing of the dossier in it. The refusal says the words that were found, which stand in the story. Answers its id.
/// </summary>
/// <param name="BaseVersion">So that what is released is what was read.</param>
[Requires(Permission.ReleaseStory)]
public sealed record ReleaseStory(Guid CommandId, Guid StoryId, Guid BaseVersion) : ICommand;

internal sealed class ReleaseStoryHandler(PgaDbContext db, Actor actor, BsnVault vault, TimeProvider clock) : IRequestHandler<ReleaseStory, Guid>
{
    public async Task<Guid> Handle(ReleaseStory c, CancellationToken cancellationToken)
    {
        var story = await db.Visible(c.StoryId, cancellationToken);
        await db.RefuseFrozen(story.Year, cancellationToken);
        StoryRecords.Check(story, c.BaseVersion);
        var dossier = await SourceDossier.Read(db, vault, story.Id, everything: true, clock.Today(), cancellationToken);
        RuleBroken.Unless(dossier is not null, "story.no-dossier", "",
            "Het dossier waar dit verhaal uit komt is er niet meer. Daarom kunnen we niet nagaan of iemand herkenbaar is. Trek het verhaal terug.");
        story.Release(actor.StaffId!.Value, clock.UtcNow(), await db.Traces(story, dossier!, cancellationToken));
        return story.Id;
    }
}
