using Microsoft.AspNetCore.Razor.TagHelpers;
using Pga.Domain.Trajects;

namespace Pga.Web.Ui;

/// <summary>The state of a traject, in words with an icon: <c>&lt;statusmerk staat="running" sinds="date" /&gt;</c>.</summary>
[HtmlTargetElement("statusmerk", Attributes = "staat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusmerkTagHelper : TagHelper
{
    /// <summary>One of <see cref="TrajectStates"/>.</summary>
    [HtmlAttributeName("staat")]
    public string State { get; set; } = string.Empty;

    /// <summary>Since when the traject runs, or until when it ran.</summary>
    [HtmlAttributeName("sinds")]
    public DateOnly? Since { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (look, icon) = State switch
        {
            TrajectStates.Referred => ("inactive", "instroom"),
            TrajectStates.Triage => ("neutral", "klok"),
            TrajectStates.Accepted => ("success", "goed"),
            TrajectStates.Rejected => ("inactive", "sluit"),
            TrajectStates.Redirected => ("inactive", "verzend"),
            TrajectStates.ScaledUp => ("warning", "op"),
            TrajectStates.InDetention => ("warning", "slot"),
            TrajectStates.OutflowProposed => ("success", "afschalen"),
            TrajectStates.Ended => ("inactive", "goed"),
            _ => ("neutral", "actief"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"utrecht-status-badge utrecht-status-badge--{look}");
        output.Content.AppendHtml(Icon.Html(icon));
        output.Content.Append(TrajectStates.List.Label(State));
        if (Since is { } since)
            output.Content.Append($" {(State == TrajectStates.Ended ? "op" : "sinds")} {Dates.Short(since)}");
    }
}
