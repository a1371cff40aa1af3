using System.Collections.Concurrent;
using System.Data;
using Npgsql;
using NpgsqlTypes;
using Pga.TdsServer.TSql;
using Pga.TdsServer.Wire;

namespace Pga.TdsServer.PostgreSql;

/// <summary>One client's session: its batches, read as T-SQL, run on a PostgreSQL connection of its own.</summary>
internal sealed class Engine(Cluster cluster, NpgsqlConnection connection) : IEngine
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Statement>> Read = new();

    private readonly Dictionary<string, (NpgsqlDbType Type, object Value)> _variables = new(StringComparer.OrdinalIgnoreCase);
    private NpgsqlCommand? _running;
    private bool _inTransaction;
    private bool _noCount;
    private int _rowCount;

    public void Run(string sql, IReadOnlyList<Parameter> parameters, IResults results)
    {
        IReadOnlyList<Statement> statements;
        try
        {
            statements = Read.GetOrAdd(sql, Parser.Read);
        }
        catch (NotSupportedException e)
        {
            Console.Error.WriteLine($"Not understood: {e.Message}\n{sql}\n");
            throw new SqlError(102, 15, $"Incorrect syntax, or T-SQL that this server doesn't know. {e.Message}");
        }

        _variables.Clear();
        foreach (var parameter in parameters)
            _variables[parameter.Name] = (Types.Of(parameter.Type), Types.ToServer(parameter.Value));
        Run(statements, results);
        foreach (var parameter in parameters.Where(p => p.Output))
            results.ReturnValue(parameter, _variables[parameter.Name].Value is DBNull ? null : _variables[parameter.Name].Value);
    }

    public void Begin(IsolationLevel level)
    {
        var name = level switch
        {
            IsolationLevel.Serializable => "SERIALIZABLE",
            IsolationLevel.Snapshot or IsolationLevel.RepeatableRead => "REPEATABLE READ",
            _ => "READ COMMITTED",
        };
        Plain($"BEGIN ISOLATION LEVEL {name}");
        _inTransaction = true;
    }

    public void Commit()
    {
        _inTransaction = false;
        Plain("COMMIT");
    }

    public void Rollback(string? savepoint)
    {
        if (savepoint is null)
            _inTransaction = false;
        Plain(savepoint is null ? "ROLLBACK" : $"ROLLBACK TO SAVEPOINT {Names.Quote(savepoint)}");
    }

    public void Save(string savepoint) => Plain($"SAVEPOINT {Names.Quote(savepoint)}");

    public void Reset()
    {
        if (_inTransaction)
            Rollback(null);
        Plain("SELECT pg_advisory_unlock_all()");
        _noCount = false;
    }

    public void Cancel()
    {
        try
        {
            _running?.Cancel();
        }
        catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException or NpgsqlException)
        {
            // It just ended.
        }
    }

    public void Dispose()
    {
        if (_inTransaction && connection.State == ConnectionState.Open)
            Rollback(null);
        connection.Dispose();
    }

    private void Run(IReadOnlyList<Statement> statements, IResults results)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case Statement.Execute execute:
                    Execute(execute, results);
                    break;
                case Statement.If choice:
                    Run(Scalar(choice.Condition) is true ? choice.Then : choice.Else, results);
                    break;
                case Statement.Declare declare:
                    _variables[declare.Variable] = (DeclaredType(declare.Type), DBNull.Value);
                    break;
                case Statement.NoCount noCount:
                    _noCount = noCount.On;
                    break;
                case Statement.Transaction transaction:
                    Step(transaction);
                    break;
                case Statement.AppLock appLock:
                    Plain(appLock.Release ? "SELECT pg_advisory_unlock_all()" : "SELECT pg_advisory_lock(1)");
                    if (appLock.Result is not null)
                        _variables[appLock.Result] = (NpgsqlDbType.Integer, 0);
                    break;
                case Statement.CreateDatabase create:
                    cluster.Create(create.Name);
                    break;
                case Statement.DropDatabase drop:
                    cluster.Drop(drop.Name);
                    break;
            }
        }
    }

    private void Step(Statement.Transaction transaction)
    {
        switch (transaction.Step)
        {
            case TransactionStep.Begin:
                Begin(IsolationLevel.ReadCommitted);
                break;
            case TransactionStep.Commit:
                Commit();
                break;
            case TransactionStep.Save:
                Save(transaction.Name!);
                break;
            default:
                Rollback(transaction.Name);
                break;
        }
    }

    private void Execute(Statement.Execute statement, IResults results) => Guarded(statement.Sql, reader =>
    {
        if (statement.Assigns is { } variables)
        {
            Assign(variables, reader);
            return;
        }

        var rows = 0;
        if (reader.FieldCount > 0)
        {
            var columns = Enumerable.Range(0, reader.FieldCount).Select(i => new Column(NameOf(reader, i), Types.Of(reader, i))).ToList();
            results.Columns(columns);
            while (reader.Read())
            {
                var values = new object?[columns.Count];
                for (var i = 0; i < values.Length; i++)
                    values[i] = Types.Read(reader, i, columns[i].Type.Kind);
                results.Row(values);
                rows++;
            }
        }

        reader.Close();
        var isQuery = reader.RecordsAffected < 0;
        _rowCount = isQuery ? rows : reader.RecordsAffected;
        if (statement.Counts)
            results.Done(_noCount || isQuery ? null : _rowCount);
    });

    /// <summary>A column without a name of its own has none in SQL Server.</summary>
    private static string NameOf(NpgsqlDataReader reader, int column) => reader.GetName(column) is "?column?" ? "" : reader.GetName(column);

    private void Assign(IReadOnlyList<string> variables, NpgsqlDataReader reader)
    {
        while (reader.Read())
        {
            for (var i = 0; i < variables.Count; i++)
                _variables[variables[i]] = (_variables[variables[i]].Type, reader.GetValue(i));
        }
    }

    private object? Scalar(Sql sql)
    {
        object? value = null;
        Guarded(sql, reader => value = reader.Read() ? reader.GetValue(0) : null);
        return value;
    }

    private void Guarded(Sql sql, Action<NpgsqlDataReader> read)
    {
        using var command = new NpgsqlCommand(sql.Text, connection) { CommandTimeout = 0 };
        foreach (var variable in sql.Variables)
        {
            if (variable.Equals("@@ROWCOUNT", StringComparison.OrdinalIgnoreCase))
                command.Parameters.Add(new NpgsqlParameter { Value = _rowCount });
            else if (variable.Equals("@@TRANCOUNT", StringComparison.OrdinalIgnoreCase))
                command.Parameters.Add(new NpgsqlParameter { Value = _inTransaction ? 1 : 0 });
            else
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = _variables[variable].Type, Value = _variables[variable].Value });
        }

        _running = command;
        try
        {
            using var reader = command.ExecuteReader();
            read(reader);
        }
        catch (PostgresException e)
        {
            if (e.SqlState is not (PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.QueryCanceled))
                Console.Error.WriteLine($"{e.SqlState} {e.MessageText} (at {e.Position})\n{sql.Text}\n");
            throw Errors.Of(e);
        }
        finally
        {
            _running = null;
        }
    }

    private void Plain(string sql)
    {
        try
        {
            using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            command.ExecuteNonQuery();
        }
        catch (PostgresException e)
        {
            throw Errors.Of(e);
        }
    }

    private static NpgsqlDbType DeclaredType(string type) => type switch
    {
        "integer" => NpgsqlDbType.Integer,
        "bigint" => NpgsqlDbType.Bigint,
        "citext" => NpgsqlDbType.Citext,
        "uuid" => NpgsqlDbType.Uuid,
        _ => throw new SqlError(102, 15, $"A variable of type {type}."),
    };
}
