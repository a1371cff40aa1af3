namespace Pga.Disclosure;

/// <summary>
/// Says of a choice of cells to withhold whether a requirement is met, and why. Both answers hold for other choices too: a
/// requirement is met by every choice that has all cells of a <i>witness</i> (the cells in which two tables far enough apart
/// differ), and by no choice that has no cell of a <i>cut</i>.
/// </summary>
internal sealed class Examiner(Problem problem)
{
    private const int MostWitnesses = 6;

    private readonly List<int[]>[] _witnesses = [.. problem.Requirements.Select(_ => new List<int[]>())];
    private readonly List<Cut>[] _cuts = [.. problem.Requirements.Select(_ => new List<Cut>())];
    private readonly Networks _networks = new(problem);

    /// <summary>Whether to take time for cuts that say much, or to be content with any.</summary>
    public bool IsThorough { get; set; }

    /// <summary>Null when the requirement is met; else cells of which one must be withheld too.</summary>
    public Cut? WhyNot(int requirement, Choice choice)
    {
        if (Witness(requirement, choice) is not null)
            return null;
        foreach (var cut in _cuts[requirement])
        {
            if (!cut.Cells.Any(choice.IsHidden))
                return cut;
        }

        var found = Examine(requirement, choice);
        if (found is { IsProven: true })
            _cuts[requirement].Add(found);
        return found;
    }

    public bool IsMet(int requirement, Choice choice) => WhyNot(requirement, choice) is null;

    /// <summary>Cells of the choice that meet the requirement by themselves, if they are known.</summary>
    public int[]? Witness(int requirement, Choice choice)
    {
        var known = _witnesses[requirement];
        for (var i = known.Count - 1; i >= 0; i--)
        {
            if (Array.TrueForAll(known[i], choice.IsHidden))
                return known[i];
        }

        return null;
    }

    private Cut? Examine(int index, Choice choice)
    {
        var requirement = problem.Requirements[index];
        var network = _networks.Around(requirement.Variable, choice);
        var engine = network?.Engine ?? choice.EngineOf(requirement.Variable);
        var place = engine.Component.PlaceOf(requirement.Variable);
        var down = engine.Push(place, -1, requirement.Width);
        var up = down.By >= requirement.Width ? new Reach(0, engine.Start, 0, null) : engine.Push(place, 1, requirement.Width - down.By);
        if (down.By + up.By >= requirement.Width)
        {
            Remember(index, engine, [down, up]);
            return null;
        }

        return network is not null && IsThorough
            ? network.DearestCut(problem, place, requirement.Width, down, up)
            : Cut.Of(problem, choice, engine.Component, requirement.Width, down, up);
    }

    private void Remember(int requirement, Engine engine, Reach[] reaches)
    {
        var witness = new List<int>();
        for (var i = 0; i < engine.Start.Length; i++)
        {
            var variable = engine.Component.Variables[i];
            if (!problem.System.IsSlack(variable) && problem.IsCandidate[variable]
                && Array.Exists(reaches, r => r.Table is null || r.Table[i] != engine.Start[i]))
                witness.Add(variable);
        }

        var known = _witnesses[requirement];
        if (known.Count == MostWitnesses)
            known.RemoveAt(0);
        known.Add([.. witness]);
    }
}
