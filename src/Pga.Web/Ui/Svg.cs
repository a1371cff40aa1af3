using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Pga.Web.Ui;

/// <summary>Writes a drawing. Coordinates always have a point, whatever the language; every text is encoded.</summary>
internal sealed class Svg(double width, double height)
{
    /// <summary>From one line of text to the next.</summary>
    public const int LineHeight = 15;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private readonly StringBuilder _drawing = new();
    private string _opening = string.Empty;

    /// <summary>A drawing that says nothing the words beside it don't say.</summary>
    public Svg Silent(string? cssClass = null, bool fixedSize = false)
    {
        _opening = Open(cssClass, fixedSize) + " aria-hidden=\"true\" focusable=\"false\">";
        return this;
    }

    /// <summary>A drawing with a title and a description for who can't see it.</summary>
    public Svg Spoken(string id, string title, string description, string? cssClass = null)
    {
        var safeId = Encode(id);
        _opening = Open(cssClass, fixedSize: false)
            + $" role=\"img\" aria-labelledby=\"{safeId}-t {safeId}-d\" focusable=\"false\">"
            + $"<title id=\"{safeId}-t\">{Encode(title)}</title><desc id=\"{safeId}-d\">{Encode(description)}</desc>";
        return this;
    }

    public Svg Path(string cssClass, string data)
    {
        _drawing.Append(CultureInfo.InvariantCulture, $"<path class=\"{cssClass}\" d=\"{data}\"/>");
        return this;
    }

    public Svg Line(string cssClass, double x1, double y1, double x2, double y2) =>
        Path(cssClass, $"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}");

    public Svg Rectangle(string cssClass, double x, double y, double rectangleWidth, double rectangleHeight)
    {
        _drawing.Append(
            CultureInfo.InvariantCulture,
            $"<rect class=\"{cssClass}\" x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(rectangleWidth)}\" height=\"{Number(rectangleHeight)}\"/>");
        return this;
    }

    public Svg Circle(string cssClass, double x, double y, double radius)
    {
        _drawing.Append(
            CultureInfo.InvariantCulture,
            $"<circle class=\"{cssClass}\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"/>");
        return this;
    }

    /// <summary>A text; a line break in it starts a second line.</summary>
    public Svg Text(string cssClass, double x, double y, string text, string? anchor = null)
    {
        _drawing.Append(CultureInfo.InvariantCulture, $"<text class=\"{cssClass}\" x=\"{Number(x)}\" y=\"{Number(y)}\"");
        if (anchor is not null) _drawing.Append(CultureInfo.InvariantCulture, $" text-anchor=\"{anchor}\"");
        _drawing.Append('>');
        var lines = text.Split('\n');
        _drawing.Append(Encode(lines[0]));
        foreach (var line in lines.Skip(1))
        {
            _drawing.Append(CultureInfo.InvariantCulture, $"<tspan x=\"{Number(x)}\" dy=\"{LineHeight}\">{Encode(line)}</tspan>");
        }

        _drawing.Append("</text>");
        return this;
    }

    public IHtmlContent ToHtml() => new HtmlString(_opening + _drawing + "</svg>");

    /// <summary>A coordinate: one decimal at most.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A number for people: 1.234,5</summary>
    public static string Shown(decimal value, string unit) => value.ToString("#,##0.#", Dutch) + unit;

    private string Open(string? cssClass, bool fixedSize)
    {
        var size = fixedSize ? $" width=\"{Number(width)}\" height=\"{Number(height)}\"" : string.Empty;
        var classes = cssClass is null ? string.Empty : $" class=\"{cssClass}\"";
        return $"<svg{classes} viewBox=\"0 0 {Number(width)} {Number(height)}\"{size}";
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
