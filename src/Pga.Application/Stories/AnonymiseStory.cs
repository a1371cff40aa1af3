using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Stories;

/// <summary>
/// Says that nobody can be recognised in the text as it is now; from then on the privacy officer reads it. What the check
/// finds is a warning here and a refusal at release. Answers the id of the story.
/// </summary>
[Requires(Permission.WriteStory)]
public sealed record AnonymiseStory(Guid CommandId, Guid StoryId, Guid BaseVersion) : ICommand;

internal sealed class AnonymiseStoryHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<AnonymiseStory, Guid>
{
    public async Task<Guid> Handle(AnonymiseStory c, CancellationToken cancellationToken)
    {
        var story = await db.ForWriting(current, c.StoryId, c.BaseVersion, cancellationToken);
        story.Anonymise(actor.StaffId!.Value, clock.UtcNow());
        return story.Id;
    }
}
