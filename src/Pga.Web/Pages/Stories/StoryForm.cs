using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Stories;
using Pga.Domain.Common;
using Pga.Domain.Stories;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Stories;

/// <summary>The form for a story, shared by the page that writes one and the page that edits one.</summary>
public abstract class StoryForm(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    private const char Between = ':';

    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public int? Year { get; set; }

        /// <summary>A kind with what is chosen of it, or <c>goal</c>.</summary>
        public string? LinkKind { get; set; }

        /// <summary>The goal in words.</summary>
        public string? LinkTo { get; set; }

        public string? Title { get; set; }

        public string? Text { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public StoryChoices Choices { get; private set; } = null!;

    /// <summary>This year and the one before; and the one it has.</summary>
    public IEnumerable<SelectListItem> Years => new[] { clock.Today().Year, clock.Today().Year - 1 }.Append(Input.Year ?? clock.Today().Year)
        .Distinct().OrderDescending().Select(y => new SelectListItem($"{y}", $"{y}"));

    public IEnumerable<SelectListItem> Links
    {
        get
        {
            var (areas, interventions) = (new SelectListGroup { Name = "Leefgebied" }, new SelectListGroup { Name = "Interventie" });
            return
            [
                .. Choices.Leefgebieden.Select(l => new SelectListItem(l.Label, StoryLinks.Leefgebied + Between + l.Key) { Group = areas }),
                .. Choices.Interventions.Select(i => new SelectListItem(i.Label, StoryLinks.Intervention + Between + i.Key) { Group = interventions }),
                new SelectListItem("Een doel (schrijf het hieronder op)", StoryLinks.Goal),
            ];
        }
    }

    protected string LinkKind => Input.LinkKind?.Split(Between)[0] ?? "";

    protected string LinkTo => Input.LinkKind?.Split(Between, 2) is [_, var key] ? key : Input.LinkTo ?? "";

    protected void Fill(StoryView story)
    {
        Input.BaseVersion = story.Version;
        Input.Year = story.Year;
        Input.Title = story.Title;
        Input.Text = story.Text;
        Input.LinkKind = story.LinkKind == StoryLinks.Goal ? StoryLinks.Goal : story.LinkKind + Between + story.LinkTo;
        Input.LinkTo = story.LinkKind == StoryLinks.Goal ? story.LinkTo : null;
    }

    protected async Task LoadChoices() => Choices = await Ask(new GetStoryChoices(LinkKind == StoryLinks.Intervention ? LinkTo : null));
}
