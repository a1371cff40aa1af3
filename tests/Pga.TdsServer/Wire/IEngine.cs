using System.Data;

namespace Pga.TdsServer.Wire;

/// <summary>What a session asks of the engine behind it; one per connection, called by one thread at a time.</summary>
public interface IEngine : IDisposable
{
    /// <summary>Runs a batch. Row sets and row counts go to <paramref name="results"/> in order.</summary>
    /// <exception cref="SqlError">An error of the batch: the client gets it and the session stays usable.</exception>
    void Run(string sql, IReadOnlyList<Parameter> parameters, IResults results);

    void Begin(IsolationLevel level);

    void Commit();

    /// <summary>Back to a savepoint, or the whole transaction for null.</summary>
    void Rollback(string? savepoint);

    void Save(string savepoint);

    /// <summary>The connection went back to its pool and is taken out again: no open transaction, default settings.</summary>
    void Reset();

    /// <summary>
    /// From another thread, while a request is at work: the client cancels it or is gone. Called again every so often until
    /// the request ends, as it may come just before there is something to cancel. Must not throw.
    /// </summary>
    void Cancel();
}
