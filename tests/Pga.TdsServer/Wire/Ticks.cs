namespace Pga.TdsServer.Wire;

/// <summary>A time goes over the wire in units of its scale: as many digits of a second's fraction, so 7 is a tick.</summary>
internal static class Ticks
{
    public static long PerUnit(byte scale)
    {
        var ticks = 1L;
        for (var digits = 7; digits > scale; digits--)
            ticks *= 10;
        return ticks;
    }

    public static int WireLength(byte scale) => scale switch { < 3 => 3, < 5 => 4, _ => 5 };
}
