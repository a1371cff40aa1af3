namespace Pga.TdsServer.Wire;

/// <summary>
/// Where the engine puts what a batch gives. Goes to the client at once, so a large result needs no memory; throws
/// <see cref="OperationCanceledException"/> as soon as the client has cancelled.
/// </summary>
public interface IResults
{
    void Columns(IReadOnlyList<Column> columns);

    /// <summary>In the CLR types that <see cref="SqlKind"/> tells; null is NULL.</summary>
    void Row(object?[] values);

    /// <summary>After each statement; null when it has no count, as a SELECT, whose rows the client doesn't count as affected.</summary>
    void Done(long? affected);

    void Info(int number, string message);

    /// <summary>The value of an output parameter.</summary>
    void ReturnValue(Parameter parameter, object? value);

    void ReturnStatus(int value);
}
