namespace Pga.Application.Import;

/// <summary>
/// Everything that is wrong with the folder. Kept in the staging database: a million faults take no memory, and they come
/// out in the order of the files. They go to the terminal and nowhere else: a value may say something about a person.
/// </summary>
internal sealed class Faults(Staging staging)
{
    private const int MaxValue = 60;
    private readonly StagedInsert _insert = Insert(staging);

    /// <param name="file">Name of the file as it is in the folder.</param>
    /// <param name="column">Column, or "bestand" for the whole.</param>
    public void Add(int order, string file, int line, string column, string fault, string value) =>
        _insert.Row(order, file, line, column, fault, value, 0);

    public void Add(ImportFile file, int line, string column, string fault, string? value) =>
        Add(Order(file), file.FileName, line, column, fault, value ?? "");

    public void Remark(ImportFile file, int line, string column, string remark, string value) =>
        _insert.Row(Order(file), file.FileName, line, column, remark, value, 1);

    /// <summary>Adds what a query finds: line and value, and the column and the fault where these differ per row.</summary>
    public void AddAll(ImportFile file, string column, string fault, string lineAndValue) => staging.Run(
        $"INSERT INTO faults SELECT {Order(file)}, '{file.FileName}', line, '{column}', '{fault}', value, 0 FROM ({lineAndValue})");

    public void AddAll(ImportFile file, string lineColumnFaultAndValue) => staging.Run(
        $"INSERT INTO faults SELECT {Order(file)}, '{file.FileName}', line, column, fault, value, 0 FROM ({lineColumnFaultAndValue})");

    public int Count() => staging.Number("SELECT COUNT(*) FROM faults WHERE is_remark = 0");

    public IReadOnlyList<string> First(int count) => Lines(0, count);

    public IReadOnlyList<string> Remarks(int count) => Lines(1, count);

    private static StagedInsert Insert(Staging staging)
    {
        staging.Run("CREATE TABLE faults (ord INTEGER, file TEXT, line INTEGER, column TEXT, fault TEXT, value TEXT, is_remark INTEGER)");
        return staging.Insert("faults", ["ord", "file", "line", "column", "fault", "value", "is_remark"]);
    }

    private static int Order(ImportFile file) => ImportFiles.All.TakeWhile(f => f != file).Count();

    private static string Short(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "leeg";
        value = value.ReplaceLineEndings(" ");
        return value.Length <= MaxValue ? value : value[..MaxValue] + "…";
    }

    private List<string> Lines(int isRemark, int count) =>
    [
        .. staging
            .Query($"SELECT file, line, column, fault, value FROM faults WHERE is_remark = {isRemark} ORDER BY ord, file, line, rowid LIMIT {count}")
            .Select(f => $"{f["file"]}:{f["line"]}: {f["column"]}: {f["fault"]} ({Short(f["value"])})"),
    ];
}
