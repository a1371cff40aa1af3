using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pga.Web.Ui;

/// <summary>How many leefgebieden went up and down since the start, as a bar and in words, for a row of the worklist.</summary>
[HtmlTargetElement("balans", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BalansTagHelper : TagHelper
{
    private const double Width = 96;
    private const double Height = 26;
    private const double Middle = Width / 2;
    private const double BarTop = 7;
    private const double BarHeight = 12;

    /// <summary>Leefgebieden at a higher level than at the start.</summary>
    [HtmlAttributeName("vooruit")]
    public int Up { get; set; }

    /// <summary>Leefgebieden at a lower level than at the start.</summary>
    [HtmlAttributeName("achteruit")]
    public int Down { get; set; }

    /// <summary>Leefgebieden at the same level.</summary>
    [HtmlAttributeName("gelijk")]
    public int Same { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagMode = TagMode.StartTagAndEndTag;
        var all = Up + Down + Same;
        if (all == 0)
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "klein zacht");
            output.Content.SetContent("Nog geen tweede meting");
            return;
        }

        output.TagName = "div";
        output.Attributes.SetAttribute("class", "trend");
        output.Content.AppendHtml(Bar(all));
        output.Content.AppendHtml(Html.Element(
            "span",
            "klein trend__t",
            Count(Up, "op", " vooruit,"),
            " ",
            Count(Down, "neer", " achteruit,"),
            " ",
            Html.Element("span", "zacht nw trend__g", string.Create(CultureInfo.InvariantCulture, $"{Same} gelijk"))));
    }

    // Half of the bar is all leefgebieden, either way, so that rows can be compared.
    private IHtmlContent Bar(int all)
    {
        var unit = Middle / all;
        return new Svg(Width, Height)
            .Silent(fixedSize: true)
            .Rectangle("g-spoor", 0, BarTop, Width, BarHeight)
            .Rectangle("g-neer", Middle - (Down * unit), BarTop, Down * unit, BarHeight)
            .Rectangle("g-op", Middle, BarTop, Up * unit, BarHeight)
            .Line("g-as", Middle, 2, Middle, Height - 2)
            .ToHtml();
    }

    private static TagBuilder Count(int count, string direction, string spoken) => Html.Element(
        "b",
        count == 0 ? "zacht nw" : direction + " nw",
        Icon.Html(direction),
        count,
        Html.Spoken(spoken));
}

