namespace Pga.TdsServer.TSql;

/// <summary>A statement of a batch, with its SQL in PostgreSQL's words. <c>$n</c> is the n-th of <see cref="Sql.Variables"/>.</summary>
internal abstract record Statement
{
    /// <param name="Assigns">The variables that the columns of its one row go to, instead of to the client.</param>
    /// <param name="Counts">Whether it says how many rows it touched.</param>
    public sealed record Execute(Sql Sql, IReadOnlyList<string>? Assigns, bool Counts) : Statement;

    public sealed record If(Sql Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else) : Statement;

    public sealed record Declare(string Variable, string Type) : Statement;

    public sealed record NoCount(bool On) : Statement;

    public sealed record Transaction(TransactionStep Step, string? Name) : Statement;

    public sealed record CreateDatabase(string Name) : Statement;

    public sealed record DropDatabase(string Name) : Statement;

    /// <summary>The answer is always the same: a lock of the whole database.</summary>
    public sealed record AppLock(bool Release, string? Result) : Statement;

    /// <summary>Says something about how the server should work that has no meaning here.</summary>
    public sealed record Nothing : Statement;
}

internal enum TransactionStep
{
    Begin,
    Commit,
    Rollback,
    Save,
}

internal sealed record Sql(string Text, IReadOnlyList<string> Variables);
