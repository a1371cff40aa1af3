using System.Globalization;

namespace Pga.Application.Rapportage;

/// <summary>A drawing as SVG within HTML. Its classes are in the style of <see cref="ReportHtml"/>.</summary>
internal static class DrawingSvg
{
    /// <summary>The rules that the drawings need.</summary>
    public static readonly string Style = string.Join('\n',
    [
        $"svg text{{font:{Number(Drawing.FontSize)}px Arial,'Liberation Sans',sans-serif;fill:#{Palette.Text}}}",
        .. Enumerable.Range(0, 2).Select(i => $".r{i}{{fill:#{Palette.Of(i).Fill};stroke:#{Palette.Of(i).Outline};stroke-width:{Number(Palette.Of(i).Width)}}}"),
        .. Enum.GetValues<Ink>().Select(ink => $".{Class(ink)}{{stroke:#{Palette.Of(ink)};stroke-width:{Number(ink == Ink.Hatch ? Palette.HatchWidth : 1)}}}"),
    ]);

    public static void Write(Drawing drawing, string id, string title, string description, TextWriter html, Func<string, string> encode)
    {
        html.Write($"<svg viewBox=\"0 0 {Number(drawing.Width)} {Number(drawing.Height)}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">");
        html.Write($"<title id=\"{id}-t\">{encode(title)}</title><desc id=\"{id}-d\">{encode(description)}</desc>");
        foreach (var shape in drawing.Shapes)
        {
            switch (shape)
            {
                case Bar bar:
                    html.Write($"<rect class=\"r{bar.Series}\" x=\"{Number(bar.X)}\" y=\"{Number(bar.Y)}\" width=\"{Number(bar.Width)}\" height=\"{Number(bar.Height)}\"/>");
                    break;
                case Stroke stroke:
                    html.Write($"<path class=\"{Class(stroke.Ink)}\" d=\"M{Number(stroke.X1)} {Number(stroke.Y1)}L{Number(stroke.X2)} {Number(stroke.Y2)}\"/>");
                    break;
                case Label label:
                    html.Write($"<text x=\"{Number(label.X)}\" y=\"{Number(label.Y)}\"{Anchor(label.Side)}>{encode(label.Text)}</text>");
                    break;
            }
        }

        html.WriteLine("</svg>");
    }

    private static string Class(Ink ink) => ink switch
    {
        Ink.Grid => "raster",
        Ink.Axis => "as",
        _ => "arcering",
    };

    private static string Anchor(Side side) => side switch
    {
        Side.Left => " text-anchor=\"end\"",
        Side.Middle => " text-anchor=\"middle\"",
        _ => "",
    };

    private static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
