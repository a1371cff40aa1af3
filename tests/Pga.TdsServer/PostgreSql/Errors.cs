using Npgsql;
using Pga.TdsServer.Wire;

namespace Pga.TdsServer.PostgreSql;

/// <summary>SQL Server's number and words for what PostgreSQL refused.</summary>
internal static class Errors
{
    private const byte ByUser = 16;

    public static SqlError Of(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation when e.ConstraintName!.StartsWith("PK_", StringComparison.Ordinal) =>
            new SqlError(2627, 14, $"Violation of PRIMARY KEY constraint '{e.ConstraintName}'. Cannot insert duplicate key in object 'dbo.{e.TableName}'."),
        PostgresErrorCodes.UniqueViolation =>
            new SqlError(2601, 14, $"Cannot insert duplicate key row in object 'dbo.{e.TableName}' with unique index '{e.ConstraintName}'."),
        PostgresErrorCodes.ForeignKeyViolation => new SqlError(547, ByUser, $"The statement conflicted with the FOREIGN KEY constraint \"{e.ConstraintName}\"."),
        PostgresErrorCodes.CheckViolation when e.ConstraintName!.StartsWith("truncated ", StringComparison.Ordinal) =>
            new SqlError(2628, ByUser, $"String or binary data would be truncated in table '{e.TableName}', column {e.ConstraintName["truncated ".Length..]}."),
        PostgresErrorCodes.CheckViolation => new SqlError(547, ByUser, $"The statement conflicted with the CHECK constraint \"{e.ConstraintName}\"."),
        PostgresErrorCodes.NotNullViolation => new SqlError(515, ByUser, $"Cannot insert the value NULL into column '{e.ColumnName}', table '{e.TableName}'."),
        PostgresErrorCodes.UndefinedTable => new SqlError(208, ByUser, $"Invalid object name. {e.MessageText}"),
        PostgresErrorCodes.UndefinedColumn => new SqlError(207, ByUser, $"Invalid column name. {e.MessageText}"),
        PostgresErrorCodes.DuplicateTable => new SqlError(2714, ByUser, $"There is already an object named so. {e.MessageText}"),
        PostgresErrorCodes.DeadlockDetected => new SqlError(1205, 13, "Transaction was deadlocked on lock resources with another process and has been chosen as the deadlock victim."),
        PostgresErrorCodes.SerializationFailure => new SqlError(3960, ByUser, "Snapshot isolation transaction aborted due to update conflict."),
        PostgresErrorCodes.NumericValueOutOfRange => new SqlError(8115, ByUser, "Arithmetic overflow error."),
        PostgresErrorCodes.DivisionByZero => new SqlError(8134, ByUser, "Divide by zero error encountered."),
        _ => new SqlError(50000, ByUser, $"{e.SqlState}: {e.MessageText}"),
    };
}
