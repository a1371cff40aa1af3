using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Pga.Application.Data;

/// <summary>What the database said went wrong, whatever EF wrapped it in. Each provider has numbers of its own.</summary>
public static class DatabaseErrors
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>Where SqlClient, which is not known here, puts SQL Server's number. Its texts are in the language of the login.</summary>
    private const string SqlServerNumber = "HelpLink.EvtID";

    public static DbException? In(Exception e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is DbException found)
                return found;
        }

        return null;
    }

    /// <summary>Something that must be unique is there already.</summary>
    public static bool IsTaken(Exception e) => In(e) switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        { } other => other.Data[SqlServerNumber] is "2601" or "2627",
        null => false,
    };

    /// <summary>Two transactions waited for each other, and the database broke this one off.</summary>
    public static bool IsDeadlock(Exception e) => In(e)?.Data[SqlServerNumber] is "1205";

    /// <summary>The work was called off. SqlClient says so with an error like any other.</summary>
    public static bool IsCancellation(Exception e, CancellationToken ct) =>
        ct.IsCancellationRequested && (e is OperationCanceledException || In(e) is not null);
}
