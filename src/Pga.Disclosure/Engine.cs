namespace Pga.Disclosure;

/// <summary>Finds out how far one number of a component can be moved while everything still fits.</summary>
internal abstract class Engine(Component component, long[] start)
{
    /// <summary>Farther than any number: without limit.</summary>
    public const long Unlimited = long.MaxValue / 4;

    /// <summary>The table to move from: whole numbers that fit.</summary>
    public long[] Start { get; } = start;

    public Component Component { get; } = component;

    /// <summary>A network when it is one: exact, and hundreds of times faster; else a general one.</summary>
    public static Engine For(Component component, long[] start) =>
        Network.Recognise(component) is { } network ? new FlowEngine(component, network, start) : new SimplexEngine(component, start);

    /// <summary>Moves a number up or down as far as it goes, or just far enough.</summary>
    /// <param name="place">Of the number in the component.</param>
    /// <param name="direction">1 up, −1 down.</param>
    public abstract Reach Push(int place, int direction, long enough);
}

/// <param name="By">How far it got, shown by the table.</param>
/// <param name="Table">Whole numbers that fit, by place in the component; null when there is no limit.</param>
/// <param name="AtMost">It can't get farther than this.</param>
/// <param name="Prices">
/// One for each row of the component: why it can't. Whoever adds a number to the component gets at most reduced cost × its
/// room farther, where the reduced cost is − Σ price × coefficient. Null when this isn't known, or it got far enough.
/// </param>
/// <param name="IsExact">False when the search was cut short, so that it may get farther than shown.</param>
internal sealed record Reach(long By, long[]? Table, double AtMost, double[]? Prices, bool IsExact = true);
