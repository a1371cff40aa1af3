using System.Text;
using Pga.Application.Import;

namespace Pga.Benchmarks;

/// <summary>A folder to import of any size: the sample folder many times over, each time with other keys.</summary>
internal static class ImportFolder
{
    private static readonly HashSet<string> Keys = ["client_id", "traject_id", "contact_id", "participation_id", "spreekuur_id"];

    /// <summary>Staff and the figures of a year are of the whole caseload, so they come once.</summary>
    private static readonly HashSet<string> Once = ["staff.csv", "activities.csv", "budgets.csv"];

    /// <summary>Answers the folder and how many rows it has.</summary>
    public static (string Directory, long Rows) OfRows(long atLeast)
    {
        var sample = Path.Combine(Repository.Root, "tests", "data", "utrecht-2024");
        var folder = Directory.CreateDirectory(Path.Combine(BenchDatabase.Folder, "import")).FullName;
        var files = Directory.GetFiles(sample, "*.csv").ToDictionary(f => Path.GetFileName(f), Read);
        var perCopy = files.Where(f => !Once.Contains(f.Key)).Sum(f => f.Value.Count - 1);
        var copies = (int)Math.Ceiling(atLeast / (double)perCopy);
        return (folder, files.Sum(f => Write(f.Value, Path.Combine(folder, f.Key), Once.Contains(f.Key) ? 1 : copies)));
    }

    private static long Write(List<string[]> sample, string file, int copies)
    {
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var header = sample[0];
        writer.WriteLine(string.Join(';', header));
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var row in sample.Skip(1))
                writer.WriteLine(string.Join(';', row.Select((value, i) => Quoted(OfCopy(header[i], value, copy)))));
        }

        return (long)(sample.Count - 1) * copies;
    }

    private static string OfCopy(string column, string value, int copy)
    {
        if (copy == 0 || value.Length == 0)
            return value;
        return column == "bsn" ? "" : Keys.Contains(column) ? $"{value}-{copy}" : value;
    }

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(";\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string[]> Read(string file)
    {
        using var rows = new CsvRows(file);
        var read = new List<string[]>();
        while (rows.Read(out _))
            read.Add([.. Enumerable.Range(0, read.Count == 0 ? rows.Count : read[0].Length).Select(i => rows[i])]);
        return read;
    }
}
