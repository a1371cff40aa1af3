using System.Text;

namespace Pga.Application.Import;

/// <summary>The key of a row as one text, the same for the folder and for the database.</summary>
internal static class StagedKey
{
    /// <summary>ASCII's own unit separator: nobody types it.</summary>
    public const char Separator = '\u001f';

    /// <summary>Stands for the client of a visitor without a dossier: their number within the spreekuur.</summary>
    public static string Nameless(int number) => $"#{number}";

    public static string Of(params IEnumerable<string?> parts) => string.Join(Separator, parts);

    /// <summary>
    /// How keys are compared: without case, and however a letter is put together or wide, as SQL Server's indexes do. SQLite
    /// by itself would fold A to Z and no more.
    /// </summary>
    public static string? Fold(string? key) => key?.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
}
