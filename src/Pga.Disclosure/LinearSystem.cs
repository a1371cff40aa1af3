namespace Pga.Disclosure;

/// <summary>
/// The numbers of a release and all relations between them as equations Σ coefficient × number = 0. An inequality has a
/// slack of its own: a number that stands in no table and is at least 0.
/// </summary>
internal sealed class LinearSystem
{
    private readonly List<string> _names = [];
    private readonly List<long> _counts = [];
    private readonly List<long> _lowest = [];
    private readonly List<Term[]> _rows = [];
    private readonly List<Term[]> _columns = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <summary>Cells come first, then slacks.</summary>
    public int CellCount => _index.Count;

    public int VariableCount => _counts.Count;

    public IReadOnlyList<string> Names => _names;

    public IReadOnlyList<long> Counts => _counts;

    /// <summary>What everybody knows the number to be at least when it isn't shown.</summary>
    public IReadOnlyList<long> Lowest => _lowest;

    /// <summary>Terms of an equation, by variable.</summary>
    public IReadOnlyList<Term[]> Rows => _rows;

    /// <summary>Terms of a variable, by row.</summary>
    public IReadOnlyList<Term[]> Columns => _columns;

    /// <summary>Equations that follow from the others and would only hide that the system is a network.</summary>
    public IReadOnlySet<int> Needless { get; private set; } = new HashSet<int>();

    public int this[string key] => _index[key];

    public bool IsSlack(int variable) => variable >= CellCount;

    public void AddCell(string key, long count, long lowest)
    {
        _index.Add(key, _counts.Count);
        AddVariable(key, count, lowest);
    }

    public void AddEquation(IEnumerable<(string Key, int Coefficient)> terms) => AddRow(Collect(terms));

    /// <summary>The sum isn't negative.</summary>
    /// <returns>The slack: the variable that equals the sum.</returns>
    public int AddNotNegative(string name, IEnumerable<(string Key, int Coefficient)> terms)
    {
        var sum = Collect(terms);
        var slack = _counts.Count;
        AddVariable(name, sum.Sum(t => t.Coefficient * _counts[t.Index]), lowest: 0);
        AddRow([.. sum, new Term(slack, -1)]);
        return slack;
    }

    /// <summary>To be called when all rows are in.</summary>
    /// <param name="mayBeHidden">The cells that are or may become withheld or unpublished; the others are constants.</param>
    public void Complete(Predicate<int> mayBeHidden)
    {
        var columns = Enumerable.Range(0, VariableCount).Select(_ => new List<Term>()).ToList();
        for (var row = 0; row < _rows.Count; row++)
        {
            foreach (var (variable, coefficient) in _rows[row])
                columns[variable].Add(new Term(row, coefficient));
        }

        _columns.AddRange(columns.Select(c => c.ToArray()));
        Needless = NeedlessRows.Of(this, mayBeHidden);
    }

    private void AddVariable(string name, long count, long lowest)
    {
        _names.Add(name);
        _counts.Add(count);
        _lowest.Add(lowest);
    }

    private void AddRow(Term[] terms)
    {
        if (terms.Length > 0)
            _rows.Add(terms);
    }

    private Term[] Collect(IEnumerable<(string Key, int Coefficient)> terms) =>
    [
        .. terms.GroupBy(t => _index[t.Key], t => t.Coefficient)
            .Select(g => new Term(g.Key, g.Sum()))
            .Where(t => t.Coefficient != 0)
            .OrderBy(t => t.Index),
    ];
}

/// <param name="Index">The variable in a row, or the row of a variable.</param>
internal readonly record struct Term(int Index, int Coefficient);
