using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pga.Web.Ui;

/// <summary>
/// What the report charts share. Each is written twice, wide and narrow; the stylesheet shows the one that fits,
/// because a wide chart scaled down to a phone can't be read.
/// </summary>
public abstract class ChartTagHelper : TagHelper
{
    /// <summary>What to show.</summary>
    [HtmlAttributeName("data")]
    public ChartData Data { get; set; } = default!;

    /// <summary>A name that is unique on the page; ids derive from it.</summary>
    [HtmlAttributeName("naam")]
    public string Id { get; set; } = string.Empty;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Data.Check();
        output.TagName = null;
        if (HasLegend) output.Content.AppendHtml(Legend());
        output.Content.AppendHtml(Draw(wide: true));
        output.Content.AppendHtml(Draw(wide: false));
    }

    private protected virtual bool HasLegend => Data.Series.Count > 1;

    private protected abstract IHtmlContent Draw(bool wide);

    private protected Svg Start(double width, double height, bool wide) => new Svg(width, height)
        .Spoken($"{Id}-{(wide ? "breed" : "smal")}", Data.Title, Data.Description, wide ? "grafiek g-breed" : "grafiek g-smal");

    private protected static string Fill(int series) => string.Create(CultureInfo.InvariantCulture, $"g-r{series + 1}");

    private protected decimal Largest(bool stacked) => stacked
        ? Enumerable.Range(0, Data.Categories.Count).Select(i => Data.Series.Sum(series => series.Values[i] ?? 0)).DefaultIfEmpty().Max()
        : Data.Series.SelectMany(series => series.Values).Max() ?? 0;

    private TagBuilder Legend()
    {
        var list = Html.Element("ul", "legenda");
        for (var i = 0; i < Data.Series.Count; i++)
        {
            var sample = new Svg(12, 12).Silent(fixedSize: true).Rectangle(Fill(i), 1, 1, 10, 10).ToHtml();
            list.InnerHtml.AppendHtml(Html.Element("li", null, sample, Data.Series[i].Name));
        }

        return list;
    }
}

