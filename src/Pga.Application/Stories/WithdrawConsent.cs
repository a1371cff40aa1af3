using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Stories;

/// <summary>Records that the person takes their consent back; a release falls with it. Answers the id of the story.</summary>
[Requires(Permission.WriteStory)]
public sealed record WithdrawConsent(Guid CommandId, Guid StoryId, Guid BaseVersion) : ICommand;

internal sealed class WithdrawConsentHandler(PgaDbContext db, CurrentRequest current) : IRequestHandler<WithdrawConsent, Guid>
{
    public async Task<Guid> Handle(WithdrawConsent c, CancellationToken cancellationToken)
    {
        var story = await db.ForWriting(current, c.StoryId, c.BaseVersion, cancellationToken);
        story.WithdrawConsent();
        return story.Id;
    }
}
