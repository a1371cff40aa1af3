namespace Pga.Application.Rapportage;

/// <summary>Geld: what was budgeted and realised for a priority. Not protected.</summary>
internal static class Money
{
    private const string Budgeted = "budgeted";

    public static CountedTable Budget(Facts facts)
    {
        var table = new CountedTable("budget", Units.Euro, "Begroting per prioriteit", "Bedragen zoals de gemeente ze heeft ingevoerd.",
            [.. facts.Columns((Budgeted, "Begroot"), ("realised", "Gerealiseerd")).Select(c => c with { IsProtected = false })]);
        foreach (var line in facts.Budgets.OrderBy(b => b.Priority, StringComparer.Ordinal))
            table.Add(line.Priority, line.Priority, c => new Tally(c.Key == Budgeted ? line.Budgeted : line.Realised, 0));
        return table;
    }
}
