namespace Pga.Application.Import;

/// <summary>Says now and then how far it is, and stops when asked to.</summary>
internal sealed class ProgressTicker(IProgress<ImportProgress>? progress, CancellationToken ct)
{
    private const int Every = 10_000;
    private string _step = "";
    private string _file = "";
    private int _rows;

    public void Start(string step, string file)
    {
        (_step, _file, _rows) = (step, file, 0);
        progress?.Report(new ImportProgress(step, file, 0));
    }

    public void Row()
    {
        if (++_rows % Every != 0)
            return;
        ct.ThrowIfCancellationRequested();
        progress?.Report(new ImportProgress(_step, _file, _rows));
    }

    public void Done() => progress?.Report(new ImportProgress(_step, _file, _rows));
}
