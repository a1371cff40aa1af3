using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pga.Application.Data;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Data;

internal sealed class DatabaseErrorsTests : SliceTest
{
    private readonly StaffMember _first = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _second = A.Staff(StaffRoles.PgaExpert);

    [SetUp]
    public Task Given() => Pga.Given(_first, _second);

    [Test]
    public void Say_that_a_key_or_an_indexed_value_is_taken()
    {
        var client = A.Client(number: "2026-0001");

        var index = Assert.CatchAsync(() => Pga.Given(client, A.Client(number: "2026-0001")));
        var key = Assert.CatchAsync(() => Pga.Given(_first));
        var foreign = Assert.CatchAsync(() => Pga.Given(A.Traject(client)));

        Assert.That(DatabaseErrors.IsTaken(index!), Is.True, "an index");
        Assert.That(DatabaseErrors.IsTaken(key!), Is.True, "a key");
        Assert.That(DatabaseErrors.In(foreign!), Is.Not.Null);
        Assert.That(DatabaseErrors.IsTaken(foreign!), Is.False, "a foreign key");
    }

    /// <summary>SQL Server quotes the values that clash.</summary>
    [Test]
    public async Task Are_logged_without_what_they_say()
    {
        using var log = new CapturedLog(LogLevel.Trace);
        using var pga = new TestPga(services => services.AddSingleton<ILoggerFactory>(LoggerFactory.Create(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log))));
        await pga.Given(A.Client(number: "2026-0815"));

        Assert.CatchAsync(() => pga.Given(A.Client(number: "2026-0815")));

        Assert.That(log.Lines, Has.Some.Contain("INSERT INTO"), "it logs");
        Assert.That(log.Lines, Has.None.Contain("2026-0815").And.None.Contain("Exception"));
    }

    /// <summary>SQLite lets one begin after the other; a server sees too late that neither can go on.</summary>
    [Test]
    public async Task Say_that_two_waited_for_each_other()
    {
        using var bothHold = new Barrier(2);

        var failures = (await Task.WhenAll(Task.Run(() => Rename(_first, _second)), Task.Run(() => Rename(_second, _first)))).OfType<Exception>().ToList();

        Assert.That(failures, Has.Count.EqualTo(TestDatabase.Server is null ? 0 : 1));
        Assert.That(failures.Select(DatabaseErrors.IsDeadlock), Is.All.True);

        async Task<Exception?> Rename(StaffMember one, StaffMember other)
        {
            try
            {
                return await Pga.Read(async db =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    await db.Staff.Where(s => s.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, "Een ander"));
                    bothHold.SignalAndWait(TimeSpan.FromSeconds(1));
                    await db.Staff.Where(s => s.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, "Een ander"));
                    await transaction.CommitAsync();
                    return (Exception?)null;
                });
            }
            catch (InvalidOperationException e)
            {
                return e;
            }
        }
    }
}
