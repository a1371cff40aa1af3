using Pga.Domain.Catalogues;

namespace Pga.Application.Import;

/// <summary>The checks that take more than one row: keys, references between files, and what the database has already.</summary>
internal sealed class CrossChecks(Staging staging, Faults faults)
{
    public void Run(IReadOnlyList<ImportFile> present, bool update)
    {
        staging.Function<string, string?, bool>("all_on_list", (programme, codes) => Cells.Parts(codes).All(Leefgebieden.Of(programme).Has));
        staging.Function<string?, string?>("as_typed", Cells.AsTyped);
        foreach (var file in present)
        {
            Duplicates(file);
            References(file);
            if (!update)
                OtherContent(file);
        }

        if (present.Contains(ImportFiles.Assessments))
            OnTheListOfTheProgramme(ImportFiles.Assessments, "leefgebied");
        if (present.Contains(ImportFiles.Contacts))
            OnTheListOfTheProgramme(ImportFiles.Contacts, "leefgebieden");
    }

    private void Duplicates(ImportFile file) => faults.AddAll(file, $"""
        SELECT line, '{file.Key[^1]}' AS column, 'deze sleutel staat ook op regel ' || first AS fault, {string.Join(" || ' ' || ", file.Key.Select(k => $"COALESCE(\"{k}\", '')"))} AS value
        FROM (SELECT *, MIN(line) OVER (PARTITION BY key) AS first FROM {file.Table} WHERE key IS NOT NULL)
        WHERE line > first
        """);

    private void References(ImportFile file)
    {
        foreach (var column in file.Columns.Where(c => c.RefersTo is not null && !staging.Unreadable.Contains(c.RefersTo)))
        {
            var target = ImportFiles.Named(column.RefersTo!);
            faults.AddAll(file, column.Name, $"staat niet in {target.FileName} en is niet bekend", $"""
                SELECT line, {column.Quoted} AS value FROM {file.Table}
                WHERE {column.Quoted} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target.Known} k WHERE k.key = {file.Table}.{column.Compared})
                """);
        }
    }

    private void OtherContent(ImportFile file)
    {
        if (!file.Content.Any())
            return;
        var value = string.Join(' ', file.Content.Select(c => $"WHEN '{c.Name}' THEN {c.Quoted}"));
        faults.AddAll(file, $"""
            SELECT line, changed AS column, 'staat anders in de database; gebruik --update om dit over te nemen' AS fault, as_typed(CASE changed {value} END) AS value
            FROM {file.Table} WHERE changed IS NOT NULL
            """);
    }

    private void OnTheListOfTheProgramme(ImportFile file, string column) => faults.AddAll(file, column, "hoort niet bij de aanpak van dit traject", $"""
        SELECT f.line, f.{column} AS value FROM {file.Table} f JOIN known_trajects t ON t.key = f."traject_id:key"
        WHERE t.programme IS NOT NULL AND f.{column} IS NOT NULL AND NOT all_on_list(t.programme, f.{column})
        """);
}
