using System.Text;

namespace Pga.Application.Tests.Rapportage;

/// <summary>RFC 4180, read by other code than what wrote it.</summary>
internal static class Csv
{
    public static List<List<string>> Parse(string text)
    {
        var delimiter = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal)).Contains(';') ? ';' : ',';
        var rows = new List<List<string>> { new() };
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && (c == delimiter || c == '\n'))
            {
                rows[^1].Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                    rows.Add([]);
            }
            else
                field.Append(c);
        }

        rows.RemoveAll(r => r.Count == 0 || (r.Count == 1 && r[0].Trim().Length == 0));
        return rows;
    }
}
