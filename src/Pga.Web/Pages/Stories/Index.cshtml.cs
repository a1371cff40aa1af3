using MediatR;
using Pga.Application.Access;
using Pga.Application.Stories;
using Pga.Domain.Stories;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Stories;

/// <summary>The stories that somebody may read, first those that wait for them.</summary>
public sealed class IndexModel(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    public sealed record Group(string Key, string Title, IReadOnlyList<StoryLine> Stories);

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public bool MayWrite => actor.Can(Permission.WriteStory);

    public async Task OnGetAsync()
    {
        var stories = (await Ask(new GetStories())).Stories;
        Groups =
        [
            .. stories.GroupBy(GroupOf).OrderBy(g => Array.IndexOf(Titles, g.Key))
                .Select(g => new Group($"g{Array.IndexOf(Titles, g.Key)}", g.Key, [.. g])),
        ];
    }

    private static readonly string[] Titles = ["Om vrij te geven", "Uw verhalen", "Onderweg", "Vrijgegeven", "Teruggetrokken"];

    private string GroupOf(StoryLine story) => story.State switch
    {
        StoryStates.Released => Titles[3],
        StoryStates.Withdrawn => Titles[4],
        StoryStates.Consented when actor.Can(Permission.ReleaseStory) && !story.IsMine => Titles[0],
        _ => story.IsMine ? Titles[1] : Titles[2],
    };
}
