using System.Text;

namespace Pga.Application.Tests.Rapportage;

/// <summary>Reads an enhanced metafile by its records, and checks what a reader relies on.</summary>
internal sealed record Metafile(double Ratio, IReadOnlyList<string> Texts, int Rectangles)
{
    private const int Header = 1;
    private const int EndOfFile = 14;
    private const int SelectObject = 37;
    private const int Rectangle = 43;
    private const int ExtTextOut = 84;
    private static readonly int[] Creates = [38, 39, 82];

    public static Metafile Read(byte[] file)
    {
        int At(int place) => BitConverter.ToInt32(file, place);
        Assert.That(At(0), Is.EqualTo(Header));
        Assert.That(Encoding.ASCII.GetString(file, 40, 4), Is.EqualTo(" EMF"));
        Assert.That(At(48), Is.EqualTo(file.Length), "the length in the header");
        var texts = new List<string>();
        var (records, rectangles, objects, last, place) = (0, 0, 0, 0, 0);
        for (; place < file.Length; place += At(place + 4))
        {
            var (kind, size) = (At(place), At(place + 4));
            Assert.That(size, Is.GreaterThanOrEqualTo(8));
            Assert.That(size % 4, Is.Zero);
            records++;
            last = kind;
            if (Creates.Contains(kind))
                Assert.That(At(place + 8), Is.EqualTo(++objects));
            else if (kind == SelectObject)
                Assert.That(At(place + 8), Is.InRange(1, objects));
            else if (kind == Rectangle)
                rectangles++;
            else if (kind == ExtTextOut)
            {
                var (length, start, widths) = (At(place + 44), At(place + 48), At(place + 72));
                Assert.That(widths + (4 * length), Is.EqualTo(size), "a width for each letter");
                texts.Add(Encoding.Unicode.GetString(file, place + start, 2 * length));
            }
        }

        Assert.That(place, Is.EqualTo(file.Length));
        Assert.That(last, Is.EqualTo(EndOfFile));
        Assert.That(At(52), Is.EqualTo(records), "the records in the header");
        Assert.That(BitConverter.ToInt16(file, 56), Is.EqualTo(objects + 1), "the objects in the header");
        return new Metafile((double)(At(36) - At(28)) / (At(32) - At(24)), texts, rectangles);
    }
}
