using Microsoft.EntityFrameworkCore;
using Pga.Application.Interventions;
using Pga.Application.Tasks;
using Pga.Application.Tests.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Tasks;

/// <summary>What a partner does with a referral is told to who made it.</summary>
internal sealed class PartnerNoticeTests : InterventionTest
{
    [Test]
    public async Task Of_an_answer_an_end_report_and_a_session_that_is_called_off_go_to_who_referred()
    {
        var (noor, sami) = (await Accepted(OfNoor, Gym), await Refer(OfSami, Gym));
        await Pga.Send(Jan, new DeclineReferral(Guid.CreateVersion7(), sami, await Version(sami), "Geen tijd"));
        var session = await Plan(Jan, Gym, Today.AddDays(2), noor);
        await Pga.Send(Jan, new CancelSession(Guid.CreateVersion7(), session, await SessionVersion(session)));
        await Held(Jan, Gym, Today, noor, "attended");
        await Pga.Send(Jan, await Report(noor));

        var rows = (await Pga.Send(Expert, new GetNotifications())).Rows;
        Assert.That(rows.Select(r => (r.Kind, r.About!.TrajectId)), Is.EquivalentTo(new[]
        {
            (NotificationKinds.ReferralAccepted, OfNoor.Id),
            (NotificationKinds.ReferralDeclined, OfSami.Id),
            (NotificationKinds.SessionCancelled, OfNoor.Id),
            (NotificationKinds.EndReport, OfNoor.Id),
        }));
        Assert.That((await Pga.Send(TeamMate, new GetNotifications())).Total, Is.Zero);
        Assert.That((await Pga.Send(Jan, new GetNotifications())).Total, Is.Zero);
    }

    [Test]
    public async Task Of_a_session_of_the_team_reach_a_colleague_s_client_too()
    {
        var theirs = A.Traject(Noor, Stranger, team: "team-9");
        var help = theirs.Assign(Guid.CreateVersion7(), Expert.Id, AssignmentRoles.Member, Today.AddDays(-9));
        await Pga.Given(theirs);
        var referral = await Pga.Send(Stranger, Referral(theirs, Walk) with { Fields = [], Purpose = "", GrantUntil = null });
        var session = await Plan(Expert, Walk, Today.AddDays(2), await ParticipationOf(referral));
        await Pga.Read(async db =>
        {
            (await db.Assignments.SingleAsync(a => a.Id == help.Id)).EndBy(Today.AddDays(-1));
            return await db.SaveChangesAsync();
        });

        await Pga.Send(Expert, new CancelSession(Guid.CreateVersion7(), session, await SessionVersion(session)));

        Assert.That((await Pga.Send(Stranger, new GetNotifications())).Rows.Single().Kind, Is.EqualTo(NotificationKinds.SessionCancelled), "though Expert no longer sees their dossier");
        Assert.That((await Pga.Send(Expert, new GetNotifications())).Total, Is.Zero);
    }

    [Test]
    public async Task Are_not_for_an_account_that_was_never_active()
    {
        var left = new StaffMember(Guid.CreateVersion7(), "weg@pga.example", "Vertrokken", [StaffRoles.PgaExpert], "team-1", null, active: false);
        var theirs = A.Traject(Sami, left);
        await Pga.Given(left, theirs);
        var referral = await Pga.Send(left, Referral(theirs, Gym));

        await Accept(referral);

        Assert.That((await Pga.Send(left, new GetNotifications())).Total, Is.Zero);
    }
}
