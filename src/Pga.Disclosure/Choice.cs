namespace Pga.Disclosure;

/// <summary>Which candidates are withheld, beside what is hidden anyway. Never changes.</summary>
internal sealed class Choice
{
    private readonly Problem _problem;
    private readonly bool[] _hidden;
    private readonly Dictionary<int, Engine> _engines = [];

    public Choice(Problem problem, IEnumerable<int> withheld)
    {
        _problem = problem;
        _hidden = (bool[])problem.IsHidden.Clone();
        Withheld = withheld.ToHashSet();
        foreach (var cell in Withheld)
            _hidden[cell] = true;
    }

    /// <summary>Candidates that are withheld.</summary>
    public IReadOnlySet<int> Withheld { get; }

    public long Cost => Withheld.Sum(cell => _problem.Cost[cell]);

    public bool IsHidden(int variable) => _hidden[variable];

    public Choice With(int cell) => new(_problem, Withheld.Append(cell));

    public Choice Without(int cell) => new(_problem, Withheld.Where(c => c != cell));

    /// <summary>What works out a number: one for each component, from the true numbers.</summary>
    public Engine EngineOf(int variable)
    {
        if (_engines.TryGetValue(variable, out var known))
            return known;
        var component = Component.Around(_problem.System, variable, IsHidden);
        var engine = Engine.For(component, component.Counts);
        foreach (var member in component.Variables)
            _engines.Add(member, engine);
        return engine;
    }
}
