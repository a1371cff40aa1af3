using Microsoft.EntityFrameworkCore;
using Pga.Domain.Contacts;

namespace Pga.Application.Tests.Import;

/// <summary>A contact of the folder that was planned anew in the system and then cancelled.</summary>
internal sealed class CancelledContactTests : ImportTest
{
    [Test]
    public async Task Is_compared_by_what_was_cancelled_and_taken_back_with_update()
    {
        var folder = ImportFolder.Small();
        folder.Write("contacts.csv", "contact_id,traject_id,kind,occurred_at,outcome,report", "K1,T1,phone,2025-06-01T10:00,held,Gebeld");
        await Imported(folder);
        await Pga.Read(async db =>
        {
            var now = Pga.Clock.GetUtcNow().UtcDateTime;
            var planned = (await db.ContactMoments.SingleAsync()).Correct(Guid.CreateVersion7(), null, now, new ContactDetails("phone", now.AddDays(3), null), "Verkeerd vastgelegd");
            planned.Cancel(now, "Gaat niet door");
            db.Add(planned);
            return await db.SaveChangesAsync();
        });

        Assert.That(await FaultsOf(folder), Has.Exactly(1).Items.And.All.StartsWith("contacts.csv:2: "));
        await Imported(folder, update: true);

        var current = await One(db => db.ContactMoments.Where(c => c.SupersededById == null));
        Assert.That((current.Outcome, current.Report), Is.EqualTo((ContactCodes.Held, "Gebeld")));
        Assert.That((await Imported(folder, update: true)).Files.Sum(f => f.Updated + f.New), Is.Zero);
    }
}
