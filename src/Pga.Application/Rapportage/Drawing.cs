using System.Globalization;
using System.Text;

namespace Pga.Application.Rapportage;

/// <summary>A chart as shapes, of which documents each make their own kind of picture. A unit is a quarter of a millimetre on paper.</summary>
internal sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes)
{
    /// <summary>As wide as the text on an A4.</summary>
    public const double FullWidth = 640;

    /// <summary>What fits on a page, with a caption.</summary>
    public const double FullHeight = 880;

    public const double FontSize = 12;

    public const double LineHeight = 15;
}

internal abstract record Shape;

/// <param name="Series">0 for the first row of values, 1 for the second.</param>
internal sealed record Bar(double X, double Y, double Width, double Height, int Series) : Shape;

internal sealed record Stroke(double X1, double Y1, double X2, double Y2, Ink Ink) : Shape;

/// <param name="Y">The line that the letters stand on.</param>
internal sealed record Label(double X, double Y, string Text, Side Side) : Shape;

internal enum Ink
{
    Grid,
    Axis,
    Hatch,
}

/// <summary>Where a text is in respect of its place.</summary>
internal enum Side
{
    Right,
    Left,
    Middle,
}

/// <summary>The colours of the charts, as on the pages; each other than the next by light and by hatching too.</summary>
internal static class Palette
{
    public const string Text = "2c3a49";

    public const double HatchWidth = 0.75;

    public static (string Fill, string Outline, double Width) Of(int series) => series == 0 ? ("15487a", "15487a", 1) : ("cfdfee", "15487a", 1.5);

    public static string Of(Ink ink) => ink switch
    {
        Ink.Grid => "dde3e9",
        Ink.Axis => "5b6b7d",
        _ => "15487a",
    };
}

/// <summary>How wide a text is in Arial, and in the fonts that were made as wide.</summary>
internal static class Arial
{
    private const int FirstLetter = ' ';

    private const int AnyLetter = 600;

    // From the space to the tilde, in thousandths of the size of the font.
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Width(string text, double size) => text.Sum(c => Width(c, size));

    public static double Width(char letter, double size)
    {
        // A letter with an accent is as wide as the one without.
        if (letter > '~')
            letter = letter == '–' ? 'a' : letter == '’' ? 'i' : Plain(letter);
        var place = letter - FirstLetter;
        return (place >= 0 && place < Widths.Length ? Widths[place] : AnyLetter) * size / 1000;
    }

    /// <summary>The text in lines of at most this width; a word that is longer is broken.</summary>
    public static IReadOnlyList<string> Wrap(string text, double room, double size)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Width($"{line} {word}", size) <= room)
            {
                line.Append(' ').Append(word);
                continue;
            }

            if (line.Length > 0)
                lines.Add(line.ToString());
            line.Clear();
            var left = word;
            while (Width(left, size) > room)
            {
                var fits = 1;
                while (Width(left[..(fits + 1)], size) <= room)
                    fits++;
                if (char.IsHighSurrogate(left[fits - 1]))
                    fits++;
                lines.Add(left[..fits]);
                left = left[fits..];
            }

            line.Append(left);
        }

        if (line.Length > 0 || lines.Count == 0)
            lines.Add(line.ToString());
        return lines;
    }

    private static char Plain(char letter) =>
        char.IsSurrogate(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.OtherNotAssigned ? letter : letter.ToString().Normalize(NormalizationForm.FormD)[0];
}
