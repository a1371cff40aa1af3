namespace Pga.Disclosure;

/// <summary>
/// Proves a choice, component by component, by tables of whole numbers: the proof of one number often serves others. What
/// isn't proven here isn't protected.
/// </summary>
internal sealed class EvidenceMaker(Problem problem, Choice choice, CancellationToken ct)
{
    private readonly Dictionary<int, long> _widths = problem.Requirements.ToDictionary(r => r.Variable, r => r.Width);
    private readonly Dictionary<int, string> _names = problem.Requirements.ToDictionary(r => r.Variable, r => r.Name);

    public IReadOnlyList<Evidence> Make()
    {
        var evidence = new List<Evidence>();
        var toProve = Enumerable.Range(0, problem.System.CellCount).Where(cell => problem.IsWithheld(cell, choice))
            .Concat(problem.Requirements.Select(r => r.Variable))
            .ToHashSet();
        var seen = new HashSet<int>();
        foreach (var variable in toProve)
        {
            if (seen.Contains(variable))
                continue;
            var component = Component.Around(problem.System, variable, choice.IsHidden);
            seen.UnionWith(component.Variables);
            evidence.AddRange(OfComponent(component, toProve));
        }

        return evidence;
    }

    private IEnumerable<Evidence> OfComponent(Component component, HashSet<int> toProve)
    {
        var start = PublicTable.Of(component, component.Counts) ?? component.Counts;
        var engine = Engine.For(component, start);
        var tables = new Tables(component);
        tables.Add(start);
        for (var place = 0; place < component.Variables.Length; place++)
        {
            var variable = component.Variables[place];
            if (!toProve.Contains(variable))
                continue;
            if (ct.IsCancellationRequested)
                throw new ProtectionFailed("the proof was cancelled");
            var width = _widths.GetValueOrDefault(variable, 1);
            if (tables.Width(place) < width)
                tables.Widen(engine, place, width);
            if (tables.Width(place) < width)
                tables.Widen(Engine.For(component, component.Counts), place, width);
            var name = _names.GetValueOrDefault(variable, problem.System.Names[variable]);
            if (tables.Width(place) < width)
                throw new ProtectionFailed($"{name} can't be shown to be protected");
            yield return tables.Evidence(name, place);
        }
    }

    private sealed class Tables(Component component)
    {
        private readonly List<(long[] Values, Dictionary<string, long>? ByKey)> _tables = [];
        private readonly int[] _lowest = new int[component.Variables.Length];
        private readonly int[] _highest = new int[component.Variables.Length];

        public void Add(long[] values)
        {
            if (!component.Fits(values))
                return;
            var added = _tables.Count;
            _tables.Add((values, null));
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] < _tables[_lowest[i]].Values[i])
                    _lowest[i] = added;
                if (values[i] > _tables[_highest[i]].Values[i])
                    _highest[i] = added;
            }
        }

        public long Width(int place) => _tables[_highest[place]].Values[place] - _tables[_lowest[place]].Values[place];

        public void Widen(Engine engine, int place, long width)
        {
            var down = engine.Push(place, -1, width);
            Add(down.Table!);
            if (down.By < width)
                Add(engine.Push(place, 1, width - down.By).Table!);
        }

        public Evidence Evidence(string name, int place) => new(name, ByKey(_lowest[place]), ByKey(_highest[place]));

        private Dictionary<string, long> ByKey(int table)
        {
            var (values, byKey) = _tables[table];
            if (byKey is not null)
                return byKey;
            byKey = new Dictionary<string, long>(StringComparer.Ordinal);
            for (var i = 0; i < values.Length; i++)
            {
                if (!component.System.IsSlack(component.Variables[i]))
                    byKey.Add(component.System.Names[component.Variables[i]], values[i]);
            }

            _tables[table] = (values, byKey);
            return byKey;
        }
    }
}
