namespace Pga.Application.Rapportage;

/// <summary>What a manager should look at before a rapportage goes out. Read from what is shown, so it says nothing more.</summary>
internal static class ReportAdvice
{
    /// <summary>Tables about what people are like, where "all of them" says something about each.</summary>
    private static readonly string[] Sensitive = [Inflow.Concerns, Inflow.Acute, Outflow.Id];

    public static IReadOnlyList<string> On(Report report) =>
        [.. report.Tables.Where(IsMostlyWithheld).Select(Coarser), .. report.Tables.Where(t => Sensitive.Contains(t.Id)).SelectMany(WholeGroups)];

    // What is withheld isn't zero: zeros are shown.
    private static bool IsMostlyWithheld(ReportTable table)
    {
        var cells = table.Rows.SelectMany(r => r.Cells).Where(c => c != 0).ToList();
        return cells.Count(c => c is null) * 2 > cells.Count;
    }

    private static string Coarser(ReportTable table)
    {
        var how = table.Id switch
        {
            "inflow-wijk" => "Voeg in de toelichting wijken samen tot stadsdelen",
            "inflow-age" => "Gebruik in de toelichting ruimere leeftijdsgroepen",
            "partners" or "interventions" or "spreekuren" => "Beschrijf in de toelichting de grootste, en de rest samen",
            _ => "Lees de totalen, en beschrijf de rest in woorden",
        };
        return $"{table.Title}: meer dan de helft van de aantallen boven nul is niet getoond. {how}.";
    }

    private static IEnumerable<string> WholeGroups(ReportTable table)
    {
        var whole = table.BaseRow ?? CountedTable.Total;
        var total = table.Rows.Single(r => r.Key == whole);
        foreach (var row in table.Rows.Where(r => r.Level < 2 && r != total))
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (row.Cells[i] > 0 && row.Cells[i] == total.Cells[i])
                    yield return $"{table.Title}, {table.Columns[i].Label}: ‘{row.Label}’ geldt voor iedereen in deze groep. Wie weet dat iemand erbij hoort, weet dit dan ook van diegene. Bespreek of de rij weg moet.";
            }
        }
    }
}
