using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pga.Application.Tests;

/// <summary>Asks SQLite, for each query that EF sends, how it will carry it out.</summary>
internal sealed class Plans : DbCommandInterceptor
{
    public List<string> Lines { get; } = [];

    /// <summary>The steps that walk a whole table; the list of ids that a query is given doesn't count as one.</summary>
    public IEnumerable<string> Scans => Lines.Where(l => l.StartsWith("SCAN", StringComparison.Ordinal) && l is not "SCAN CONSTANT ROW" && !l.Contains("VIRTUAL TABLE", StringComparison.Ordinal));

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
#pragma warning disable CA2100 // EF's own text.
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
        foreach (DbParameter p in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (p.ParameterName, p.Value);
            explain.Parameters.Add(copy);
        }

        await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            Lines.Add(reader.GetString(3));
        return result;
    }
}
