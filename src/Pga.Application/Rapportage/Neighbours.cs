using Pga.Disclosure;

namespace Pga.Application.Rapportage;

/// <summary>
/// The editions of the year before and the year after, as one audience has them. They show numbers of this year or ones that
/// are tied to it, so whoever wants to work something out lays them beside this one.
/// </summary>
internal sealed record Neighbours(Neighbour? Before, Neighbour? After)
{
    public static readonly Neighbours None = new(null, null);
}

/// <param name="IsConfirmed">A confirmed edition is copied, whatever the numbers are by now.</param>
internal sealed record Neighbour(bool IsConfirmed, Report Report, Ledger Ledger)
{
    public IReadOnlyDictionary<string, LedgerCell> Cells { get; } = Ledger.Cells.ToDictionary(c => c.Key, StringComparer.Ordinal);

    /// <summary>Whether it could have been made of these numbers. If not, the cases have changed since and it is about another day.</summary>
    public bool Agrees(IEnumerable<Cell> counted) =>
        counted.All(cell => !Cells.TryGetValue(cell.Key, out var known) || known.IsUnpublished || (known.Value is { } value ? value == cell.Count : cell.Count > 0));
}
