namespace Pga.Disclosure;

/// <summary>A number that must keep possible values far enough apart.</summary>
/// <param name="Name">Key of the cell, or <see cref="Evidence.Rest"/>.</param>
/// <param name="Variable">In the system.</param>
internal sealed record Requirement(string Name, int Variable, long Width);

/// <summary>A release as a question: which of the candidates must be withheld to meet all requirements, at the least cost?</summary>
internal sealed class Problem
{
    private const long CostOfOne = 1000;
    private const long HeadlineWeight = 1000;

    private readonly Release _release;
    private readonly IReadOnlyDictionary<BaseRelation, int> _rests;

    public Problem(Release release)
    {
        var system = new ReleaseSystem(release);
        (_release, System, _rests) = (release, system.System, system.Rests);
        (IsHidden, IsCandidate, Cost) = (new bool[System.VariableCount], new bool[System.CellCount], new long[System.CellCount]);
        foreach (var cell in release.Cells)
            Decide(cell);
        foreach (var relation in _rests.Keys.Where(r => Secrets.Has(release, r)))
            Hide(relation);
        System.Complete(v => IsHidden[v] || IsCandidate[v]);
        Requirements = [.. AllRequirements()];
    }

    public LinearSystem System { get; }

    /// <summary>By variable: withheld or unpublished whatever is chosen.</summary>
    public bool[] IsHidden { get; }

    /// <summary>By cell: may be withheld, and isn't yet.</summary>
    public bool[] IsCandidate { get; }

    /// <summary>By cell: what it costs the reader when it is withheld.</summary>
    public long[] Cost { get; }

    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>Withheld, and in a table.</summary>
    public bool IsWithheld(int cell, Choice choice) => choice.IsHidden(cell) && _release[System.Names[cell]].Fate != Fate.Unpublished;

    private void Decide(Cell cell)
    {
        var index = System[cell.Key];
        if (cell is { Fate: Fate.Withheld, Count: 0 })
            throw new ProtectionFailed($"{cell.Key} is zero and withheld");
        IsHidden[index] = cell.Fate is Fate.Withheld or Fate.Unpublished || Secrets.Has(_release, cell);
        IsCandidate[index] = cell is { Fate: Fate.Open, Count: > 0 } && !IsHidden[index];
        if (cell.Fate == Fate.Open)
            Cost[index] = (cell.Headline ? HeadlineWeight : 1) * ((cell.Count * CostOfOne) + 1);
    }

    private void Hide(BaseRelation relation)
    {
        // When the part is known already only the base can hide what is left of it.
        var cell = _release[relation.Part].Fate == Fate.Shown ? relation.Base : relation.Part;
        if (_release[cell].Fate != Fate.Open)
            return;
        IsHidden[System[cell]] = true;
        IsCandidate[System[cell]] = false;
    }

    private IEnumerable<Requirement> AllRequirements()
    {
        var width = _release.Threshold - 1;
        foreach (var cell in _release.Cells)
        {
            var index = System[cell.Key];
            if (Secrets.Has(_release, cell))
                yield return new Requirement(cell.Key, index, width);
            else if (IsHidden[index] && cell.Fate != Fate.Unpublished)
                yield return new Requirement(cell.Key, index, 1);
        }

        foreach (var (relation, rest) in _rests)
        {
            if (Secrets.Has(_release, relation))
                yield return new Requirement(Evidence.Rest(relation.Part, relation.Base), rest, width);
        }
    }
}
