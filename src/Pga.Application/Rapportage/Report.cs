namespace Pga.Application.Rapportage;

/// <summary>The tables of one year, protected: a number that could point at someone is null.</summary>
public sealed record Report(
    int Year,
    string Definition,
    int Threshold,
    string Status,
    IReadOnlyList<ReportTable> Tables,
    IReadOnlyList<ReportStory> Stories,
    IReadOnlyList<string> Notes)
{
    public const string Draft = "draft";

    public const string Confirmed = "confirmed";

    /// <summary>Note in every draft.</summary>
    public const string NotConfirmed = "concept: nog niet vastgesteld";

    /// <summary>Note in every rapportage.</summary>
    public const string NoEffects = "deze cijfers zijn geen effectmeting";

    private const string NotHere = "niet in deze rapportage: ";

    /// <summary>What the protection doesn't cover, for people.</summary>
    public const string OutOfScope = "Wat iemand vermoedt uit de keuze welke grotere aantallen er niet staan, valt buiten deze bescherming.";

    /// <summary>What a withheld number says to who can see it, whatever the reason it is withheld for.</summary>
    public const string Withheld = "niet getoond: te weinig personen of herleidbaar";

    /// <summary>Day on which the numbers were counted, Amsterdam.</summary>
    public DateOnly MadeOn { get; init; }

    /// <summary>Day on which a manager confirmed it; null in a draft.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Tables of the dashboard, by quarter: protected together with the others, in the same edition, but not in its files.</summary>
    public IReadOnlyList<ReportTable> Quarters { get; init; } = [];

    /// <summary>Plan evaluation and process evaluation by programme, as typed.</summary>
    public IReadOnlyList<ReportEvaluation> Evaluations { get; init; } = [];

    /// <summary>False when tables were left out.</summary>
    public bool IsWhole => !Notes.Any(n => n.StartsWith(NotHere, StringComparison.Ordinal));

    /// <summary>True when nothing was counted at all in the year or the year before.</summary>
    public bool IsEmpty => IsWhole && Tables.All(t => t.Rows.All(r => r.Cells.All(c => c == 0)));

    /// <summary>Note in a rapportage without tables that it should have.</summary>
    public static string Without(IEnumerable<string> titles) =>
        $"{NotHere}{string.Join(", ", titles.Select(t => $"‘{t}’"))}; naast eerdere cijfers zou daar een klein aantal uit te berekenen zijn";
}

/// <param name="Id">Name of the table in the definitions: <c>outflow-positive</c>.</param>
/// <param name="Unit">What is counted; one of <see cref="Units"/>.</param>
/// <param name="Explanation">The definition in a Dutch sentence, to show under the table.</param>
/// <param name="BaseRow">Key of the row that the other rows are a part of, if there is one.</param>
/// <param name="BaseColumn">Key of the column that the other columns are a part of, if there is one.</param>
public sealed record ReportTable(
    string Id,
    string Unit,
    string Title,
    string Explanation,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<ReportRow> Rows,
    string? BaseRow = null,
    string? BaseColumn = null)
{
    /// <summary>Duiding: what the manager wrote under the table; null when nothing.</summary>
    public string? Text { get; init; }

    /// <summary>Smaller bases give no percentage.</summary>
    public const int MinBase = 20;

    /// <summary>Null for a table that has no chart, on screen or in a document.</summary>
    public ChartKind? Chart => Id switch
    {
        Inflow.Id or Inflow.Age or Outflow.Id or Outflow.PositiveId or Duration.Id => ChartKind.Columns,
        Inflow.Concerns or Inflow.Wijk or Partners.Id => ChartKind.Bars,
        _ => null,
    };

    /// <summary>Rows in the order for people. In the JSON and CSV they keep the order of the definitions.</summary>
    public IEnumerable<ReportRow> RowsToRead()
    {
        if (Id != Inflow.Concerns)
            return Rows;
        // By shown counts only. Where a withheld row stands says nothing about it: after all that is shown.
        return Rows.OrderBy(r => r.Key == BaseRow).ThenByDescending(r => r.Cells[^1] ?? -1);
    }

    /// <summary>What a chart of the table draws: neither totals nor parts of parts, which would be drawn twice.</summary>
    public IEnumerable<ReportRow> RowsToDraw() => RowsToRead().Where(r => r.Level == 1);

    /// <summary>Percentage of the base in whole points, or null when count or base isn't shown or the base is small.</summary>
    public int? PercentageOf(ReportRow row, int column) => Percentage(row.Cells[column], BaseOf(row, column));

    public static int? Percentage(long? part, long? whole) => whole >= MinBase && part is { } count
        ? (int)Math.Round(100m * count / whole.Value, MidpointRounding.AwayFromZero)
        : null;

    private long? BaseOf(ReportRow row, int column)
    {
        if (BaseRow is not null && row.Key != BaseRow)
            return Rows.Single(r => r.Key == BaseRow).Cells[column];
        if (BaseColumn is not null && Columns[column].Key != BaseColumn)
            return row.Cells[Columns.ToList().FindIndex(c => c.Key == BaseColumn)];
        return null;
    }
}

/// <summary>How a chart is drawn: bars to the right are for long names.</summary>
public enum ChartKind
{
    Columns,
    Bars,
}

public sealed record ReportColumn(string Key, string Label);

/// <param name="Level">0 for a total, 1 for its parts, 2 for parts of <paramref name="Parent"/>.</param>
/// <param name="Cells">One for each column; null is withheld.</param>
public sealed record ReportRow(string Key, string? Parent, string Label, int Level, IReadOnlyList<long?> Cells);

/// <summary>An anonymised story that the privacy officer released.</summary>
/// <param name="About">What it belongs to, for people: <c>Leefgebied Huisvesting</c>.</param>
public sealed record ReportStory(string Title, string Text, string About);

/// <param name="Heading">For people: <c>Lokale PGA: evaluatie van het plan</c>.</param>
public sealed record ReportEvaluation(string Heading, string Text);

/// <summary>What a table counts.</summary>
public static class Units
{
    public const string Trajects = "trajects";
    public const string Clients = "clients";
    public const string Participations = "participations";
    public const string Events = "events";
    public const string Euro = "euro";

    public static string Label(string unit) => unit switch
    {
        Trajects => "aantal trajecten",
        Clients => "aantal cliënten",
        Participations => "aantal deelnames",
        Events => "aantal keren",
        Euro => "bedragen in euro’s",
        _ => unit,
    };
}
