using System.Diagnostics;

namespace Pga.Disclosure;

/// <summary>
/// Withholds what must be withheld so that nobody can work out a small count to within less than K − 1, at the least cost
/// to the reader. The cost of a withheld open cell is weight × (count × 1000 + 1); the weight of a headline is 1000, of others 1.
/// </summary>
/// <remarks>
/// A small count (fewer than K, or fewer than K persons behind it), and a base − part that is small, is protected when two
/// tables of whole numbers fit everything that is shown and differ by K − 1 or more on it. Every other withheld cell has two
/// possible values at least. The reader knows all relations, that zeros are shown, and hence that a withheld cell is at least 1.
/// (M. Fischetti, J.J. Salazar, Solving the cell suppression problem on tabular data with linear constraints, 2000, for cuts.)
/// </remarks>
public static class Protector
{
    /// <param name="limit">Stops the search for something cheaper, and the proof that there is nothing cheaper; not the first safe choice.</param>
    /// <param name="ct">Stops everything.</param>
    /// <exception cref="ProtectionFailed">The release can't be made safe, or that wasn't proven before it was cancelled.</exception>
    public static Protected Protect(Release release, TimeSpan limit, CancellationToken ct = default)
    {
        var started = Stopwatch.GetTimestamp();
        var problem = new Problem(release);
        var search = new ChoiceSearch(problem, () => ct.IsCancellationRequested || Stopwatch.GetElapsedTime(started) >= limit, ct);
        search.Run();
        if (search.Best is not { } best)
            throw new ProtectionFailed("cancelled before anything was found to be safe");
        var evidence = new EvidenceMaker(problem, best, ct).Make();
        var withheld = Enumerable.Range(0, problem.System.CellCount)
            .Where(cell => problem.IsWithheld(cell, best))
            .Select(cell => problem.System.Names[cell])
            .ToHashSet(StringComparer.Ordinal);
        var forced = withheld.Select(key => problem.System[key]).Where(cell => !best.Withheld.Contains(cell)).Sum(cell => problem.Cost[cell]);
        return new Protected(withheld, evidence, forced + best.Cost, forced + search.Bound);
    }
}
