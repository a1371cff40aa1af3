using System.Text;
using CsvHelper;

namespace Pga.Application.Import;

/// <summary>
/// Streams the rows of a CSV file as Excel and others make them: with or without BOM, <c>;</c> or <c>,</c>, any line end,
/// line breaks in quoted fields. Blank rows are passed over. Knows on which physical line a row starts.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>A row longer than this has a quote that was never closed. In bytes.</summary>
    private const int MaxRow = 1_000_000;

    private readonly CsvReader _reader;
    private bool _badQuotes;

    public CsvRows(string path)
    {
        var options = new CsvReaderOptions
        {
            Separator = SeparatorOf(path),
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = MaxRow,
            OnMalformedRecord = _ => _badQuotes = true,
        };
        // Strict: a file in another encoding must not become question marks in a dossier. The preamble is skipped.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        _reader = CsvReader.Create(new StreamReader(path, utf8, detectEncodingFromByteOrderMarks: false), options);
    }

    /// <summary>Physical line on which the current row starts; the header is line 1.</summary>
    public int Line { get; private set; } = 1;

    public int Count { get; private set; }

    /// <summary>A cell without outer spaces; empty when the row is shorter.</summary>
    public string this[int column] => column < Count ? _reader.GetString(column).Trim() : "";

    /// <summary>Goes to the next row that holds anything; false at the end.</summary>
    /// <param name="fault">Why the file can't be read from here on, in Dutch.</param>
    public bool Read(out string? fault)
    {
        fault = null;
        Count = 0;
        try
        {
            do
            {
                if (!_reader.Read())
                    return false;
                Line = (int)_reader.LineNumber;
                Count = _reader.FieldCount;
            }
            while (IsBlank());
        }
        catch (DecoderFallbackException)
        {
            fault = "is geen UTF-8; bewaar het bestand als CSV UTF-8";
        }
        catch (CsvFormatException e)
        {
            Line = (int)e.LineNumber;
            _badQuotes = true;
        }

        if (_badQuotes)
            fault = "heeft hier een veld met verkeerde aanhalingstekens";
        return true;
    }

    public void Dispose() => _reader.Dispose();

    private static char SeparatorOf(string path)
    {
        using var reader = new StreamReader(path);
        return reader.ReadLine() is { } header && header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
    }

    /// <summary>Excel keeps rows that were emptied as nothing but separators.</summary>
    private bool IsBlank()
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Length > 0)
                return false;
        }

        return !_badQuotes;
    }
}
