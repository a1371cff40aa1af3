using Microsoft.EntityFrameworkCore;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Testing;

#pragma warning disable CA1310 // Translated, not run.

namespace Pga.Application.Tests.Data;

/// <summary>Tests the test base: what only SQLite understands must fail here, before a server ever sees it.</summary>
[Category("Sqlite")]
internal sealed class TranslationTests : SliceTest
{
    [SetUp]
    public void OnSqlite() => TestDatabase.OnlyOnSqlite("Queries run on the server itself here, so nothing is translated twice.");

    [Test]
    public void Fails_a_query_that_only_sqlite_can_translate() =>
        Assert.That(
            () => Pga.Read(db => db.Clients.Where(c => EF.Functions.Glob(c.FamilyName, "V*")).ToListAsync()),
            Throws.InvalidOperationException.With.Message.Contains("SQL Server can't"));

    [Test]
    public void Fails_it_inside_a_subquery_a_scalar_a_bulk_update_and_a_bulk_delete()
    {
        Assert.That(() => Pga.Read(db => db.Clients.Select(c => db.Staff.Count(s => EF.Functions.Glob(s.Name, "V*"))).ToListAsync()), Refused());
        Assert.That(() => Pga.Read(db => db.Clients.CountAsync(c => EF.Functions.Glob(c.FamilyName, "W*"))), Refused());
        Assert.That(
            () => Pga.Read(db => db.Staff.Where(s => EF.Functions.Glob(s.Name, "V*")).ExecuteUpdateAsync(u => u.SetProperty(s => s.Team, "x"))), Refused());
        Assert.That(() => Pga.Read(db => db.Staff.Where(s => EF.Functions.Glob(s.Name, "V*")).ExecuteDeleteAsync()), Refused());

        static NUnit.Framework.Constraints.IResolveConstraint Refused() => Throws.InvalidOperationException.With.Message.Contains("SQL Server can't");
    }

    [Test]
    public async Task Passes_queries_that_both_translate_with_filters_parameters_owned_parts_and_projections()
    {
        var expert = A.Staff(StaffRoles.PgaExpert);
        var client = A.Client();
        var traject = A.Traject(client, expert);
        await Pga.Given(expert, client, traject, A.Assessment(traject, new DateOnly(2026, 3, 1), "start"));
        var word = "voor";
        Guid[] ids = [client.Id, Guid.CreateVersion7()];
        DateOnly? from = new DateOnly(2000, 1, 1);

        var found = await Pga.ReadAs(expert, db => db.Clients
            .Where(c => ids.Contains(c.Id) && c.NameWords.Any(w => w.Word.StartsWith(word)) && c.BirthDate >= from)
            .OrderBy(c => c.FamilyName).ThenBy(c => c.Number)
            .Select(c => new { c.Number, Trajects = db.Trajects.Count(t => t.ClientId == c.Id), Words = c.NameWords.Select(w => w.Word).ToList() })
            .Take(25)
            .ToListAsync());

        Assert.That(found.Single().Trajects, Is.EqualTo(1));
        Assert.That(found.Single().Words, Has.Count.EqualTo(5));
        Assert.That(await Pga.ReadAs(expert, db => db.Clients.SelectMany(c => c.NameWords).MaxAsync(w => w.Word)), Is.EqualTo("voorbeeld"));
        Assert.That(await Pga.ReadAs(expert, db => db.Assessments.Select(a => a.Scores).SingleAsync()), Has.Count.EqualTo(12));
        Assert.That(await Pga.ReadAs(expert, db => db.Clients.Select(c => (DateOnly?)c.BirthDate).MinAsync()), Is.EqualTo(new DateOnly(2005, 5, 17)));
        Assert.That(await Pga.ReadAs(expert, db => db.Trajects.Include(t => t.Assignments).SingleAsync()), Has.Property("Assignments").Count.EqualTo(1));
        Assert.That(await Pga.Read(db => db.Staff.ExecuteUpdateAsync(u => u.SetProperty(s => s.Team, s => s.Team + word))), Is.EqualTo(1));
        Assert.That(await Pga.Read(db => db.Assignments.Where(a => a.StaffId == Guid.Empty).ExecuteDeleteAsync()), Is.Zero);
        Assert.That(
            await Pga.ReadAs(expert, db => Task.FromResult(db.Set<Client>().GroupBy(c => c.Wijk).Select(g => new { g.Key, Count = g.Count() }).AsEnumerable().Single().Count)), Is.EqualTo(1));
    }
}
