namespace Pga.Application.Import;

/// <summary>Reads the files of the folder into the staging database and checks each row by itself.</summary>
internal sealed class FolderReader(Staging staging, Faults faults, CellContext context, ProgressTicker progress)
{
    private const string WholeFile = "bestand";

    /// <summary>Answers how many rows each file has.</summary>
    public IReadOnlyDictionary<ImportFile, int> Read(string directory)
    {
        var read = new Dictionary<ImportFile, int>();
        if (!Directory.Exists(directory))
        {
            faults.Add(0, directory, 1, WholeFile, "deze map bestaat niet", directory);
            return read;
        }

        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!ImportFiles.All.Any(f => f.FileName.Equals(name, StringComparison.OrdinalIgnoreCase)) || !paths.TryAdd(name, path))
                faults.Add(ImportFiles.All.Count, name, 1, WholeFile, "dit bestand hoort niet bij een import", name);
        }

        foreach (var file in ImportFiles.All)
        {
            if (paths.TryGetValue(file.FileName, out var path))
                read[file] = ReadFile(file, path);
            else if (file.MustBeThere)
                Unreadable(file, 1, "ontbreekt in de map");
        }

        return read;
    }

    private int ReadFile(ImportFile file, string path)
    {
        progress.Start("lezen", file.FileName);
        using var rows = new CsvRows(path);
        if (Header(file, rows) is not { } places)
        {
            staging.Unreadable.Add(file.Name);
            return 0;
        }

        staging.Announce(file, file.Columns.Where((_, i) => places[i] >= 0).Select(c => c.Name));
        using var insert = staging.Insert(file, file.Table, "line", "bad");
        var width = places.Max() + 1;
        var count = 0;
        while (rows.Read(out var fault))
        {
            if (fault is not null)
            {
                Unreadable(file, rows.Line, fault);
                break;
            }

            count++;
            ReadRow(file, rows, places, width, insert);
            progress.Row();
        }

        progress.Done();
        return count;
    }

    private void Unreadable(ImportFile file, int line, string fault)
    {
        staging.Unreadable.Add(file.Name);
        faults.Add(file, line, WholeFile, fault, file.FileName);
    }

    /// <summary>The place of each column of the file in its rows, −1 for one that isn't there; null when the rows can't be read.</summary>
    private int[]? Header(ImportFile file, CsvRows rows)
    {
        var before = faults.Count();
        var names = new List<string>();
        if (rows.Read(out var fault))
            names.AddRange(Enumerable.Range(0, rows.Count).Select(i => rows[i].ToLowerInvariant()));
        if (fault is not null)
        {
            faults.Add(file, rows.Line, WholeFile, fault, file.FileName);
            return null;
        }

        for (var i = 0; i < names.Count; i++)
        {
            // Excel ends the header with delimiters when a cell further on was ever touched.
            if (names[i].Length == 0)
                continue;
            if (file.Columns.All(c => c.Name != names[i]))
                faults.Add(file, rows.Line, names[i], "deze kolom is onbekend", names[i]);
            else if (names.IndexOf(names[i]) != i)
                faults.Add(file, rows.Line, names[i], "deze kolom staat er twee keer", names[i]);
        }

        foreach (var column in file.Columns.Where(c => c.Required && !names.Contains(c.Name)))
            faults.Add(file, Math.Max(1, rows.Line), column.Name, "deze kolom ontbreekt", column.Name);
        return faults.Count() > before ? null : [.. file.Columns.Select(c => names.IndexOf(c.Name))];
    }

    private void ReadRow(ImportFile file, CsvRows rows, int[] places, int width, StagedFileInsert insert)
    {
        var values = new string?[file.Columns.Count];
        var wrong = new HashSet<string>();
        for (var i = 0; i < values.Length; i++)
        {
            var column = file.Columns[i];
            var text = places[i] < 0 ? "" : rows[places[i]];
            var cell = text.Length > 0 ? column.Read(text, context) : column.Required ? Cell.Wrong("is verplicht") : default;
            if (cell.Fault is not null)
            {
                faults.Add(file, rows.Line, column.Name, cell.Fault, text);
                wrong.Add(column.Name);
            }

            if (cell.Remark is not null)
                faults.Remark(file, rows.Line, column.Name, cell.Remark, text);
            values[i] = cell.Value;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length > 0 && !places.Contains(i))
            {
                faults.Add(file, rows.Line, WholeFile, $"deze regel heeft meer dan {width} velden", rows[i]);
                wrong.Add(WholeFile);
                break;
            }
        }

        CheckRules(file, rows.Line, values, wrong);
        var key = file.Key.Any(wrong.Contains) ? null : KeyOf(file, values);
        insert.Row(key, values, rows.Line, wrong.Count > 0 ? 1 : 0);
    }

    private void CheckRules(ImportFile file, int line, string?[] values, HashSet<string> wrong)
    {
        string? Value(string column)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (file.Columns[i].Name == column)
                    return values[i];
            }

            throw new InvalidOperationException($"{file.Name} has no column {column}.");
        }

        List<string> broken = [];
        foreach (var rule in file.Rules.Where(r => !wrong.Contains(r.Column) && !wrong.Contains(r.Other)))
        {
            if (rule.Holds(Value(rule.Column), Value(rule.Other)))
                continue;
            faults.Add(file, line, rule.Column, rule.Fault, Value(rule.Column));
            broken.Add(rule.Column);
        }

        wrong.UnionWith(broken.Except(file.Key));
    }

    private static string? KeyOf(ImportFile file, string?[] values) =>
        StagedKey.Of(file.Key.Select(k => values[file.Columns.TakeWhile(c => c.Name != k).Count()]));
}
