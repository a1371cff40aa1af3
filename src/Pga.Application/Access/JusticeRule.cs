using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Pga.Application.Data;
using Pga.Domain.Trajects;

namespace Pga.Application.Access;

/// <summary>
/// Who sees facts of police and justice on a traject: the pga-expert or RIO to whom it is assigned, and the coordinator of
/// the team that owns it. Not who reads along, whatever lets them. One rule, for facts, detention and prison visits.
/// </summary>
internal static class JusticeRule
{
    /// <summary>Of the filter, on an entity that has the access rule's besides.</summary>
    public const string Name = "justice";

    public static Expression<Func<Traject, bool>> MayRead(PgaDbContext db) => t =>
        db.SeesAll
        || ((db.WorksAsExpert || (db.WorksRio && t.Programme == Programmes.Rio))
            && t.Assignments.Any(a => a.StaffId == db.ActorId && a.From <= db.Today && (a.Until == null || a.Until >= db.Today)))
        || (db.WriteTeam != null && t.Team == db.WriteTeam
            && (!t.Restricted || t.Assignments.Any(a => a.StaffId == db.ActorId && a.From <= db.Today && (a.Until == null || a.Until >= db.Today))));

    /// <summary>Stands for the rule inside a query filter; <see cref="WithRule{T}"/> puts the rule in its place.</summary>
    public static bool Allows(Traject traject) => throw new InvalidOperationException("Only within a query filter.");

    public static Expression<Func<T, bool>> WithRule<T>(PgaDbContext db, Expression<Func<T, bool>> filter) =>
        (Expression<Func<T, bool>>)new Inline(MayRead(db)).Visit(filter);

    private sealed class Inline(Expression<Func<Traject, bool>> rule) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.DeclaringType == typeof(JusticeRule) && node.Method.Name == nameof(Allows)
                ? ReplacingExpressionVisitor.Replace(rule.Parameters[0], node.Arguments[0], rule.Body)
                : base.VisitMethodCall(node);
    }
}

/// <summary>For the banner of who may not see them.</summary>
[SeesAll("others hear that there is something of police or justice on what they may see, not what, who or when")]
internal static class HiddenJustice
{
    public static async Task<bool> Exists(PgaDbContext db, Guid trajectId, Guid clientId, CancellationToken ct) =>
        await db.DetentionPeriods.AnyAsync(d => d.ClientId == clientId, ct)
        || await db.SpreekuurVisits.AnyAsync(v => v.ClientId == clientId && v.SupersededById == null, ct)
        || await db.Facts.IgnoreQueryFilters([JusticeRule.Name])
            .AnyAsync(f => f.TrajectId == trajectId && f.IsJustice && f.SupersededById == null && f.WithdrawnOn == null, ct);
}
