using System.Globalization;
using System.Text;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>Makes a file name that is safe to show and to save under, of whatever a browser sent.</summary>
internal static class FileNames
{
    private const string NotInAName = "<>:\"/\\|?*";

    public static string Clean(string name)
    {
        // Old browsers and some programs send the path too.
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            // Format characters turn text around: what ends in .exe then looks as if it ends in .pdf.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                continue;
            clean.Append(rune.IsAscii && NotInAName.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        var text = clean.ToString().Normalize(NormalizationForm.FormC).TrimStart(' ').TrimEnd(' ', '.');
        var extension = ExtensionOf(text);
        var stem = text[..^extension.Length].Trim(' ', '.');
        if (stem.Length == 0)
            stem = "document";
        var room = DocumentVersion.MaxFileName - extension.Length;
        return (stem.Length <= room ? stem : Cut(stem, room)) + extension;
    }

    /// <summary>With its dot, in the case it came in; empty when there is none that could be one.</summary>
    public static string ExtensionOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 || name.Length - dot > 10 ? "" : name[dot..];
    }

    // Not through the middle of a character that takes two.
    private static string Cut(string text, int at) => text[..(char.IsHighSurrogate(text[at - 1]) ? at - 1 : at)];
}
