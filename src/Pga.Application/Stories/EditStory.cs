using System.Globalization;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Common;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>Changes a story. Whatever it changes sends the story back to concept. Answers the id of the story.</summary>
[Requires(Permission.WriteStory)]
public sealed record EditStory(Guid CommandId, Guid StoryId, Guid BaseVersion, int Year, string Title, string Text, string LinkKind, string LinkTo)
    : ICommand, IStoryFields;

internal sealed class EditStoryValidator(TimeProvider clock) : StoryRules<EditStory>(clock);

internal sealed class EditStoryHandler(PgaDbContext db, CurrentRequest current, TimeProvider clock) : IRequestHandler<EditStory, Guid>
{
    public async Task<Guid> Handle(EditStory c, CancellationToken cancellationToken)
    {
        var seen = await db.Visible(c.StoryId, cancellationToken);
        var story = await db.ForWriting(current, c.StoryId, seen.Version, cancellationToken);
        await db.RefuseFrozen(c.Year, cancellationToken);
        if (story.Version != c.BaseVersion)
            throw new Conflict(story.Version, [.. (await Compare(story, c, cancellationToken)).Where(v => v.Theirs != v.Yours)]);
        story.Edit(await c.Draft(db, cancellationToken, story), clock.UtcNow());
        return story.Id;
    }

    private async Task<IReadOnlyList<ConflictingValue>> Compare(Story now, EditStory c, CancellationToken ct)
    {
        var interventions = await db.InterventionNames(ct);
        return
        [
            new("Year", "Jaar", Text(now.Year), Text(c.Year)),
            new("Title", "Titel", now.Title, c.Title.Trim()),
            new("Text", "Verhaal", now.Text, c.Text.ReplaceLineEndings("\n").Trim()),
            new("LinkTo", "Hoort bij", StoryLinks.About(now.LinkKind, now.LinkTo, interventions), StoryLinks.About(c.LinkKind, c.LinkTo.Trim(), interventions)),
            new("", "Stap", StoryStates.List.Label(now.State), null),
        ];
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
