using Pga.Application.Rapportage;

namespace Pga.Application.Tests.Rapportage;

/// <summary>The charts of the documents: of shown numbers only.</summary>
internal sealed class DrawingTests
{
    [Test]
    public void Draws_a_withheld_number_as_a_dash_without_a_bar()
    {
        var drawing = ReportFigure.Of(Documents.Outflow)!.Drawing;

        Assert.That(Numbers(drawing), Is.EqualTo(new[] { "1.022", "2.030", "–", "17" }), "not the reasons, not the total");
        Assert.That(Bars(drawing).Select(b => b.Series), Is.EqualTo(new[] { 0, 1, 1 }));
        var scale = 2030 / Bars(drawing)[1].Height;
        Assert.That(Bars(drawing).Select(b => b.Height * scale), Is.EqualTo(new double[] { 1022, 2030, 17 }).Within(0.001));
    }

    [Test]
    public void Draws_bars_as_long_as_their_number()
    {
        var drawing = ReportFigure.Of(Documents.Concerns)!.Drawing;

        Assert.That(Numbers(drawing), Is.EqualTo(new[] { "–", "40", "0", "33", "15", "28", "22", "–" }), "in the order of the table");
        var scale = 40 / Bars(drawing)[0].Width;
        Assert.That(Bars(drawing).Select(b => b.Width * scale), Is.EqualTo(new double[] { 40, 33, 15, 28, 22 }).Within(0.001));
    }

    [Test]
    public void Gives_no_chart_where_there_is_nothing_to_draw()
    {
        Assert.That(ReportFigure.Of(Documents.Budget), Is.Null, "not one of those that are drawn");
        Assert.That(ReportFigure.Of(Documents.Outflow with { Rows = [] }), Is.Null);
        Assert.That(ReportFigure.Of(Documents.Outflow with { Rows = [new("positive", null, "Positief", 1, [0, null])] }), Is.Null);
    }

    [Test]
    public void Gives_no_chart_that_does_not_fit_on_a_page()
    {
        ReportFigure? Of(int rows) => ReportFigure.Of(Documents.Outflow with { Id = "inflow-wijk", Rows = [.. Enumerable.Range(0, rows).Select(i => new ReportRow($"{i}", null, $"Wijk {i}", 1, [5, 6]))] });

        Assert.That(Of(25)!.Drawing.Height, Is.LessThanOrEqualTo(Drawing.FullHeight));
        Assert.That(Of(40), Is.Null);
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(60)]
    [TestCase(1_000_000)]
    public void Keeps_every_shape_within_the_picture(long number)
    {
        string[] labels = ["W", new string('M', 80), "Een naam van heel veel woorden die nergens in één regel past", "ż\uD800"];
        foreach (var id in new[] { "inflow", "inflow-wijk" })
        {
            var table = Documents.Outflow with { Id = id, Rows = [.. labels.Select((l, i) => new ReportRow($"{i}", null, l, 1, [number, i]))] };

            var drawing = ReportFigure.Of(table)!.Drawing;

            Assert.Multiple(() =>
            {
                foreach (var shape in drawing.Shapes)
                {
                    var (left, top, right, bottom) = Box(shape);
                    Assert.That(left >= -0.5 && top >= 0 && right <= drawing.Width + 0.5 && bottom <= drawing.Height, Is.True, $"{id}: {shape}");
                }
            });
        }
    }

    [Test]
    public void Is_a_metafile_of_whole_records_with_the_same_texts()
    {
        var drawing = ReportFigure.Of(Documents.Concerns)!.Drawing;

        var metafile = Metafile.Read(DrawingEmf.Write(drawing));

        Assert.That(metafile.Texts, Is.EqualTo(drawing.Shapes.OfType<Label>().Select(l => l.Text)));
        Assert.That(metafile.Rectangles, Is.EqualTo(Bars(drawing).Count + 2), "with those of the legend");
        Assert.That(metafile.Ratio, Is.EqualTo(drawing.Height / drawing.Width).Within(0.001));
    }

    [TestCase("Een twee drie", "Een twee|drie")]
    [TestCase("", "")]
    [TestCase("Onafgebroken", "Onafgebr|oken")]
    public void Wraps_at_words_where_it_can(string text, string lines) => Assert.That(string.Join('|', Arial.Wrap(text, 56, 12)), Is.EqualTo(lines));

    // Without the samples of the legend.
    private static List<Bar> Bars(Drawing drawing) => [.. drawing.Shapes.OfType<Bar>().Skip(2)];

    private static IEnumerable<string> Numbers(Drawing drawing)
    {
        var axis = drawing.Shapes.OfType<Stroke>().Count(s => s.Ink == Ink.Grid);
        return drawing.Shapes.OfType<Label>().Skip(2 + axis).Select(l => l.Text).Where(t => t == "–" || char.IsDigit(t[0]));
    }

    private static (double Left, double Top, double Right, double Bottom) Box(Shape shape)
    {
        switch (shape)
        {
            case Bar bar:
                return (bar.X, bar.Y, bar.X + bar.Width, bar.Y + bar.Height);
            case Stroke stroke:
                return (Math.Min(stroke.X1, stroke.X2), Math.Min(stroke.Y1, stroke.Y2), Math.Max(stroke.X1, stroke.X2), Math.Max(stroke.Y1, stroke.Y2));
            case Label label:
                var width = Arial.Width(label.Text, Drawing.FontSize);
                var left = label.X - (label.Side switch { Side.Left => width, Side.Middle => width / 2, _ => 0 });
                return (left, label.Y - (0.75 * Drawing.FontSize), left + width, label.Y + (0.2 * Drawing.FontSize));
            default:
                throw new ArgumentException(shape.ToString());
        }
    }
}
