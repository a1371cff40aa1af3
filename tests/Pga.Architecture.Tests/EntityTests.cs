using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Data.Sqlite;
using Pga.Domain.Clients;
using Pga.Domain.Trajects;

namespace Pga.Architecture.Tests;

/// <summary>Every table with person data is behind the access rule.</summary>
internal sealed class EntityTests
{
    /// <summary>Entity types without a filter, each with the reason.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["Assignment"] = "the access rule itself reads it; it says who works, not about whom",
        ["StaffMember"] = "colleagues, shown with what they did",
        ["Absence"] = "which colleague is away and who stands in; no reason and no client",
        ["Account"] = "sign-in, before there is an actor",
        ["IdentityUserClaim"] = "sign-in",
        ["IdentityUserLogin"] = "sign-in",
        ["IdentityUserToken"] = "sign-in",
        ["Intervention"] = "catalogue",
        ["Partner"] = "catalogue: organisations",
        ["Institution"] = "catalogue",
        ["ActivityKind"] = "catalogue",
        ["Activity"] = "counts that are entered, about nobody",
        ["Budget"] = "money, about nobody",
        ["TextBlock"] = "what a manager writes beside the figures, about nobody",
        ["AgendaFeed"] = "whose calendar an address opens; what is in it goes through the filters",
        ["LetterTemplate"] = "catalogue: texts with open fields, about nobody",
        ["Spreekuur"] = "when and where a session is; its visits have the filter",
        ["Edition"] = "which rapportages there are, about nobody",
        ["EditionPart"] = "protected counts, and texts that were released",
        ["Erratum"] = "what a manager wrote for everybody to read",
        ["InterventionGroup"] = "which groups there are; who is in them has the filter",
        ["InterventionSession"] = "when an intervention meets; its roster has the filter",
        ["DigestSetting"] = "whether a colleague gets a mail a day, and when the last was; about no client",
        ["CaseConference"] = "when and where a team meets; what it discusses has the filter",
        ["ProcessedCommand"] = "ids of commands and of what they made",
    };

    /// <summary>Entity types that only their owner reads, about no client, each with the reason.</summary>
    private static readonly Dictionary<string, string> Own = new()
    {
        ["SavedFilter"] = "a way to look at one's own list: codes and a name",
    };

    private static readonly IModel Model = MakeModel();

    [Test]
    public void Have_a_filter_or_a_reason()
    {
        var without = Model.GetEntityTypes().Where(t => !t.IsOwned() && t.GetDeclaredQueryFilters().Count == 0).Select(t => t.ShortName()).ToList();

        Assert.That(without, Is.EquivalentTo(Open.Keys));
    }

    [Test]
    public void That_are_owned_are_reached_through_their_owner_only()
    {
        var owned = Model.GetEntityTypes().Where(t => t.IsOwned()).Select(t => t.ClrType).ToList();
        var sets = typeof(PgaDbContext).GetProperties().Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(p => p.PropertyType.GetGenericArguments()[0]).ToList();
        var asked = Calls.Of(Ours.Application).Select(c => c.Member).OfType<MethodInfo>()
            .Where(m => m is { Name: nameof(DbContext.Set), IsGenericMethod: true }).Select(m => m.GetGenericArguments()[0]);

        Assert.That(owned, Is.Not.Empty);
        Assert.That(sets, Has.Count.GreaterThan(20));
        Assert.That(owned.Intersect(sets.Concat(asked)), Is.Empty);
    }

    [Test]
    public void Filter_by_members_of_the_context_and_nothing_captured()
    {
        foreach (var type in Model.GetEntityTypes())
        {
            foreach (var filter in type.GetDeclaredQueryFilters())
            {
                var seen = new Reads();
                seen.Visit(filter.Expression);
                Assert.That(seen.Constants.Where(t => !t.IsPrimitive && t != typeof(string)), Is.Empty, type.ShortName());
            }
        }
    }

    [Test]
    public void Filter_a_traject_without_going_back_through_clients()
    {
        var seen = new Reads();
        seen.Visit(Model.FindEntityType(typeof(Traject))!.GetDeclaredQueryFilters().Single().Expression);

        Assert.That(seen.Members, Does.Contain(nameof(PgaDbContext.ActorId)), "the rule itself");
        Assert.That(seen.Roots, Is.Empty, "it reads no other table by itself");
        Assert.That(seen.Mentioned, Does.Not.Contain(typeof(Client)));
    }

    [Test]
    public void Filter_through_the_trajects_everywhere_else()
    {
        foreach (var type in Model.GetEntityTypes().Where(t => t.ClrType != typeof(Traject) && !Own.ContainsKey(t.ShortName())))
        {
            foreach (var filter in type.GetDeclaredQueryFilters())
            {
                var seen = new Reads();
                seen.Visit(filter.Expression);
                Assert.That(seen.Roots, Does.Contain(typeof(Traject)).And.Not.Contain(typeof(Client)), type.ShortName());
            }
        }
    }

    [Test]
    public void Filter_by_their_owner_what_is_somebody_s_own()
    {
        foreach (var name in Own.Keys)
        {
            var seen = new Reads();
            seen.Visit(Model.GetEntityTypes().Single(t => t.ShortName() == name).GetDeclaredQueryFilters().Single().Expression);
            Assert.That(seen.Members, Does.Contain(nameof(PgaDbContext.ActorId)).And.Not.Contain(nameof(PgaDbContext.SeesAll)), name);
        }
    }

    private static IModel MakeModel()
    {
        var options = new DbContextOptionsBuilder<PgaDbContext>();
        options.UsePgaSqlite("Data Source=:memory:");
        using var db = new PgaDbContext(options.Options, new Actor(), new CurrentRequest(), TimeProvider.System);
        return db.Model;
    }

    private sealed class Reads : ExpressionVisitor
    {
        public List<Type> Constants { get; } = [];

        public List<string> Members { get; } = [];

        /// <summary>Tables that are read as such: <c>db.Trajects</c>.</summary>
        public List<Type> Roots { get; } = [];

        public List<Type> Mentioned { get; } = [];

        public override Expression? Visit(Expression? node)
        {
            if (node is null)
                return null;
            Mentioned.AddRange([node.Type, .. node.Type.GetGenericArguments()]);
            // The context itself: EF puts the one of the query in its place.
            return node.Type == typeof(PgaDbContext) ? node : base.Visit(node);
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            if (node.Value is not null)
                Constants.Add(node.Type);
            return node;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            Members.Add(node.Member.Name);
            return base.VisitMember(node);
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root)
                Roots.Add(root.EntityType.ClrType);
            return base.VisitExtension(node);
        }
    }
}
