using Pga.Application.Aanmeldingen;
using Pga.Application.Clients;
using Pga.Application.Tasks;
using Pga.Application.Tests.Triage;
using Pga.Application.Triage;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Tasks;

internal sealed class TriageNoticeTests : TriageTest
{
    [Test]
    public async Task Of_a_decision_go_to_who_works_on_it()
    {
        var client = A.Client("Bo", "Proef");
        var traject = Referred(client);
        traject.Assign(Guid.CreateVersion7(), Expert.Id, AssignmentRoles.Case, Today.AddDays(-6));
        await Pga.Given(client, traject);

        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Rejected, traject.Id));

        Assert.That((await Pga.Send(Expert, new GetNotifications())).Rows.Select(r => (r.Kind, r.About!.TrajectId)), Is.EqualTo(new[] { (NotificationKinds.TriageDecided, traject.Id) }));
    }

    [Test]
    public async Task Of_an_aanmelding_go_to_the_partner_and_name_nobody()
    {
        var partner = new StaffMember(Guid.CreateVersion7(), "partner@pga.example", "Piet Partner", [StaffRoles.Partner], null, "Buurtteams", active: true);
        await Pga.Given(partner);
        var sent = await Pga.Send(partner, New());
        var other = await Pga.Send(partner, New());

        var traject = await Pga.Send(Coordinator, new ReferClient(
            Guid.CreateVersion7(), null, "Ilse", null, "Aangemeld", new DateOnly(2006, 4, 9), "unknown", "oost", null, Programmes.LocalPga, Today, "Buurtteams", "Overlast", "Rust", "yes",
            null, null, null, null, null, true, sent));
        await Pga.Send(Coordinator, new DismissAanmelding(Guid.CreateVersion7(), other, "Dubbel"));
        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Rejected, traject));

        var list = await Pga.Send(partner, new GetNotifications());
        Assert.That(list.Rows.Select(r => (r.Kind, r.SubjectId)), Is.EquivalentTo(new[]
        {
            (NotificationKinds.AanmeldingTakenIn, (Guid?)sent),
            (NotificationKinds.AanmeldingAnswered, other),
            (NotificationKinds.AanmeldingAnswered, sent),
        }));
        Assert.That(list.Rows.Select(r => r.About), Is.All.Null, "a partner opens no dossier");
    }

    private static SendAanmelding New() => new(
        Guid.CreateVersion7(), "Ilse", null, "Aangemeld", new DateOnly(2006, 4, 9), "oost", "Overlast op het plein", "Komt bij ons", "Piet, 030", "yes", null, null, null);
}
