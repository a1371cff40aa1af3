namespace Pga.Testing.Attack;

/// <summary>From least to most; null is without end.</summary>
public readonly record struct Spread(long? Least, long? Most)
{
    public bool IsAtLeast(long width) => Least is null || Most is null || Most - Least >= width;

    public static Spread operator +(Spread a, Spread b) => new(a.Least + b.Least, a.Most + b.Most);
}

/// <summary>The search was cut short: nothing is proved either way.</summary>
public sealed class GaveUp(string why) : Exception(why);

/// <summary>No whole numbers fit what was said.</summary>
public sealed class Contradiction(string what) : Exception(what);

/// <summary>
/// What somebody knows who reads numbers of which some are withheld: the ones shown, that the others are whole and at least
/// so much, and how they add up. Works out exactly what each withheld one can be. It is written apart from the library that
/// protects, shares no code with it and knows nothing of how it chooses, so that it can attack it.
/// </summary>
public sealed class Riddle
{
    private const int MaxNodes = 20_000;

    private readonly Dictionary<string, long> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _hidden = new(StringComparer.Ordinal);
    private readonly List<(Dictionary<string, long> Coefficients, bool IsEquation)> _rules = [];
    private Dictionary<string, Piece>? _pieces;

    public IEnumerable<string> HiddenCells => _hidden.Keys.Where(IsHidden);

    public bool IsHidden(string cell) => _hidden.ContainsKey(cell) && !_shown.ContainsKey(cell);

    /// <summary>What is shown in one place is known everywhere.</summary>
    public void Shown(string cell, long value)
    {
        if (_shown.TryGetValue(cell, out var other) && other != value)
            throw new Contradiction($"{cell} has two values");
        _shown[cell] = value;
    }

    /// <param name="atLeast">1 when zeros are shown: then what is withheld is something.</param>
    public void Hidden(string cell, long atLeast = 1) => _hidden[cell] = Math.Max(atLeast, _hidden.GetValueOrDefault(cell));

    /// <summary>Both sides add up to the same.</summary>
    public void Same(IEnumerable<string> left, IEnumerable<string> right) => Rule(Difference(left, right), isEquation: true);

    /// <summary>The one side adds up to no more than the other.</summary>
    public void AtMost(IEnumerable<string> smaller, IEnumerable<string> larger) => Rule(Difference(smaller, larger), isEquation: false);

    /// <summary>Σ coefficient × cell = 0, or ≤ 0.</summary>
    public void Rule(Dictionary<string, long> coefficients, bool isEquation) => _rules.Add((coefficients, isEquation));

    /// <summary>Exactly what a cell can be.</summary>
    public Spread Of(string cell) => Of(new Dictionary<string, long> { [cell] = 1 });

    /// <summary>Exactly what a sum of cells can be: <c>base − part</c>.</summary>
    public Spread Of(IReadOnlyDictionary<string, long> sum)
    {
        var (known, parts) = Split(sum);
        return parts.Select(p => p.Piece.Of(p.Sum)).Aggregate(new Spread(known, known), (a, b) => a + b);
    }

    /// <summary>Whether two answers fit that are this far apart. As sure as <see cref="Of(IReadOnlyDictionary{string, long})"/>, and quicker.</summary>
    public bool IsWide(IReadOnlyDictionary<string, long> sum, long width)
    {
        var (_, parts) = Split(sum);
        return parts.Any(p => p.Piece.Seen(p.Sum).IsAtLeast(width)) || Of(sum).IsAtLeast(width);
    }

    public bool IsWide(string cell, long width) => IsWide(new Dictionary<string, long> { [cell] = 1 }, width);

    /// <summary>Cells that are tied to each other by something that isn't shown.</summary>
    public IEnumerable<int> PieceSizes() => Pieces().Values.Distinct().Select(p => p.Size);

