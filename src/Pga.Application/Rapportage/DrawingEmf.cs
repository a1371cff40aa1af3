using System.Globalization;
using System.Text;

namespace Pga.Application.Rapportage;

/// <summary>A drawing as an enhanced metafile: vectors and text that Word and LibreOffice both show ([MS-EMF]).</summary>
internal static class DrawingEmf
{
    // Hundredths of a millimetre, both as the metafile's pixels and as its frame.
    private const double Unit = 25;
    private const int MillimetresWide = 320;
    private const int MillimetresHigh = 400;
    private const int PerMillimetre = 100;

    private const int HeaderSize = 108;

    private enum Kind
    {
        Header = 1,
        SetWindowExtent = 9,
        SetWindowOrigin = 10,
        SetViewportExtent = 11,
        SetViewportOrigin = 12,
        EndOfFile = 14,
        SetMapMode = 17,
        SetBackgroundMode = 18,
        SetTextAlign = 22,
        SetTextColor = 24,
        MoveTo = 27,
        SelectObject = 37,
        CreatePen = 38,
        CreateBrush = 39,
        Rectangle = 43,
        LineTo = 54,
        CreateFont = 82,
        Text = 84,
    }

    public static byte[] Write(Drawing drawing)
    {
        using var emf = new Writer();
        var (width, height) = (Units(drawing.Width), Units(drawing.Height));
        emf.Add(Kind.SetMapMode, 8);
        emf.Add(Kind.SetWindowOrigin, 0, 0);
        emf.Add(Kind.SetWindowExtent, width, height);
        emf.Add(Kind.SetViewportOrigin, 0, 0);
        emf.Add(Kind.SetViewportExtent, width, height);
        emf.Add(Kind.SetBackgroundMode, 1);
        emf.Add(Kind.SetTextAlign, 24);
        emf.Add(Kind.SetTextColor, Colour(Palette.Text));
        emf.Select(emf.Font());
        var inks = Enum.GetValues<Ink>().ToDictionary(ink => ink, ink => emf.Pen(Palette.Of(ink), ink == Ink.Hatch ? Palette.HatchWidth : 1));
        var series = Enumerable.Range(0, 2).Select(i => (Pen: emf.Pen(Palette.Of(i).Outline, Palette.Of(i).Width), Brush: emf.Brush(Palette.Of(i).Fill))).ToList();
        foreach (var shape in drawing.Shapes)
        {
            switch (shape)
            {
                case Bar bar:
                    emf.Select(series[bar.Series].Pen);
                    emf.Select(series[bar.Series].Brush);
                    emf.Add(Kind.Rectangle, Units(bar.X), Units(bar.Y), Units(bar.X + bar.Width), Units(bar.Y + bar.Height));
                    break;
                case Stroke stroke:
                    emf.Select(inks[stroke.Ink]);
                    emf.Add(Kind.MoveTo, Units(stroke.X1), Units(stroke.Y1));
                    emf.Add(Kind.LineTo, Units(stroke.X2), Units(stroke.Y2));
                    break;
                case Label label:
                    emf.Text(label);
                    break;
            }
        }

        return emf.Finish(width, height);
    }

    private static int Units(double length) => (int)Math.Round(length * Unit);

    private static int Colour(string rgb)
    {
        var number = int.Parse(rgb, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((number & 0xff) << 16) | (number & 0xff00) | (number >> 16);
    }

    private sealed class Writer : IDisposable
    {
        private readonly MemoryStream _body = new();
        private readonly BinaryWriter _out;
        private int _records = 1;
        private ushort _objects = 1;

        public Writer() => _out = new BinaryWriter(_body);

        public void Dispose() => _out.Dispose();

        public void Add(Kind kind, params ReadOnlySpan<int> numbers)
        {
            Start(kind, numbers.Length * 4);
            foreach (var number in numbers)
                _out.Write(number);
        }

        public int Pen(string colour, double width)
        {
            Add(Kind.CreatePen, _objects, 0, Units(width), 0, Colour(colour));
            return _objects++;
        }

        public int Brush(string colour)
        {
            Add(Kind.CreateBrush, _objects, 0, Colour(colour), 0);
            return _objects++;
        }

        public int Font()
        {
            const int size = 320;
            const int nameLength = 32;
            Start(Kind.CreateFont, 4 + size);
            _out.Write((int)_objects);
            var end = _body.Position + size;
            foreach (var number in new[] { -Units(Drawing.FontSize), 0, 0, 0, 400 })
                _out.Write(number);
            _out.Write(0L);
            _out.Write(Encoding.Unicode.GetBytes("Arial".PadRight(nameLength, '\0')));
            _out.Write(new byte[end - _body.Position]);
            return _objects++;
        }

        public void Select(int index) => Add(Kind.SelectObject, index);

        public void Text(Label label)
        {
            const int start = 76;
            var advances = label.Text.Select(c => Arial.Width(c, Drawing.FontSize)).ToList();
            var x = label.X - (label.Side == Side.Right ? 0 : label.Side == Side.Left ? advances.Sum() : advances.Sum() / 2);
            var bytes = Encoding.Unicode.GetBytes(label.Text);
            var padded = (bytes.Length + 3) / 4 * 4;
            Start(Kind.Text, start - 8 + padded + (advances.Count * 4));
            // No bounds; advanced graphics mode; scale 1.
            foreach (var number in new[] { 0, 0, -1, -1, 2 })
                _out.Write(number);
            _out.Write(1f);
            _out.Write(1f);
            foreach (var number in new[] { Units(x), Units(label.Y), label.Text.Length, start, 0, 0, 0, -1, -1, start + padded })
                _out.Write(number);
            _out.Write(bytes);
            _out.Write(new byte[padded - bytes.Length]);
            // The widths go along, so that the text is as wide in every font.
            var place = x;
            foreach (var advance in advances)
            {
                _out.Write(Units(place + advance) - Units(place));
                place += advance;
            }
        }

        public byte[] Finish(int width, int height)
        {
            Add(Kind.EndOfFile, 0, 16, 20);
            var file = new MemoryStream();
            using var header = new BinaryWriter(file);
            foreach (var number in new[] { (int)Kind.Header, HeaderSize, 0, 0, width, height, 0, 0, width, height, 0x464D4520, 0x10000, HeaderSize + (int)_body.Length, _records })
                header.Write(number);
            header.Write(_objects);
            header.Write((ushort)0);
            foreach (var number in new[] { 0, 0, 0, MillimetresWide * PerMillimetre, MillimetresHigh * PerMillimetre, MillimetresWide, MillimetresHigh, 0, 0, 0, MillimetresWide * 1000, MillimetresHigh * 1000 })
                header.Write(number);
            _body.WriteTo(file);
            return file.ToArray();
        }

        private void Start(Kind kind, int size)
        {
            _records++;
            _out.Write((int)kind);
            _out.Write(size + 8);
        }
    }
}
