using Microsoft.EntityFrameworkCore;

namespace Pga.Data.SqlServer;

public static class SqlServerProvider
{
    /// <summary>SQL Server 2019 is the oldest we write for.</summary>
    public const int CompatibilityLevel = 150;

    public static DbContextOptionsBuilder UsePgaSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server => server
            .MigrationsAssembly(typeof(SqlServerProvider).Assembly.GetName().Name)
            .UseCompatibilityLevel(CompatibilityLevel)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
}
