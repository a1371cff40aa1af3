using System.Diagnostics;

namespace Pga.Benchmarks;

/// <summary>How long something took, over many times.</summary>
internal sealed class Timing(List<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public override string ToString() => $"{Median:F1} / {P95:F1} ms";

    /// <summary>
    /// Measures several things in turns, so that whatever else the machine does hits each of them alike. Each gets the
    /// number of the turn.
    /// </summary>
    public static async Task<Timing[]> InTurns(int warmUp, int turns, params Func<int, Task>[] acts)
    {
        var taken = acts.Select(_ => new List<double>(turns)).ToArray();
        for (var turn = -warmUp; turn < turns; turn++)
        {
            for (var i = 0; i < acts.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await acts[i](turn + warmUp);
                if (turn >= 0)
                    taken[i].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        return [.. taken.Select(t => new Timing(t))];
    }

    private double At(double share) => _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1];
}
