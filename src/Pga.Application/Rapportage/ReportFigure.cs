using System.Globalization;

namespace Pga.Application.Rapportage;

/// <summary>
/// The chart of a table in a document. It draws the shown numbers of the table and nothing else: a withheld number is a dash
/// on the axis, whatever it is, and has no part in the scale.
/// </summary>
internal sealed record ReportFigure(string Title, string Description, Drawing Drawing)
{
    private const string Withheld = "–";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Null for a table that has no chart, has nothing to draw, or has more rows than can be read in a chart on one page.</summary>
    public static ReportFigure? Of(ReportTable table)
    {
        if (table.Chart is not { } chart)
            return null;
        var isColumns = chart is ChartKind.Columns;
        var rows = table.RowsToDraw().ToList();
        if (!rows.Exists(r => r.Cells.Any(c => c > 0)))
            return null;
        var series = table.Columns.Select(c => ReportTexts.Allowed(c.Label)).ToList();
        var layout = new Layout(series, rows);
        var drawing = isColumns ? layout.AsColumns() : layout.AsBars();
        if (drawing.Height > Drawing.FullHeight)
            return null;
        var title = ReportTexts.Caption(table);
        return new ReportFigure(title,
            $"{(isColumns ? "Kolomgrafiek" : "Staafgrafiek")}: {title}, {string.Join(" en ", series)}. De tabel erboven heeft dezelfde aantallen.", drawing);
    }

    private sealed class Layout(List<string> series, List<ReportRow> rows)
    {
        private const double Top = 18;
        private const double Space = 8;

        private readonly List<Shape> _shapes = [];
        private readonly long _largest = rows.Max(r => r.Cells.Max()) ?? 0;

        private double LegendHeight => series.Count > 1 ? 28 : 0;

        /// <summary>Columns beside each other.</summary>
        public Drawing AsColumns()
        {
            const double height = 190;
            const double share = 0.7;
            const double widest = 48;
            var step = Step();
            var steps = (_largest + step - 1) / step;
            var left = Space + Arial.Width(Shown(steps * step), Drawing.FontSize) + Space;
            var right = Drawing.FullWidth - Space;
            var top = LegendHeight + Top;
            var bottom = top + height;
            Legend(left);
            for (var value = 0L; value <= steps * step; value += step)
            {
                var y = bottom - (height * value / (steps * step));
                _shapes.Add(new Stroke(left, y, right, y, Ink.Grid));
                _shapes.Add(new Label(left - Space, y + 4, Shown(value), Side.Left));
            }

            var band = (right - left) / rows.Count;
            var width = Math.Min(band * share / series.Count, widest);
            var lines = 1;
            for (var i = 0; i < rows.Count; i++)
            {
                var middle = left + ((i + 0.5) * band);
                for (var s = 0; s < series.Count; s++)
                {
                    var x = middle + ((s - (series.Count / 2.0)) * width);
                    var length = height * (rows[i].Cells[s] ?? 0) / (steps * step);
                    if (length > 0)
                        AddBar(new Bar(x + 1.5, bottom - length, width - 3, length, s));
                    _shapes.Add(new Label(x + (width / 2), bottom - length - 5, Shown(rows[i].Cells[s]), Side.Middle));
                }

                var words = Arial.Wrap(ReportTexts.Allowed(rows[i].Label), band - Space, Drawing.FontSize);
                for (var line = 0; line < words.Count; line++)
                    _shapes.Add(new Label(middle, bottom + 17 + (line * Drawing.LineHeight), words[line], Side.Middle));
                lines = Math.Max(lines, words.Count);
            }

            _shapes.Add(new Stroke(left, bottom, right, bottom, Ink.Axis));
            return new Drawing(Drawing.FullWidth, bottom + 10 + (lines * Drawing.LineHeight), _shapes);
        }

        /// <summary>Bars to the right, for long names.</summary>
        public Drawing AsBars()
        {
            const double left = 220;
            const double thick = 12;
            const double gap = 1;
            const double between = 8;
            var room = Drawing.FullWidth - left - Space - Space - Arial.Width(Shown(_largest), Drawing.FontSize);
            Legend(left);
            var y = LegendHeight;
            foreach (var row in rows)
            {
                var words = Arial.Wrap(ReportTexts.Allowed(row.Label), left - Space - Space, Drawing.FontSize);
                var bars = (series.Count * (thick + gap)) - gap;
                var height = Math.Max(bars, words.Count * Drawing.LineHeight) + between;
                for (var line = 0; line < words.Count; line++)
                    _shapes.Add(new Label(left - Space, y + ((height - (words.Count * Drawing.LineHeight)) / 2) + (line * Drawing.LineHeight) + 11.5, words[line], Side.Left));
                for (var s = 0; s < series.Count; s++)
                {
                    var top = y + ((height - bars) / 2) + (s * (thick + gap));
                    var length = room * (row.Cells[s] ?? 0) / _largest;
                    if (length > 0)
                        AddBar(new Bar(left, top, length, thick, s));
                    _shapes.Add(new Label(left + length + 6, top + 10, Shown(row.Cells[s]), Side.Right));
                }

                y += height;
            }

            _shapes.Add(new Stroke(left, LegendHeight, left, y, Ink.Axis));
            return new Drawing(Drawing.FullWidth, y + 2, _shapes);
        }

        private void Legend(double x)
        {
            const double sample = 12;
            if (series.Count == 1)
                return;
            for (var s = 0; s < series.Count; s++)
            {
                AddBar(new Bar(x, 4, sample * 2, sample, s));
                _shapes.Add(new Label(x + (sample * 2) + 6, 14.5, series[s], Side.Right));
                x += (sample * 2) + 6 + Arial.Width(series[s], Drawing.FontSize) + 24;
            }
        }

        private void AddBar(Bar bar)
        {
            const double distance = 5;
            _shapes.Add(bar);
            if (bar.Series == 0)
                return;
            // Hatching, for who doesn't see the colours or prints without them: lines with the same x + y, clipped to the bar.
            for (var sum = distance; sum < bar.Width + bar.Height; sum += distance)
            {
                var (from, to) = (Math.Max(0, sum - bar.Height), Math.Min(bar.Width, sum));
                _shapes.Add(new Stroke(bar.X + from, bar.Y + sum - from, bar.X + to, bar.Y + sum - to, Ink.Hatch));
            }
        }

        // 1, 2 or 5 with zeros, and six steps at most.
        private long Step()
        {
            const int most = 6;
            for (var power = 1L; ; power *= 10)
            {
                foreach (var factor in new[] { 1, 2, 5 })
                {
                    if (_largest <= power * factor * most)
                        return power * factor;
                }
            }
        }

        private static string Shown(long? value) => value?.ToString("N0", Dutch) ?? Withheld;
    }
}
