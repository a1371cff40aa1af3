using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Testing;

namespace Pga.Application.Tests.Data;

/// <summary>Tests the test base: rows that tie come in any order on a server, so what takes some of them must say which.</summary>
internal sealed class OrderTests : SliceTest
{
    [Test]
    public void Fails_a_page_and_a_latest_one_in_which_rows_may_tie()
    {
        Assert.That(() => Pga.Read(db => db.Trajects.OrderBy(t => t.ReferredOn).Skip(25).Take(25).ToListAsync()), Refused());
        Assert.That(() => Pga.Read(db => db.Clients.OrderBy(c => c.FamilyName).Select(c => new { c.Id }).Take(10).ToListAsync()), Refused());
        Assert.That(() => Pga.Read(db => db.ContactMoments.Where(m => m.Outcome != null).OrderByDescending(m => m.OccurredAt).FirstOrDefaultAsync()), Refused());
        Assert.That(
            () => Pga.Read(db => db.Trajects.Select(t => db.Assessments.Where(a => a.TrajectId == t.Id).OrderBy(a => a.MeasuredOn).Select(a => a.Scores).First()).ToListAsync()),
            Refused(), "Inside another query too.");
        Assert.That(() => Pga.Read(db => db.Documents.Take(5).ToListAsync()), Refused(), "In no order at all.");
    }

    [Test]
    public void Fails_what_is_ordered_by_the_key_of_something_else()
    {
        var withClients = (PgaDbContext db) => db.Trajects.Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Id, c.FamilyName, c.Number });
        var ofClients = (PgaDbContext db) => db.Clients.Join(db.Trajects, c => c.Id, t => t.ClientId, (c, t) => new { c.Id, TrajectId = t.Id });

        Assert.That(() => Pga.Read(db => withClients(db).OrderBy(t => t.FamilyName).ThenBy(t => t.Number).Take(25).ToListAsync()), Refused(), "A client may have two.");
        Assert.That(() => Pga.Read(db => ofClients(db).OrderBy(c => c.Id).Take(25).ToListAsync()), Refused());
        Assert.That(() => Pga.Read(db => withClients(db).OrderBy(t => t.FamilyName).ThenBy(t => t.Id).Take(25).ToListAsync()), Throws.Nothing);
        Assert.That(() => Pga.Read(db => ofClients(db).OrderBy(c => c.TrajectId).Take(25).ToListAsync()), Throws.Nothing);
    }

    [Test]
    public void Passes_what_can_not_tie_or_is_the_same_when_it_does()
    {
        Assert.That(() => Pga.Read(db => db.Trajects.OrderBy(t => t.ReferredOn).ThenBy(t => t.Number).Skip(25).Take(25).ToListAsync()), Throws.Nothing);
        Assert.That(() => Pga.Read(db => db.WorkItems.OrderBy(w => w.DueOn).Select(w => (DateOnly?)w.DueOn).FirstOrDefaultAsync()), Throws.Nothing);
        Assert.That(() => Pga.Read(db => db.ContactMoments.OrderBy(m => m.OccurredAt).Select(m => new { m.OccurredAt, m.OccurredOn }).FirstOrDefaultAsync()), Throws.Nothing);
        Assert.That(() => Pga.Read(db => db.Staff.Where(s => s.Email == "a@b.nl").Select(s => s.Name).FirstOrDefaultAsync()), Throws.Nothing);
        Assert.That(() => Pga.Read(db => db.Documents.Take(5).CountAsync()), Throws.Nothing, "As many, whichever.");
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Refused() => Throws.InvalidOperationException.With.Message.StartsWith("Rows may tie");
}
