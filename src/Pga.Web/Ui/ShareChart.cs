using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pga.Web.Ui;

/// <summary>A line of percentages over time, from 0 to 100. A value that isn't there is a dash on the axis and a gap in the line.</summary>
[HtmlTargetElement("aandeelgrafiek", Attributes = "data,naam", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AandeelgrafiekTagHelper : ChartTagHelper
{
    private const decimal Most = 100;
    private const decimal Step = 25;
    private const double Top = 22;

    // A number needs this much width; where there is less, only the ends of the line have one.
    private const double LabelWidth = 34;

    private protected override bool HasLegend => false;

    private protected override IHtmlContent Draw(bool wide)
    {
        var (width, bottom) = wide ? (640.0, 256.0) : (320.0, 216.0);
        var (left, right) = (wide ? 52.0 : 42.0, width - 12);
        var svg = Start(width, bottom + 14 + (2 * Svg.LineHeight), wide);
        for (var value = 0m; value <= Most; value += Step)
        {
            svg.Line("g-raster", left, Height(value, bottom), right, Height(value, bottom));
            svg.Text("g-t", left - 8, Height(value, bottom) + 4, Svg.Shown(value, Data.Unit), "end");
        }

        var values = Data.Series[0].Values;
        var band = (right - left) / Math.Max(values.Count, 1);
        var places = values.Select((value, i) => (X: left + ((i + 0.5) * band), Value: value)).ToList();
        svg.Path("g-lijn", Line(places, bottom));
        var shown = places.Where(p => p.Value is not null).ToList();
        foreach (var place in shown)
        {
            var y = Height(place.Value!.Value, bottom);
            svg.Circle(place == shown[^1] ? "g-punt g-punt--nu" : "g-punt", place.X, y, 4);
            if (band >= LabelWidth || place == shown[0] || place == shown[^1])
                svg.Text("g-t g-t--vet", place.X, y - 10, Data.Label(place.Value), "middle");
        }

        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Value is null)
                svg.Text("g-t g-t--vet", places[i].X, bottom - 6, ChartData.Withheld, "middle");
            svg.Text("g-t", places[i].X, bottom + 17, Data.Categories[i], "middle");
        }

        return svg.Line("g-as", left, bottom, right, bottom).ToHtml();
    }

    // A move where the value before isn't there, a line where it is.
    private static string Line(List<(double X, decimal? Value)> places, double bottom)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        foreach (var (x, value) in places)
        {
            if (value is { } known)
                path.Append(isDrawing ? 'L' : 'M').Append(Svg.Number(x)).Append(' ').Append(Svg.Number(Height(known, bottom)));
            isDrawing = value is not null;
        }

        return path.ToString();
    }

    private static double Height(decimal value, double bottom) => bottom - ((double)(value / Most) * (bottom - Top));
}
