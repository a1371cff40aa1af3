using Npgsql;
using Pga.TdsServer.TSql;
using Pga.TdsServer.Wire;

namespace Pga.TdsServer.PostgreSql;

/// <summary>The PostgreSQL server that keeps the databases.</summary>
internal sealed class Cluster(string connectionString)
{
    private const string Master = "postgres";

    public NpgsqlConnection Open(string database)
    {
        try
        {
            var connection = new NpgsqlConnection(To(database is "" or "master" ? Master : database));
            connection.Open();
            return connection;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            throw new SqlError(4060, 11, $"Cannot open database \"{database}\" requested by the login. The login failed.");
        }
    }

    /// <summary>Sorts as a dictionary does, as SQL Server's default collation.</summary>
    public void Create(string database)
    {
        Run(Master, $"CREATE DATABASE {Names.Quote(database)} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'");
        Run(Master, $"ALTER DATABASE {Names.Quote(database)} SET search_path = public, tsql, pg_catalog");
        Run(Master, $"ALTER DATABASE {Names.Quote(database)} SET timezone = 'UTC'");
        using var prelude = new StreamReader(typeof(Cluster).Assembly.GetManifestResourceStream("Pga.TdsServer.PostgreSql.prelude.sql")!);
        using var connection = Open(database);
        using var command = new NpgsqlCommand(prelude.ReadToEnd(), connection);
        command.ExecuteNonQuery();
        connection.ReloadTypes();
    }

    public void Drop(string database)
    {
        NpgsqlConnection.ClearAllPools();
        Run(Master, $"DROP DATABASE {Names.Quote(database)} WITH (FORCE)");
    }

    private void Run(string database, string sql)
    {
        using var connection = Open(database);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private string To(string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, MaxPoolSize = 300 }.ToString();
}
