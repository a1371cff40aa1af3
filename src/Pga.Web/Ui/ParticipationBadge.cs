using Microsoft.AspNetCore.Razor.TagHelpers;
using Pga.Domain.Interventions;

namespace Pga.Web.Ui;

/// <summary>Where a participation stands, in words with an icon: <c>&lt;deelnamemerk staat="waiting" plaats="2" /&gt;</c>.</summary>
[HtmlTargetElement("deelnamemerk", Attributes = "staat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeelnamemerkTagHelper : TagHelper
{
    /// <summary>One of <see cref="ParticipationStates"/>.</summary>
    [HtmlAttributeName("staat")]
    public string State { get; set; } = string.Empty;

    /// <summary>Place on the waiting list.</summary>
    [HtmlAttributeName("plaats")]
    public int Queue { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (look, icon) = State switch
        {
            ParticipationStates.Waiting or ParticipationStates.Offered => ("warning", "klok"),
            ParticipationStates.Lapsed or Participation.Declined => ("danger", "waarschuwing"),
            ParticipationStates.Running or ParticipationStates.Accepted => ("neutral", "actief"),
            Participation.Completed => ("success", "goed"),
            _ => ("inactive", "sluit"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"utrecht-status-badge utrecht-status-badge--{look}");
        output.Content.AppendHtml(Icon.Html(icon));
        output.Content.Append(ParticipationStates.List.Label(State));
        if (State == ParticipationStates.Waiting && Queue > 0)
            output.Content.Append($", plaats {Queue}");
    }
}
