namespace Pga.Disclosure;

/// <summary>
/// Moves a number of a network by a maximum flow around it: what it gets more must come back from its head to its tail over
/// the other numbers, which can rise without limit and fall to their lowest. Exact, in whole numbers.
/// (D. Gusfield, A graph theoretic approach to statistical data security, SIAM J. Comput. 17(3), 1988.)
/// </summary>
internal sealed class FlowEngine : Engine
{
    private readonly Network _network;
    private readonly int[][] _arcsAt;
    private readonly long[] _shift;
    private readonly List<int> _shifted = [];
    private readonly int[] _arrivedBy;
    private readonly int[] _seen;
    private readonly Queue<int> _queue = new();
    private bool[]? _isShown;
    private int _search;

    public FlowEngine(Component component, Network network, long[] start)
        : base(component, start)
    {
        _network = network;
        _shift = new long[start.Length];
        _arrivedBy = new int[network.Root + 1];
        _seen = new int[network.Root + 1];
        var at = Enumerable.Range(0, network.Root + 1).Select(_ => new List<int>()).ToArray();
        for (var arc = 0; arc < start.Length; arc++)
        {
            at[network.Tails[arc]].Add(arc);
            if (network.Heads[arc] != network.Tails[arc])
                at[network.Heads[arc]].Add(arc);
        }

        _arcsAt = [.. at.Select(a => a.ToArray())];
    }

    /// <summary>Numbers of the component that are shown after all, by place, so that one network serves many choices.</summary>
    public void Show(bool[] isShown) => _isShown = isShown;

    public override Reach Push(int place, int direction, long enough)
    {
        var (from, to) = direction > 0 ? (_network.Heads[place], _network.Tails[place]) : (_network.Tails[place], _network.Heads[place]);
        var own = direction > 0 ? Unlimited : Start[place] - Component.Lowest[place];
        var limit = Math.Min(enough, own);
        if (from == to)
            return Free(place, direction, limit, own);
        Undo();
        var moved = 0L;
        while (moved < limit && Path(place, from, to))
        {
            var step = Math.Min(limit - moved, Room(from, to));
            if (step >= Unlimited)
                return new Reach(Unlimited, null, Unlimited, null);
            Send(from, to, step);
            moved += step;
        }

        var table = new long[Start.Length];
        for (var i = 0; i < table.Length; i++)
            table[i] = Start[i] + _shift[i];
        table[place] += direction * moved;
        if (moved >= enough)
            return new Reach(moved, table, Unlimited, null);
        return new Reach(moved, table, moved, moved == own ? new double[Component.Rows.Length] : Prices());
    }

    // In no equation at all.
    private Reach Free(int place, int direction, long limit, long own)
    {
        if (limit >= Unlimited)
            return new Reach(Unlimited, null, Unlimited, null);
        var table = (long[])Start.Clone();
        table[place] += direction * limit;
        return new Reach(limit, table, own, limit == own ? new double[Component.Rows.Length] : null);
    }

    private void Undo()
    {
        foreach (var arc in _shifted)
            _shift[arc] = 0;
        _shifted.Clear();
    }

    private bool Path(int without, int from, int to)
    {
        _search++;
        _queue.Clear();
        _queue.Enqueue(from);
        _seen[from] = _search;
        while (_queue.TryDequeue(out var node))
        {
            foreach (var arc in _arcsAt[node])
            {
                var forward = _network.Tails[arc] == node;
                var next = forward ? _network.Heads[arc] : _network.Tails[arc];
                if (arc == without || _seen[next] == _search || _isShown?[arc] == true || (!forward && Left(arc) == 0))
                    continue;
                _seen[next] = _search;
                _arrivedBy[next] = arc;
                if (next == to)
                    return true;
                _queue.Enqueue(next);
            }
        }

        return false;
    }

    // How much can still be taken from a number.
    private long Left(int arc) => Start[arc] + _shift[arc] - Component.Lowest[arc];

    private long Room(int from, int to)
    {
        var room = Unlimited;
        foreach (var (arc, forward) in Back(from, to))
        {
            if (!forward)
                room = Math.Min(room, Left(arc));
        }

        return room;
    }

    private void Send(int from, int to, long amount)
    {
        foreach (var (arc, forward) in Back(from, to))
        {
            _shift[arc] += forward ? amount : -amount;
            _shifted.Add(arc);
        }
    }

    private IEnumerable<(int Arc, bool Forward)> Back(int from, int to)
    {
        for (var node = to; node != from;)
        {
            var arc = _arrivedBy[node];
            var forward = _network.Heads[arc] == node;
            yield return (arc, forward);
            node = forward ? _network.Tails[arc] : _network.Heads[arc];
        }
    }

    // The smallest cut: what the last search could still reach is on the one side. The root has no row; measuring from the
    // root makes its price 0.
    private double[] Prices()
    {
        var root = _seen[_network.Root] == _search ? 1 : 0;
        var prices = new double[Component.Rows.Length];
        for (var row = 0; row < prices.Length; row++)
        {
            if (!Component.System.Needless.Contains(Component.Rows[row]))
                prices[row] = _network.Signs[row] * (root - (_seen[row] == _search ? 1 : 0));
        }

        return prices;
    }
}
