using Microsoft.AspNetCore.Razor.TagHelpers;
using Pga.Domain.Stories;

namespace Pga.Web.Ui;

/// <summary>Where a story is on its road, in words with an icon: <c>&lt;verhaalmerk staat="released" /&gt;</c>.</summary>
[HtmlTargetElement("verhaalmerk", Attributes = "staat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VerhaalmerkTagHelper : TagHelper
{
    /// <summary>One of <see cref="StoryStates"/>.</summary>
    [HtmlAttributeName("staat")]
    public string State { get; set; } = string.Empty;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (look, icon) = State switch
        {
            StoryStates.Concept => ("warning", "pen"),
            StoryStates.Released => ("success", "goed"),
            StoryStates.Withdrawn => ("inactive", "sluit"),
            _ => ("neutral", "actief"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"utrecht-status-badge utrecht-status-badge--{look}");
        output.Content.AppendHtml(Icon.Html(icon));
        output.Content.Append(StoryStates.List.Label(State));
    }
}