    private static Dictionary<string, long> Difference(IEnumerable<string> left, IEnumerable<string> right)
    {
        var sum = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var cell in left)
            sum[cell] = sum.GetValueOrDefault(cell) + 1;
        foreach (var cell in right)
            sum[cell] = sum.GetValueOrDefault(cell) - 1;
        return sum;
    }

    private (long Known, List<(Piece Piece, Dictionary<string, long> Sum)> Parts) Split(IReadOnlyDictionary<string, long> sum)
    {
        var pieces = Pieces();
        var known = sum.Where(t => !IsHidden(t.Key)).Sum(t => t.Value * _shown[t.Key]);
        return (known, [.. sum.Where(t => t.Value != 0 && IsHidden(t.Key)).GroupBy(t => pieces[t.Key]).Select(g => (g.Key, g.ToDictionary()))]);
    }

    // Shown numbers tie nothing together, so what remains falls apart.
    private Dictionary<string, Piece> Pieces()
    {
        if (_pieces is not null)
            return _pieces;
        var leader = HiddenCells.ToDictionary(c => c, c => c, StringComparer.Ordinal);
        string Leader(string cell) => leader[cell] == cell ? cell : leader[cell] = Leader(leader[cell]);

        var rules = new List<(Dictionary<string, long> Unknown, long Constant, bool IsEquation)>();
        foreach (var (coefficients, isEquation) in _rules)
        {
            var unknown = coefficients.Where(t => t.Value != 0 && IsHidden(t.Key)).ToDictionary(StringComparer.Ordinal);
            var constant = -coefficients.Where(t => t.Value != 0 && !IsHidden(t.Key)).Sum(t => t.Value * _shown[t.Key]);
            if (unknown.Count == 0 && (isEquation ? constant != 0 : constant < 0))
                throw new Contradiction($"what is shown doesn't fit: {string.Join(' ', coefficients.Select(t => $"{t.Value:+#;-#}·{t.Key}={_shown[t.Key]}"))}");
            if (unknown.Count == 0)
                continue;
            rules.Add((unknown, constant, isEquation));
            foreach (var cell in unknown.Keys)
                leader[Leader(cell)] = Leader(unknown.Keys.First());
        }

        var rulesOf = rules.ToLookup(r => Leader(r.Unknown.Keys.First()));
        return _pieces = HiddenCells.GroupBy(Leader)
            .SelectMany(g =>
            {
                var piece = new Piece([.. g.Select(c => (c, _hidden[c]))], [.. rulesOf[g.Key]]);
                return g.Select(c => (Cell: c, Piece: piece));
            })
            .ToDictionary(p => p.Cell, p => p.Piece, StringComparer.Ordinal);
    }

    /// <summary>Withheld cells that hang together.</summary>
    private sealed class Piece(IReadOnlyList<(string Name, long AtLeast)> cells, IReadOnlyList<(Dictionary<string, long> Unknown, long Constant, bool IsEquation)> rules)
    {
        private readonly Dictionary<string, int> _places = cells.Select((c, i) => (c.Name, i)).ToDictionary(StringComparer.Ordinal);

        // Every answer ever found: most cells turn out to be wide without a search of their own.
        private readonly List<long[]> _answers = [];
        private WholeProgram? _root;

        public int Size => cells.Count;

        public Spread Of(Dictionary<string, long> sum) => new(-Most(sum, -1), Most(sum, 1));

        public Spread Seen(Dictionary<string, long> sum)
        {
            if (_answers.Count == 0)
                return new Spread(0, 0);
            var values = _answers.Select(a => sum.Sum(t => t.Value * a[_places[t.Key]])).ToList();
            return new Spread(values.Min(), values.Max());
        }

        private long? Most(Dictionary<string, long> sum, long sign)
        {
            var objective = new long[cells.Count];
            foreach (var (cell, coefficient) in sum)
                objective[_places[cell]] = sign * coefficient;

            var tightened = new Stack<IReadOnlyList<Bound>>([[]]);
            var best = (long?)null;
            var nodes = 0;
            while (tightened.TryPop(out var bounds))
            {
                if (++nodes > MaxNodes)
                    throw new GaveUp($"gave up after {MaxNodes} steps");
                var (program, lows) = Start(bounds);
                if (program is null)
                    continue;
                var optimum = program.Maximise(objective);
                if (!optimum.IsBounded)
                {
                    // In whole numbers too, as soon as any whole numbers fit.
                    AnyAnswer();
                    return null;
                }

                if (optimum.Floor + objective.Zip(lows, (c, low) => c * low).Sum() is var most && most <= best)
                    continue;
                var broken = Read(program, lows, out var answer);
                if (broken < 0)
                {
                    best = Math.Max(best ?? long.MinValue, Keep(answer, objective));
                    continue;
                }

                tightened.Push([.. bounds, new Bound(broken, IsUpper: true, answer[broken])]);
                tightened.Push([.. bounds, new Bound(broken, IsUpper: false, answer[broken] + 1)]);
            }

            return best ?? throw new Contradiction("no whole numbers fit");
        }

        private void AnyAnswer()
        {
            if (_answers.Count == 0)
                _ = Most(cells.ToDictionary(c => c.Name, _ => 1L), -1);
        }

        // The first cell whose number isn't whole there, or -1; the answer is rounded down.
        private int Read(WholeProgram program, long[] lows, out long[] answer)
        {
            answer = [.. lows];
            var broken = -1;
            foreach (var (place, (numerator, denominator)) in program.Corner().OrderBy(c => c.Key))
            {
                if (place >= cells.Count)
                    continue;
                answer[place] += numerator / denominator;
                if (broken < 0 && numerator % denominator != 0)
                    broken = place;
            }

            return broken;
        }

        // Checked against what was said, apart from how it was found.
        private long Keep(long[] answer, long[] objective)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                if (answer[i] < cells[i].AtLeast)
                    throw new InvalidOperationException($"The attacker found an answer that doesn't fit {cells[i].Name}.");
            }

            foreach (var (unknown, constant, isEquation) in rules)
            {
                var sum = unknown.Sum(t => t.Value * answer[_places[t.Key]]);
                if (isEquation ? sum != constant : sum > constant)
                    throw new InvalidOperationException("The attacker found an answer that doesn't add up.");
            }

            _answers.Add(answer);
            return objective.Zip(answer, (c, value) => c * value).Sum();
        }

        private (WholeProgram? Program, long[] Lows) Start(IReadOnlyList<Bound> bounds)
        {
            long[] lows = [.. cells.Select(c => c.AtLeast)];
            foreach (var bound in bounds.Where(b => !b.IsUpper))
                lows[bound.Place] = Math.Max(lows[bound.Place], bound.Value);
            if (bounds.Count == 0 && _root is not null)
                return (_root.IsPossible ? _root : null, lows);

            var uppers = bounds.Where(b => b.IsUpper).ToList();
            var slacks = rules.Count(r => !r.IsEquation) + uppers.Count;
            var equations = new List<(long[] Coefficients, long Constant)>();
            var slack = cells.Count;
            foreach (var (unknown, constant, isEquation) in rules)
            {
                var row = new long[cells.Count + slacks];
                var rest = constant;
                foreach (var (cell, coefficient) in unknown)
                {
                    row[_places[cell]] = coefficient;
                    rest -= coefficient * lows[_places[cell]];
                }

                if (!isEquation)
                    row[slack++] = 1;
                equations.Add((row, rest));
            }

            foreach (var bound in uppers)
            {
                var row = new long[cells.Count + slacks];
                row[bound.Place] = 1;
                row[slack++] = 1;
                equations.Add((row, bound.Value - lows[bound.Place]));
            }

            var program = new WholeProgram(cells.Count + slacks, equations);
            if (bounds.Count == 0)
                _root = program;
            return (program.IsPossible ? program : null, lows);
        }

        private readonly record struct Bound(int Place, bool IsUpper, long Value);
    }
}
