using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

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
        var files = Directory.GetFiles(sample, "*.csv");
        var perCopy = files.Where(f => !Once.Contains(Path.GetFileName(f))).Sum(f => Read(f).Rows.Count);
        var copies = (int)Math.Ceiling(atLeast / (double)perCopy);
        return (folder, files.Sum(f => Write(Read(f), Path.Combine(folder, Path.GetFileName(f)), Once.Contains(Path.GetFileName(f)) ? 1 : copies)));
    }

    private static long Write((string[] Header, List<string[]> Rows) sample, string file, int copies)
    {
        using var writer = new CsvWriter(new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture);
        WriteRow(sample.Header);
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var row in sample.Rows)
                WriteRow(row.Select((value, i) => OfCopy(sample.Header[i], value, copy)));
        }

        return (long)sample.Rows.Count * copies;

        void WriteRow(IEnumerable<string> values)
        {
            foreach (var value in values)
                writer.WriteField(value);
            writer.NextRecord();
        }
    }

    private static string OfCopy(string column, string value, int copy)
    {
        if (copy == 0 || value.Length == 0)
            return value;
        return column == "bsn" ? "" : Keys.Contains(column) ? $"{value}-{copy}" : value;
    }

    private static (string[] Header, List<string[]> Rows) Read(string file)
    {
        using var reader = new StreamReader(file, detectEncodingFromByteOrderMarks: true);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [",", ";"] });
        parser.Read();
        var header = parser.Record!;
        var rows = new List<string[]>();
        while (parser.Read())
        {
            if (parser.Record is { } row && row.Length == header.Length)
                rows.Add(row);
        }

        return (header, rows);
    }
}

internal static class Repository
{
    /// <summary>The folder with the solution, above the program that was built from it.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Pga.sln"))
            ? folder.FullName
            : Find(folder.Parent ?? throw new DirectoryNotFoundException("Run this from a build inside the repository."));
}
