using Microsoft.EntityFrameworkCore;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Import;

/// <summary>A traject that an import ends takes its grants along.</summary>
internal sealed class EndedReferralTests : ImportTest
{
    [Test]
    public async Task Closes_the_referrals_of_a_traject_that_the_folder_ends()
    {
        var folder = ImportFolder.Small();
        await Imported(folder);
        var traject = await One(db => db.Trajects);
        var (expert, partner) = (A.Staff(StaffRoles.PgaExpert), A.Staff(StaffRoles.Partner));
        var jou = await One(db => db.Partners.Where(p => p.Code == "jou"));
        partner.WorkFor(jou.Id);
        var gym = new Intervention(Guid.CreateVersion7(), "gym", "Gym", "sport", 900);
        var participation = new Participation(Guid.CreateVersion7(), traject.Id, gym.Id, Today);
        var referral = new Referral(Guid.CreateVersion7(), participation, null, new ReferralGrant(jou.Id, ["name"], "Sporten", Today.AddDays(90)), null, expert.Id, Pga.Clock.GetUtcNow().UtcDateTime);
        await Pga.Given(expert, partner, gym, participation, referral);
        Assert.That(await Pga.ReadAs(partner, db => db.Referrals.CountAsync()), Is.EqualTo(1));
        folder.Write("trajects.csv", "traject_id,client_id,programme,referred_on,started_on,ended_on,end_reason", "T1,C1,local-pga,2025-01-10,2025-02-01,2026-03-01,moved");

        await Imported(folder, update: true);

        Assert.That(await Pga.ReadAs(partner, db => db.Referrals.CountAsync()), Is.Zero);
        Assert.That((await One(db => db.Referrals)).ClosedAt, Is.Not.Null);
        Assert.That(await Pga.Read(db => db.History.CountAsync(h => h.EntityId == referral.Id && h.Event == "import")), Is.EqualTo(1));
    }
}
