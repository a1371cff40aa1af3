using Pga.Domain.Common;

namespace Pga.Domain.Stories;

/// <summary>What a manager writes beside the figures of a year: under a table, or as an evaluation of a programme.</summary>
public sealed class TextBlock : Aggregate
{
    public const int MaxKey = 64;
    public const int MaxText = 8_000;

    public TextBlock(Guid id, int year, string kind, string key, string text)
    {
        Id = id;
        Year = year;
        Kind = kind;
        Key = key;
        Text = text;
        Raise(new DomainEvent("text.written"));
    }

    private TextBlock() => Kind = Key = Text = null!;

    public int Year { get; private set; }

    /// <summary>One of <see cref="TextBlockKinds"/>.</summary>
    public string Kind { get; private set; }

    /// <summary>Id of the table, or the programme.</summary>
    public string Key { get; private set; }

    /// <summary>Plain text; an empty one was removed.</summary>
    public string Text { get; private set; }

    public void Write(string text)
    {
        Text = text;
        Raise(new DomainEvent("text.changed"));
    }
}

public static class TextBlockKinds
{
    /// <summary>Duiding under a table.</summary>
    public const string Table = "table";

    /// <summary>Evaluation of the plan of a programme.</summary>
    public const string Plan = "plan";

    /// <summary>Evaluation of the process of a programme.</summary>
    public const string Process = "process";

    public static readonly CodeList List = new((Table, "Duiding"), (Plan, "Evaluatie van het plan"), (Process, "Evaluatie van het proces"));
}
