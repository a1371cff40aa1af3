using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>Records that the person agrees with the text as it is now. Answers the id of the story.</summary>
/// <param name="How">One of <see cref="StoryConsent.Ways"/>.</param>
/// <param name="On">The day on which they said so.</param>
[Requires(Permission.WriteStory)]
public sealed record RecordConsent(Guid CommandId, Guid StoryId, Guid BaseVersion, string How, DateOnly On) : ICommand;

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsent>
{
    public RecordConsentValidator()
    {
        RuleFor(c => c.How).Must(StoryConsent.Ways.Has).WithErrorCode("story.consent-how").WithMessage("Kies hoe de toestemming is gegeven.");
        RuleFor(c => c.On).NotEmpty().WithErrorCode("story.consent-on").WithMessage("Kies de dag waarop de toestemming is gegeven.");
    }
}

internal sealed class RecordConsentHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<RecordConsent, Guid>
{
    public async Task<Guid> Handle(RecordConsent c, CancellationToken cancellationToken)
    {
        var story = await db.ForWriting(current, c.StoryId, c.BaseVersion, cancellationToken);
        story.RecordConsent(c.How, c.On, actor.StaffId!.Value, clock.UtcNow());
        return story.Id;
    }
}
