using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Data.Sqlite;

/// <summary>For <c>dotnet ef migrations add NAME --project src/Pga.Data.Sqlite</c>.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PgaDbContext>
{
    public PgaDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PgaDbContext>();
        options.UsePgaSqlite("Data Source=:memory:");
        return new PgaDbContext(options.Options, new Actor(), new CurrentRequest(), TimeProvider.System);
    }
}
