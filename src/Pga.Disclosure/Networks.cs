namespace Pga.Disclosure;

/// <summary>Parts of a release that are networks even when everything in them is withheld: tables with one total, mostly.</summary>
internal sealed class Networks(Problem problem)
{
    private readonly Dictionary<int, WholeNetwork?> _known = [];

    /// <summary>The network that holds the number, for the choice; null when it is in none.</summary>
    public WholeNetwork? Around(int variable, Choice choice)
    {
        if (!_known.TryGetValue(variable, out var whole))
        {
            var component = Component.Around(problem.System, variable, v => problem.IsHidden[v] || problem.IsCandidate[v]);
            whole = Network.Recognise(component) is { } network ? new WholeNetwork(component, network) : null;
            foreach (var member in component.Variables)
                _known[member] = whole;
        }

        whole?.Take(choice);
        return whole;
    }
}

/// <summary>A network with a choice of what is withheld in it.</summary>
internal sealed class WholeNetwork
{
    private readonly Component _component;
    private readonly bool[] _isShown;
    private Choice? _choice;

    public WholeNetwork(Component component, Network network)
    {
        _component = component;
        _isShown = new bool[component.Variables.Length];
        Engine = new FlowEngine(component, network, component.Counts);
        Engine.Show(_isShown);
    }

    public FlowEngine Engine { get; }

    public void Take(Choice choice)
    {
        if (ReferenceEquals(choice, _choice))
            return;
        _choice = choice;
        for (var i = 0; i < _isShown.Length; i++)
            _isShown[i] = !_component.System.IsSlack(_component.Variables[i]) && !choice.IsHidden(_component.Variables[i]);
    }

    /// <summary>
    /// Withholds all it can while the requirement stays unmet, the cheapest first: what is left is a cut of dear cells.
    /// </summary>
    public Cut DearestCut(Problem problem, int place, long width, Reach down, Reach up)
    {
        _choice = null;
        var cut = new List<int>();
        foreach (var cell in Enumerable.Range(0, _isShown.Length).Where(c => _isShown[c]).OrderBy(c => problem.Cost[_component.Variables[c]]).ThenBy(c => _component.Variables[c]).ToList())
        {
            _isShown[cell] = false;
            if (Adds(down, cell) == 0 && Adds(up, cell) == 0)
                continue;
            var newDown = Engine.Push(place, -1, width);
            var newUp = newDown.By >= width ? up : Engine.Push(place, 1, width - newDown.By);
            if (newDown.By >= width || newDown.By + newUp.By >= width)
            {
                _isShown[cell] = true;
                cut.Add(_component.Variables[cell]);
            }
            else
            {
                (down, up) = (newDown, newUp);
            }
        }

        return new Cut([.. cut.Order()], IsProven: true);
    }

    // How much farther the number gets at most for each unit of the cell, by the prices.
    private double Adds(Reach reach, int cell)
    {
        var cost = 0.0;
        foreach (var (row, coefficient) in _component.System.Columns[_component.Variables[cell]])
            cost -= reach.Prices![_component.PlaceOfRow(row)] * coefficient;
        return cost > 0 ? Disclosure.Engine.Unlimited : -cost * (_component.Counts[cell] - _component.Lowest[cell]);
    }
}
