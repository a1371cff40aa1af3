using System.Reflection;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Architecture.Tests;

/// <summary>What the use cases leave to the pipeline, read from their compiled code.</summary>
internal sealed class HandlerTests
{
    private static readonly (Type By, MemberInfo Member)[] CallsOfApplication = [.. Calls.Of(Ours.Application)];

    [Test]
    public void Leave_saving_to_the_pipeline()
    {
        var saving = By(m => typeof(DbContext).IsAssignableFrom(m.DeclaringType) && m.Name is nameof(DbContext.SaveChanges) or nameof(DbContext.SaveChangesAsync));

        Assert.That(saving, Is.EqualTo(new[] { typeof(Save<,>) }));
    }

    [Test]
    public void Send_no_requests()
    {
        var sending = Calls.Mentions(Ours.Application)
            .Where(m => m.Mentioned == typeof(IMediator) || m.Mentioned == typeof(Mediator))
            .Select(m => m.By).Distinct();

        Assert.That(sending, Is.EqualTo(new[] { typeof(PgaApplication) }), "which registers it");
    }

    [Test]
    public void Bypass_the_access_rule_only_where_they_say_why()
    {
        var bypassing = By(m => m.Name == nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters));

        Assert.That(bypassing.Where(t => !SaysWhy(t)), Is.Empty, "say why with [SeesAll]");
        Assert.That(Ours.All.Except([Ours.Application]).SelectMany(Calls.Of).Where(c => c.Member.Name == nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters)), Is.Empty);
    }

    [Test]
    public void Say_why_in_words() =>
        Assert.That(
            Ours.Application.GetTypes().Select(t => t.GetCustomAttribute<SeesAllAttribute>()).OfType<SeesAllAttribute>(),
            Has.All.Property(nameof(SeesAllAttribute.Why)).Length.GreaterThan(20));

    [Test]
    public void Write_in_bulk_only_for_import_demo_and_the_access_log()
    {
        var writing = By(m => m.DeclaringType == typeof(BulkWriter)).Where(t => t != typeof(BulkWriter) && t.DeclaringType != typeof(BulkWriter));

        Assert.That(writing, Does.Contain(typeof(AccessLogWriter)), "else this test looks at nothing");
        Assert.That(writing.Where(t => t != typeof(AccessLogWriter) && t.Namespace is not "Pga.Application.Import" and not "Pga.Application.Demo"), Is.Empty);
    }

    [Test]
    public void Run_no_sql_of_their_own()
    {
        var raw = By(m => m.Name.StartsWith("FromSql", StringComparison.Ordinal) || m.Name.StartsWith("ExecuteSql", StringComparison.Ordinal) || m.Name.StartsWith("SqlQuery", StringComparison.Ordinal));

        Assert.That(raw, Is.Empty, "it would have to be written for every database");
    }

    [Test]
    public void Ask_the_clock_and_never_the_machine()
    {
        var asking = Ours.All.SelectMany(Calls.Of)
            .Where(c => (c.Member.DeclaringType == typeof(DateTime) || c.Member.DeclaringType == typeof(DateTimeOffset)) && c.Member.Name is "get_Now" or "get_UtcNow" or "get_Today")
            .Select(c => c.By).Distinct();

        Assert.That(asking, Is.Empty, "tests move a TimeProvider");
    }

    private static bool SaysWhy(Type? type) => type is not null && (type.IsDefined(typeof(SeesAllAttribute), false) || SaysWhy(type.DeclaringType));

    private static List<Type> By(Func<MemberInfo, bool> of) => [.. CallsOfApplication.Where(c => of(c.Member)).Select(c => c.By).Distinct()];
}
