namespace Pga.Web.Ui;

/// <summary>Which years a page can be about.</summary>
/// <param name="Path">Of the page, without a year.</param>
/// <param name="Until">The last year to choose.</param>
public sealed record YearChoice(string Path, int Chosen, int Until)
{
    private const int Back = 10;

    public IEnumerable<int> Years => Enumerable.Range(0, Back).Select(back => Until - back).Append(Chosen).Distinct().OrderDescending();
}
