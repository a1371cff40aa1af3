using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Data.SqlServer;

namespace Pga.Testing;

/// <summary>
/// Compiles every query that runs on a test's SQLite for SQL Server too, on a context that is never opened, so that a query
/// which only SQLite can translate fails the test that ran it. It works once per query, as compilation does.
/// </summary>
internal sealed class TranslatesToSqlServer : IQueryExpressionInterceptor
{
    public static readonly TranslatesToSqlServer Instance = new();

    private static readonly DbContextOptions<PgaDbContext> Options = MakeOptions();
    private static readonly MethodInfo Compile = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        using var server = new PgaDbContext(Options, new Actor(), new CurrentRequest(), TimeProvider.System);
        var query = new OnModel(server.Model).Visit(queryExpression);
        try
        {
            Compile.MakeGenericMethod(ResultOf(query.Type)).Invoke(server.GetService<IDatabase>(), BindingFlags.DoNotWrapExceptions, null, [query, false], null);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException("SQLite runs this query, but SQL Server can't: " + e.Message, e);
        }

        return queryExpression;
    }

    private static Type ResultOf(Type expression)
    {
        if (expression == typeof(string) || expression == typeof(byte[]) || !expression.IsGenericType)
            return expression;
        var sequence = expression.GetInterfaces().Append(expression)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>));
        return sequence is null ? expression : typeof(IEnumerable<>).MakeGenericType(sequence.GetGenericArguments());
    }

    private static DbContextOptions<PgaDbContext> MakeOptions()
    {
        var options = new DbContextOptionsBuilder<PgaDbContext>();
        options.UsePgaSqlServer("Server=never.opened.invalid");
        return options.Options;
    }

    /// <summary>Puts SQL Server's entity types where SQLite's are; its filters then follow when it compiles.</summary>
    private sealed class OnModel(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root => root.UpdateEntityType(model.FindEntityType(root.EntityType.Name)!),
            _ => base.VisitExtension(node),
        };
    }
}
