namespace Pga.Disclosure;

/// <summary>
/// Cheapest cells that hit all cuts of one group: branch and bound, with a Lagrangian bound (a price for each cut, raised where
/// a cut is hit too seldom and lowered where it is hit too often).
/// </summary>
internal sealed class CoverSearch
{
    private const int RootSteps = 150;
    private const int NodeSteps = 4;
    private const double ShortestStep = 0.05;
    private const double Rounding = 1e-6;

    private readonly PricedCut[] _priced;
    private readonly long[] _costs;
    private readonly int[] _names;
    private readonly int[][] _cuts;
    private readonly int[][] _cutsOf;
    private readonly Func<bool> _isStopped;
    private readonly double[] _prices;
    private readonly double[] _reduced;
    private readonly int[] _hits;
    private readonly bool[] _out;
    private int[] _best = [];
    private long _bestCost;
    private bool _stopped;

    public CoverSearch(long[] costs, PricedCut[] cuts, IReadOnlySet<int> known, Func<bool> isStopped)
    {
        _priced = cuts;
        _names = [.. cuts.SelectMany(c => c.Cells).Distinct().Order()];
        var place = new Dictionary<int, int>();
        foreach (var name in _names)
            place.Add(name, place.Count);
        _costs = [.. _names.Select(n => costs[n])];
        _cuts = [.. cuts.Select(c => c.Cells.Select(cell => place[cell]).ToArray())];
        var cutsOf = _names.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < _cuts.Length; i++)
        {
            foreach (var cell in _cuts[i])
                cutsOf[cell].Add(i);
        }