/// <summary>Columns, beside each other or stacked.</summary>
[HtmlTargetElement("kolomgrafiek", Attributes = "data,naam", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KolomgrafiekTagHelper : ChartTagHelper
{
    private const double Top = 16;
    private const double SeriesGap = 2;

    // A label needs this much height to stand inside its segment.
    private const double LabelHeight = 14;

    /// <summary>Stack the series instead of putting them beside each other.</summary>
    [HtmlAttributeName("gestapeld")]
    public bool Stacked { get; set; }

    private protected override IHtmlContent Draw(bool wide)
    {
        const double digitWidth = 7.4;
        var (width, bottom) = wide ? (640.0, 256.0) : (320.0, 216.0);
        var scale = Scale.For(Largest(Stacked));
        var left = Math.Max(wide ? 40.0 : 26.0, 8 + (Svg.Shown(scale.Top, Data.Unit).Length * digitWidth));
        var right = width - 12;
        var band = (right - left) / Math.Max(Data.Categories.Count, 1);
        string[] labels = [.. Data.Categories.Select(category => Wrap(category, band))];
        var height = bottom + 14 + (Svg.LineHeight * labels.Select(label => label.Count(letter => letter == '\n') + 1).DefaultIfEmpty(1).Max());
        var svg = Start(width, height, wide);
        for (var value = 0m; value <= scale.Top; value += scale.Step)
        {
            var y = bottom - (scale.Part(value) * (bottom - Top));
            svg.Line("g-raster", left, y, right, y);
            svg.Text("g-t", left - 8, y + 4, Svg.Shown(value, Data.Unit), "end");
        }

        for (var i = 0; i < labels.Length; i++)
        {
            var x = left + (i * band);
            if (Stacked) Stack(svg, i, x, band, bottom, scale);
            else Group(svg, i, x, band, bottom, scale);
            svg.Text("g-t", x + (band / 2), bottom + 17, labels[i], "middle");
        }

        return svg.Line("g-as", left, bottom, right, bottom).ToHtml();
    }

    private void Stack(Svg svg, int category, double x, double band, double bottom, Scale scale)
    {
        const double share = 0.64;
        var width = Math.Min(band * share, 64);
        var left = x + ((band - width) / 2);
        var middle = x + (band / 2);
        var y = bottom;
        var isAnyWithheld = false;
        for (var i = 0; i < Data.Series.Count; i++)
        {
            if (Data.Series[i].Values[category] is not { } value)
            {
                isAnyWithheld = true;
                continue;
            }

            var height = scale.Part(value) * (bottom - Top);
            if (height <= 0) continue;
            var gap = y < bottom ? Math.Min(SeriesGap, height / 2) : 0;
            y -= height;
            svg.Rectangle(Fill(i), left, y, width, height - gap);
            if (height >= LabelHeight) svg.Text(OnFill(i), middle, y + ((height - gap) / 2) + 4, Data.Label(value), "middle");
        }

        // One dash above, whichever part is withheld: it takes no place that could be measured.
        if (isAnyWithheld) svg.Text("g-t g-t--vet", middle, y - 6, ChartData.Withheld, "middle");
    }

    private void Group(Svg svg, int category, double x, double band, double bottom, Scale scale)
    {
        const double share = 0.76;
        var width = Math.Min(band * share / Data.Series.Count, 48);
        var left = x + ((band - (width * Data.Series.Count)) / 2);
        for (var i = 0; i < Data.Series.Count; i++)
        {
            var value = Data.Series[i].Values[category];
            var height = value is { } known ? scale.Part(known) * (bottom - Top) : 0;
            var columnLeft = left + (i * width);
            if (height > 0) svg.Rectangle(Fill(i), columnLeft + (SeriesGap / 2), bottom - height, width - SeriesGap, height);
            svg.Text("g-t", columnLeft + (width / 2), bottom - height - 5, Data.Label(value), "middle");
        }
    }

    // Words that don't fit beside each other go below each other.
    private static string Wrap(string label, double room)
    {
        const double letterWidth = 6.7;
        if (label.Contains('\n', StringComparison.Ordinal)) return label;
        var wrapped = new StringBuilder();
        var used = 0.0;
        foreach (var word in label.Split(' '))
        {
            var needed = word.Length * letterWidth;
            if (used > 0 && used + needed > room)
            {
                wrapped.Append('\n');
                used = 0;
            }
            else if (used > 0)
            {
                wrapped.Append(' ');
            }

            wrapped.Append(word);
            used += needed + letterWidth;
        }

        return wrapped.ToString();
    }

    private static string OnFill(int series) => series == 0 ? "g-t g-t--wit g-t--vet" : "g-t";
}

/// <summary>Horizontal bars, for categories with long names.</summary>
[HtmlTargetElement("staafgrafiek", Attributes = "data,naam", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StaafgrafiekTagHelper : ChartTagHelper
{
    private const double BarHeight = 18;
    private const double BarGap = 3;
    private const double RowGap = 14;
    private const double ValueWidth = 64;
    private const double ShortestLabel = 120;
    private const double LetterWidth = 7.4;

    private protected override IHtmlContent Draw(bool wide)
    {
        var width = wide ? 640.0 : 320.0;
        var left = wide ? Math.Max(ShortestLabel, 16 + (Data.Categories.Select(c => c.Length).DefaultIfEmpty().Max() * LetterWidth)) : 0.0;
        var labelHeight = wide ? 0.0 : 20.0;
        var rowHeight = labelHeight + (Data.Series.Count * (BarHeight + BarGap)) + RowGap;
        var height = (rowHeight * Data.Categories.Count) + 2;
        var room = width - left - ValueWidth;
        var largest = Largest(stacked: false);
        var svg = Start(width, height, wide);
        for (var i = 0; i < Data.Categories.Count; i++)
        {
            var top = (i * rowHeight) + labelHeight;
            var label = Data.Categories[i].Replace('\n', ' ');
            var middle = top + (Data.Series.Count * (BarHeight + BarGap) / 2);
            if (wide) svg.Text("g-t g-t--rij", left - 12, middle + 3, label, "end");
            else svg.Text("g-t g-t--rij", 0, top - 6, label);
            for (var s = 0; s < Data.Series.Count; s++)
            {
                var value = Data.Series[s].Values[i];
                var length = value is { } known && largest > 0 ? (double)(known / largest) * room : 0;
                var y = top + (s * (BarHeight + BarGap)) + 1;
                if (length > 0) svg.Rectangle(Fill(s), left + 1, y, length, BarHeight);
                svg.Text("g-t g-t--vet", left + length + 9, y + (BarHeight / 2) + 4, Data.Label(value));
            }
        }

        if (wide) svg.Line("g-as", left, 0, left, height);
        return svg.ToHtml();
    }
}

/// <summary>The same numbers as a table, folded away under a chart.</summary>
[HtmlTargetElement("grafiektabel", Attributes = "data", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GrafiektabelTagHelper : TagHelper
{
    /// <summary>What the chart shows.</summary>
    [HtmlAttributeName("data")]
    public ChartData Data { get; set; } = default!;

    /// <summary>The heading of the first column, for example Kwartaal.</summary>
    [HtmlAttributeName("kop")]
    public string FirstHeading { get; set; } = string.Empty;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Data.Check();
        var heading = Html.Element("tr", null, Html.Element("th", null, FirstHeading).With("scope", "col"));
        foreach (var series in Data.Series)
        {
            heading.InnerHtml.AppendHtml(Html.Element("th", "getal", series.Name).With("scope", "col"));
        }

        var body = Html.Element("tbody", null);
        for (var i = 0; i < Data.Categories.Count; i++) body.InnerHtml.AppendHtml(Row(i));

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tabelalt");
        output.Content.AppendHtml(Html.Element("summary", null, "Bekijk als tabel"));
        var table = Html.Element(
            "table", "utrecht-table utrecht-table--html-table", Html.Element("caption", "vh", Data.Title), Html.Element("thead", null, heading), body);
        output.Content.AppendHtml(Html.Element("div", "utrecht-table-container", table)
            .With("tabindex", "0").With("role", "region").With("aria-label", $"{Data.Title}, als tabel"));
    }

    private TagBuilder Row(int category)
    {
        var row = Html.Element("tr", null, Html.Element("th", null, Data.Categories[category].Replace('\n', ' ')).With("scope", "row"));
        foreach (var series in Data.Series)
        {
            var value = series.Values[category];
            row.InnerHtml.AppendHtml(value is null
                ? Html.Element("td", "getal", Html.Element("span", null, ChartData.Withheld).With("aria-hidden", "true"), Html.Spoken("niet getoond"))
                : Html.Element("td", "getal", Data.Label(value)));
        }

        return row;
    }
}
