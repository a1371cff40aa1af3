using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Common;

namespace Pga.Application.Stories;

/// <summary>
/// Takes a story back for good: by its author, by who may write in its dossier, or by the privacy officer. Answers the id of
/// the story.
/// </summary>
[Requires(Permission.WithdrawStory)]
public sealed record WithdrawStory(Guid CommandId, Guid StoryId, Guid BaseVersion) : ICommand;

internal sealed class WithdrawStoryHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<WithdrawStory, Guid>
{
    public async Task<Guid> Handle(WithdrawStory c, CancellationToken cancellationToken)
    {
        var story = await db.Visible(c.StoryId, cancellationToken);
        if (await db.SourceToWrite(c.StoryId, cancellationToken) is { } source)
        {
            current.ClientId = source.ClientId;
            current.TrajectId = source.TrajectId;
        }
        else if (story.AuthorId != actor.StaffId && !actor.Can(Permission.ReleaseStory))
        {
            throw new Forbidden("U mag dit verhaal niet terugtrekken.");
        }

        await db.RefuseFrozen(story.Year, cancellationToken);
        StoryRecords.Check(story, c.BaseVersion);
        story.Withdraw(actor.StaffId!.Value, clock.UtcNow());
        return story.Id;
    }
}