        _cutsOf = [.. cutsOf.Select(c => c.ToArray())];
        _isStopped = isStopped;
        (_prices, _reduced) = (new double[_cuts.Length], new double[_costs.Length]);
        (_hits, _out) = (new int[_cuts.Length], new bool[_costs.Length]);
        if (_cuts.All(c => c.Any(cell => known.Contains(_names[cell]))))
            Adopt([.. Enumerable.Range(0, _names.Length).Where(cell => known.Contains(_names[cell]))]);
    }

    public Cover Solve(bool exactly)
    {
        Adopt(Greedy());
        FirstPrices();
        var bound = Math.Min(_bestCost, Whole(Bound(0, RootSteps, adopt: true)));
        for (var i = 0; i < _cuts.Length; i++)
            _priced[i].Price = _prices[i];
        if (bound < _bestCost && exactly)
            Branch([], 0);
        var isProven = bound == _bestCost || (exactly && !_stopped);
        return new Cover([.. _best.Select(c => _names[c])], isProven ? _bestCost : bound, isProven);
    }

    private void Branch(List<int> chosen, long cost)
    {
        if (_stopped || (_stopped = _isStopped()))
            return;
        var bound = cost + Bound(cost, NodeSteps, adopt: false);
        if (Whole(bound) >= _bestCost)
            return;
        var open = NarrowestOpenCut();
        if (open < 0)
        {
            if (cost < _bestCost)
                (_best, _bestCost) = ([.. chosen], cost);
            return;
        }

        // What can't pay off here is out below here.
        var dropped = new List<int>();
        for (var cell = 0; cell < _costs.Length; cell++)
        {
            if (!_out[cell] && _reduced[cell] > 0 && Whole(bound + _reduced[cell]) >= _bestCost)
                Drop(cell, dropped);
        }

        foreach (var cell in _cuts[open].Where(c => !_out[c]).OrderBy(c => _reduced[c]).ThenBy(c => _costs[c]).ToArray())
        {
            chosen.Add(cell);
            Hit(cell, 1);
            Branch(chosen, cost + _costs[cell]);
            Hit(cell, -1);
            chosen.RemoveAt(chosen.Count - 1);
            // The others without this one.
            Drop(cell, dropped);
        }

        foreach (var cell in dropped)
            _out[cell] = false;
    }

    private void Drop(int cell, List<int> dropped)
    {
        _out[cell] = true;
        dropped.Add(cell);
    }

    private void Hit(int cell, int change)
    {
        foreach (var cut in _cutsOf[cell])
            _hits[cut] += change;
    }

    private int NarrowestOpenCut()
    {
        var (best, fewest) = (-1, int.MaxValue);
        for (var i = 0; i < _cuts.Length; i++)
        {
            if (_hits[i] > 0)
                continue;
            var left = _cuts[i].Count(c => !_out[c]);
            if (left < fewest)
                (best, fewest) = (i, left);
        }

        return best;
    }

    private static long Whole(double bound) => (long)Math.Ceiling(bound - Rounding);

    // What is known from before, and of what the cells cost beyond that as much as there is.
    private void FirstPrices()
    {
        var left = _costs.Select(c => (double)c).ToArray();
        for (var i = 0; i < _cuts.Length; i++)
        {
            _prices[i] = double.IsNaN(_priced[i].Price) ? 0 : _priced[i].Price;
            foreach (var cell in _cuts[i])
                left[cell] -= _prices[i];
        }

        foreach (var cut in Enumerable.Range(0, _cuts.Length).Where(i => double.IsNaN(_priced[i].Price)).OrderBy(i => _cuts[i].Length).ThenBy(i => i))
        {
            _prices[cut] = Math.Max(0, _cuts[cut].Min(c => left[c]));
            foreach (var cell in _cuts[cut])
                left[cell] -= _prices[cut];
        }
    }

    // What the cuts that are still open cost at least; leaves the prices at which that was found, and the reduced costs.
    private double Bound(long spent, int steps, bool adopt)
    {
        var (best, stepSize) = (double.NegativeInfinity, 1.0);
        var bestPrices = (double[])_prices.Clone();
        var misses = new double[_cuts.Length];
        for (var step = 0; ; step++)
        {
            var value = Value();
            if (value > best)
                (best, bestPrices) = (value, (double[])_prices.Clone());
            else
                stepSize *= 0.7;
            if (step >= steps || stepSize < ShortestStep || Whole(spent + best) >= _bestCost)
                break;
            var norm = Misses(misses);
            if (norm == 0)
                break;
            var length = stepSize * ((1.02 * (_bestCost - spent)) - value) / norm;
            for (var i = 0; i < _prices.Length; i++)
            {
                if (_hits[i] == 0)
                    _prices[i] = Math.Max(0, _prices[i] + (length * misses[i]));
            }

            if (adopt && step % 10 == 9)
                Adopt(Greedy());
        }

        bestPrices.CopyTo(_prices, 0);
        return Value();
    }

    private double Value()
    {
        var value = 0.0;
        for (var cell = 0; cell < _costs.Length; cell++)
            _reduced[cell] = _costs[cell];
        for (var i = 0; i < _cuts.Length; i++)
        {
            if (_hits[i] > 0)
                continue;
            value += _prices[i];
            foreach (var cell in _cuts[i])
                _reduced[cell] -= _prices[i];
        }

        for (var cell = 0; cell < _costs.Length; cell++)
        {
            if (!_out[cell] && _reduced[cell] < 0)
                value += _reduced[cell];
        }

        return value;
    }

    private double Misses(double[] misses)
    {
        var norm = 0.0;
        for (var i = 0; i < _cuts.Length; i++)
        {
            misses[i] = _hits[i] > 0 ? 0 : 1;
            if (_hits[i] > 0)
                continue;
            foreach (var cell in _cuts[i])
            {
                if (!_out[cell] && _reduced[cell] < 0)
                    misses[i]--;
            }

            norm += misses[i] * misses[i];
        }

        return norm;
    }

    // By reduced cost at the current prices, so that it gets better as the prices do.
    private List<int> Greedy()
    {
        var chosen = new List<int>();
        var hits = new int[_cuts.Length];
        while (true)
        {
            var gain = new int[_costs.Length];
            for (var i = 0; i < _cuts.Length; i++)
            {
                if (hits[i] > 0)
                    continue;
                foreach (var cell in _cuts[i])
                    gain[cell]++;
            }

            var best = -1;
            var bestScore = double.PositiveInfinity;
            for (var cell = 0; cell < gain.Length; cell++)
            {
                if (gain[cell] == 0)
                    continue;
                var reduced = _costs[cell] - _cutsOf[cell].Where(i => hits[i] == 0).Sum(i => _prices[i]);
                var score = reduced > 0 ? reduced / gain[cell] : reduced * gain[cell];
                if (score < bestScore)
                    (best, bestScore) = (cell, score);
            }

            if (best < 0)
                break;
            chosen.Add(best);
            foreach (var cut in _cutsOf[best])
                hits[cut]++;
        }

        foreach (var cell in chosen.OrderByDescending(c => _costs[c]).ToList())
        {
            if (!Array.TrueForAll(_cutsOf[cell], i => hits[i] > 1))
                continue;
            chosen.Remove(cell);
            foreach (var cut in _cutsOf[cell])
                hits[cut]--;
        }

        return chosen;
    }

    private void Adopt(List<int> chosen)
    {
        var cost = chosen.Sum(c => _costs[c]);
        if (_best.Length == 0 || cost < _bestCost)
            (_best, _bestCost) = ([.. chosen], cost);
    }
}
