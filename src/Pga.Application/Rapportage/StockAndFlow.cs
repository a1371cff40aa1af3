using Pga.Disclosure;

namespace Pga.Application.Rapportage;

/// <summary>
/// The stand of a year and of the year before, of a programme or of all together. Where the one before was frozen, and cases
/// were corrected since, how many is in it as a count that is in no table: whoever reads both could work it out.
/// </summary>
/// <param name="Row">Programme, or total.</param>
/// <param name="Year">Of what came in and went out.</param>
internal sealed record StockAndFlow(string Row, int Year, Identity Rule)
{
    private const string Correction = "correction";

    public IEnumerable<string> Keys => Rule.Left.Concat(Rule.Right);

    /// <summary>How many of last year's stand shouldn't have been in it: they had ended, or were no trajects at all.</summary>
    public string FewerKey => CountedTable.CellKey(Correction, Row, Year, "fewer");

    /// <summary>How many should have been in last year's stand and weren't.</summary>
    public string MoreKey => CountedTable.CellKey(Correction, Row, Year, "more");

    public StockAndFlow WithFewer() => this with { Rule = Rule with { Right = [.. Rule.Right, FewerKey] } };

    public StockAndFlow WithMore() => this with { Rule = Rule with { Left = [.. Rule.Left, MoreKey] } };
}
