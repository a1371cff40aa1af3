using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Pga.Domain.Contacts;

namespace Pga.Testing;

/// <summary>
/// Refuses a query of a test that takes some of its rows in an order in which two may tie: SQL Server gives those in any order,
/// so a row is on two pages or on none, and "the latest" is now this one and then that. So a key of the rows, or a column with
/// a unique index, must be in the order. Mostly that is the Id, last: it tells rows apart, but no order means anything by it,
/// and the databases sort it differently.
/// </summary>
internal sealed class PagesInAFixedOrder : IQueryExpressionInterceptor
{
    public static readonly PagesInAFixedOrder Instance = new();

    /// <summary>Where the second is the same, the first is.</summary>
    private static readonly (Column Value, Column By)[] Follows =
        [(new(typeof(ContactMoment), nameof(ContactMoment.OccurredOn)), new(typeof(ContactMoment), nameof(ContactMoment.OccurredAt)))];

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        new Check(eventData.Context!.Model).Visit(queryExpression);
        return queryExpression;
    }

    /// <summary>A property and the entity that it was read from: every entity has its Id from the same base.</summary>
    private sealed record Column(Type Of, string Name);

    private sealed class Check(IModel model) : ExpressionVisitor
    {
        /// <summary>What projections put in the members of their rows.</summary>
        private readonly Dictionary<MemberInfo, Expression> _projected = [];

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            // How many there are doesn't depend on which.
            if (node is { Method.Name: nameof(Queryable.Count), Arguments: [MethodCallExpression { Method.Name: nameof(Queryable.Take) } counted] })
            {
                base.VisitMethodCall(counted);
                return node;
            }

            // What is within goes first: the projections that it takes from.
            base.VisitMethodCall(node);
            var isPage = node.Method.Name is nameof(Queryable.Skip) or nameof(Queryable.Take);
            if (node.Method.DeclaringType == typeof(Queryable) && (isPage || node.Method.Name is nameof(Queryable.First) or nameof(Queryable.FirstOrDefault)))
            {
                var (keys, selected) = Order(node.Arguments[0]);
                // One without an order is found by a key, or there is one at most.
                if ((isPage || keys.Count > 0) && !keys.Exists(k => IsUnique(k, RowOf(node.Arguments[0]))) && !selected.TrueForAll(s => IsFixed(s, keys)))
                    throw new InvalidOperationException("Rows may tie in the order in which this query takes them; end it in their Id: " + node);
            }

            return node;
        }

        protected override Expression VisitNew(NewExpression node)
        {
            foreach (var (member, value) in (node.Members ?? []).Zip(node.Arguments))
                _projected[member] = value;
            return base.VisitNew(node);
        }

        protected override MemberAssignment VisitMemberAssignment(MemberAssignment node)
        {
            _projected[node.Member] = node.Expression;
            return base.VisitMemberAssignment(node);
        }

        /// <summary>By what it is ordered, and what is selected of it: where that is the order itself, a tie makes no difference.</summary>
        private (List<Column?> Keys, List<Column?> Selected) Order(Expression source)
        {
            List<Column?> keys = [], selected = [null];
            for (; source is MethodCallExpression call; source = call.Arguments[0])
            {
                if (call.Method.Name.StartsWith("OrderBy", StringComparison.Ordinal) || call.Method.Name.StartsWith("ThenBy", StringComparison.Ordinal))
                    keys.Add(ColumnOf(call.Arguments[1]));
                else if (call.Method.Name == nameof(Queryable.Select) && keys.Count == 0)
                    selected = ((LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand).Body is NewExpression made ? [.. made.Arguments.Select(ColumnOf)] : [ColumnOf(call.Arguments[1])];
            }

            return (keys, selected);
        }

        /// <summary>The entity of which there is one for each row.</summary>
        private Type? RowOf(Expression source) => source switch
        {
            EntityQueryRootExpression root => root.EntityType.ClrType,
            MethodCallExpression { Method.Name: nameof(Queryable.Join), Arguments: [var outer, var inner, var outerKey, var innerKey, _] } =>
                IsUnique(ColumnOf(innerKey), RowOf(inner)) ? RowOf(outer) : IsUnique(ColumnOf(outerKey), RowOf(outer)) ? RowOf(inner) : null,
            MethodCallExpression { Method.Name: not nameof(Queryable.SelectMany) and not nameof(Queryable.GroupBy) } call => RowOf(call.Arguments[0]),
            _ => null,
        };

        /// <summary>The property of an entity that this gives; null for what is worked out.</summary>
        private Column? ColumnOf(Expression value) => value switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } u => ColumnOf(u.Operand),
            LambdaExpression l => ColumnOf(l.Body),
            MemberExpression m => _projected.TryGetValue(m.Member, out var from) ? ColumnOf(from) : m.Expression is { } of ? new Column(of.Type, m.Member.Name) : null,
            _ => null,
        };

        private bool IsUnique(Column? key, Type? row) => key is not null && row is not null && key.Of.IsAssignableFrom(row)
            && model.FindEntityType(row)?.FindProperty(key.Name) is { } p
            && (p.GetContainingKeys().Any(k => k.Properties.Count == 1) || p.GetContainingIndexes().Any(i => i is { IsUnique: true, Properties.Count: 1 } && i.GetFilter() is null));

        private static bool IsFixed(Column? value, List<Column?> keys) => value is not null && (keys.Contains(value) || Follows.Any(f => f.Value == value && keys.Contains(f.By)));
    }
}