/// <summary>The course of one leefgebied as a step chart. Without <c>titel</c> it is decoration beside words.</summary>
[HtmlTargetElement("stapgrafiek", Attributes = "punten", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StapgrafiekTagHelper : TagHelper
{
    /// <summary>The assessments, in any order.</summary>
    [HtmlAttributeName("punten")]
    public IEnumerable<LevelPoint> Points { get; set; } = [];

    /// <summary>Where the axis starts; give several charts the same one to make them comparable.</summary>
    [HtmlAttributeName("van")]
    public DateOnly? From { get; set; }

    /// <summary>Where the axis ends.</summary>
    [HtmlAttributeName("tot")]
    public DateOnly? Until { get; set; }

    /// <summary>Makes it an image with a name of its own.</summary>
    [HtmlAttributeName("titel")]
    public string? Title { get; set; }

    /// <summary>The id its title and description derive from; needed with <c>titel</c>.</summary>
    [HtmlAttributeName("naam")]
    public string? Id { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(StepChart.Draw([.. Points.OrderBy(point => point.Date)], From, Until, Title, Id));
    }
}

/// <summary>One cell of the list of leefgebieden: name, level now, change since the start, and the step chart.</summary>
[HtmlTargetElement("leefgebied", Attributes = "naam,punten", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LeefgebiedTagHelper : TagHelper
{
    /// <summary>The name of the leefgebied.</summary>
    [HtmlAttributeName("naam")]
    public string Name { get; set; } = string.Empty;

    /// <summary>The assessments, in any order.</summary>
    [HtmlAttributeName("punten")]
    public IEnumerable<LevelPoint> Points { get; set; } = [];

    /// <summary>Where the axis starts.</summary>
    [HtmlAttributeName("van")]
    public DateOnly? From { get; set; }

    /// <summary>Where the axis ends.</summary>
    [HtmlAttributeName("tot")]
    public DateOnly? Until { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        LevelPoint[] points = [.. Points.OrderBy(point => point.Date)];
        LevelPoint[] assessed = [.. points.Where(point => point.Level is not null)];
        var now = assessed.Length == 0 ? (int?)null : assessed[^1].Level;

        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "leef__cel");
        output.Content.AppendHtml(Html.Element("h3", "leef__t", Name));
        output.Content.AppendHtml(Html.Element(
            "p",
            "leef__nu",
            Html.Element("b", null, now?.ToString(CultureInfo.InvariantCulture) ?? ChartData.Withheld),
            Html.Element("span", "klein zacht", Levels.Word(now)),
            assessed.Length < 2 ? null : Delta(assessed[^1].Level!.Value - assessed[0].Level!.Value, assessed[0].Date)));
        output.Content.AppendHtml(StepChart.Draw(points, From, Until, null, null));
    }

    private static TagBuilder Delta(int change, DateOnly since)
    {
        var (direction, icon, text) = change switch
        {
            > 0 => ("op", "stijgt", string.Create(CultureInfo.InvariantCulture, $" +{change}")),
            < 0 => ("neer", "daalt", string.Create(CultureInfo.InvariantCulture, $" −{-change}")),
            _ => ("gelijk", "gelijk", " 0"),
        };
        var spoken = string.Create(CultureInfo.InvariantCulture, $" sinds {Dates.Month(since)} {since.Year}");
        return Html.Element("span", $"leef__delta {direction}", Icon.Html(icon), text, Html.Spoken(spoken));
    }
}

internal static class StepChart
{
    private const double Width = 168;
    private const double Height = 84;
    private const double Left = 16;
    private const double Right = 158;
    private const double Top = 7;
    private const double Bottom = 64;
    private const double LevelHeight = (Bottom - Top) / (Levels.Highest - Levels.Lowest);
    private const double Margin = 6;

    // The coloured zone is level 1 and 2: up to halfway to level 3.
    private const double ZoneTop = Bottom - (1.5 * LevelHeight);

    public static IHtmlContent Draw(LevelPoint[] points, DateOnly? from, DateOnly? until, string? title, string? id)
    {
        var svg = new Svg(Width, Height);
        if (title is null) svg.Silent();
        else svg.Spoken(id ?? throw new InvalidOperationException("A step chart with a title needs a naam."), title, Describe(points));

        svg.Rectangle("g-zone", Left, ZoneTop, Right - Left, Bottom + Margin - ZoneTop);
        svg.Path("g-raster", string.Concat(Enumerable.Range(Levels.Lowest, Levels.Highest)
            .Select(level => $"M{Svg.Number(Left)} {Svg.Number(Y(level))}H{Svg.Number(Right)}")));
        svg.Text("g-t", 0, Top + 4, Levels.Highest.ToString(CultureInfo.InvariantCulture));
        svg.Text("g-t", 0, Bottom + 4, Levels.Lowest.ToString(CultureInfo.InvariantCulture));
        if (points.Length == 0) return svg.ToHtml();

        var start = from ?? points[0].Date;
        var end = until ?? points[^1].Date;
        svg.Text("g-t g-t--as", Left, Height - 2, AxisLabel(start, end, start));
        if (end > start) svg.Text("g-t g-t--as", Right, Height - 2, AxisLabel(start, end, end), "end");

        DrawLine(svg, points, start, end);
        DrawPoints(svg, points, start, end);
        return svg.ToHtml();
    }

    private static void DrawLine(Svg svg, LevelPoint[] points, DateOnly start, DateOnly end)
    {
        var line = new System.Text.StringBuilder();
        int? former = null;
        foreach (var point in points)
        {
            if (point.Level is { } level)
            {
                var x = Svg.Number(X(point.Date, start, end));
                var y = Svg.Number(Y(level));
                line.Append(former is null ? $"M{x} {y}" : $"H{x}V{y}");
            }

            former = point.Level;
        }

        if (line.Length > 0) svg.Path("g-lijn", line.ToString());
    }

    private static void DrawPoints(Svg svg, LevelPoint[] points, DateOnly start, DateOnly end)
    {
        var last = Array.FindLastIndex(points, point => point.Level is not null);
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i].Level is not { } level) continue;
            svg.Circle(i == last ? "g-punt g-punt--nu" : "g-punt", X(points[i].Date, start, end), Y(level), i == last ? 4.5 : 3);
        }
    }

    private static double X(DateOnly date, DateOnly start, DateOnly end)
    {
        var days = end.DayNumber - start.DayNumber;
        if (days <= 0) return Left;
        return Left + ((Right - Left) * Math.Clamp((double)(date.DayNumber - start.DayNumber) / days, 0, 1));
    }

    private static double Y(int level) => Bottom - ((level - Levels.Lowest) * LevelHeight);

    private static string AxisLabel(DateOnly start, DateOnly end, DateOnly date) =>
        start.Year == end.Year ? Dates.ShortMonth(date) : Dates.MonthYear(date);

    private static string Describe(LevelPoint[] points)
    {
        LevelPoint[] assessed = [.. points.Where(point => point.Level is not null)];
        return assessed switch
        {
            [] => "Niet beoordeeld.",
            [var only] => $"Score {only.Level} ({Levels.Word(only.Level)}) op {Dates.Long(only.Date)}.",
            _ => $"Van score {assessed[0].Level} op {Dates.Long(assessed[0].Date)} naar score {assessed[^1].Level} op {Dates.Long(assessed[^1].Date)}, in {assessed.Length} metingen.",
        };
    }
}
