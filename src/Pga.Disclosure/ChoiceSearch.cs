namespace Pga.Disclosure;

/// <summary>
/// Finds the cheapest choice that meets all requirements, by collecting cuts until their cheapest hitting set meets them. On
/// the way it has a choice that meets them, so that it can be stopped.
/// </summary>
internal sealed class ChoiceSearch(Problem problem, Func<bool> isStopped, CancellationToken ct)
{
    private readonly Examiner _examiner = new(problem);
    private readonly HittingSet _cuts = new(problem.Cost);
    private bool _isProven = true;

    /// <summary>The cheapest so far that meets all requirements.</summary>
    public Choice? Best { get; private set; }

    /// <summary>No choice that meets them costs less.</summary>
    public long Bound { get; private set; }

    public void Run()
    {
        if (!Offer(new Choice(problem, []), () => ct.IsCancellationRequested))
            return;
        _examiner.IsThorough = true;
        while (true)
        {
            // The bound of the cuts so far takes no time to speak of: there is always one.
            var cover = Cover(exactly: false);
            if (Bound == Best!.Cost || isStopped())
                return;
            if (new Choice(problem, cover.Cells).Cost >= Best.Cost)
                cover = Cover(exactly: true);
            var choice = new Choice(problem, cover.Cells);
            if (choice.Cost >= Best.Cost)
                return;
            Offer(choice, isStopped);
        }
    }

    private Cover Cover(bool exactly)
    {
        var cover = _cuts.Solve(Best!.Withheld, exactly, isStopped);
        if (_isProven)
            Bound = Math.Max(Bound, Math.Min(cover.Bound, Best.Cost));
        return cover;
    }

    private bool Offer(Choice start, Func<bool> mustStop)
    {
        if (Complete(start, mustStop) is not { } choice)
            return false;
        choice = TakeBack(choice, mustStop);
        if (Best is null || choice.Cost < Best.Cost)
            Best = choice;
        return true;
    }

    /// <returns>With what it takes to meet all requirements, or null when stopped.</returns>
    private Choice? Complete(Choice choice, Func<bool> mustStop)
    {
        // What is met stays met when more is withheld, so that once along them is enough.
        for (var i = 0; i < problem.Requirements.Count; i++)
        {
            while (_examiner.WhyNot(i, choice) is { } cut)
            {
                if (cut.Cells.Length == 0)
                    throw new ProtectionFailed($"{problem.Requirements[i].Name} can't be protected, whatever is withheld");
                _cuts.Add(cut.Cells);
                _isProven &= cut.IsProven;
                choice = choice.With(cut.Cells.MinBy(c => (problem.Cost[c], c)));
                if (mustStop())
                    return null;
            }
        }

        return mustStop() ? null : choice;
    }

    /// <returns>Without what isn't needed, the dearest first; when stopped, as far as it got.</returns>
    private Choice TakeBack(Choice choice, Func<bool> mustStop)
    {
        foreach (var cell in choice.Withheld.OrderByDescending(c => problem.Cost[c]).ThenBy(c => c).ToList())
        {
            var without = choice.Without(cell);
            var needed = false;
            for (var i = 0; i < problem.Requirements.Count && !needed; i++)
            {
                if (mustStop())
                    return choice;
                needed = !_examiner.IsMet(i, without);
            }

            if (!needed)
                choice = without;
        }

        return choice;
    }
}
