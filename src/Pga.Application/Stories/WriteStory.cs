using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Common;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>Writes the concept of a story, from a dossier. Answers the id of the story.</summary>
/// <param name="LinkKind">One of <see cref="StoryLinks.Kinds"/>.</param>
/// <param name="LinkTo">Key of the leefgebied, code of the intervention, or the goal in words.</param>
[Requires(Permission.WriteStory)]
public sealed record WriteStory(Guid CommandId, Guid TrajectId, int Year, string Title, string Text, string LinkKind, string LinkTo)
    : ICommand, IAboutTraject, IStoryFields;

internal sealed class WriteStoryValidator(TimeProvider clock) : StoryRules<WriteStory>(clock);

internal sealed class WriteStoryHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<WriteStory, Guid>
{
    public async Task<Guid> Handle(WriteStory c, CancellationToken cancellationToken)
    {
        await db.RefuseFrozen(c.Year, cancellationToken);
        var story = new Story(c.CommandId, await c.Draft(db, cancellationToken), actor.StaffId!.Value, clock.UtcNow());
        db.Stories.Add(story);
        db.StorySources.Add(new StorySource(story.Id, c.TrajectId));
        return story.Id;
    }
}
