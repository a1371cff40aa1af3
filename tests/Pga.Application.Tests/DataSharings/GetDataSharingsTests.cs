using Pga.Application.DataSharings;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.DataSharings;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.DataSharings;

internal sealed class GetDataSharingsTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;
    private Traject _other = null!;

    [SetUp]
    public async Task GivenSharings()
    {
        _traject = A.Traject(_client, _expert);
        _other = A.Traject(_client, programme: Programmes.TopX, team: "team-2");
        await Pga.Given(_expert, _client, _traject, _other, Sharing(_traject, "Buurtteams", -9), Sharing(_traject, "ZVH", -2), Sharing(_other, "politie", -1));
    }

    [Test]
    public async Task Lists_what_was_shared_of_this_traject_latest_first()
    {
        var lines = await Pga.Send(_expert, new GetDataSharings(_traject.Id));

        Assert.That(lines.Select(l => (l.Recipient, l.SharedOn, l.By)), Is.EqualTo(new[] { ("ZVH", Today.AddDays(-2), (string?)_expert.Name), ("Buurtteams", Today.AddDays(-9), _expert.Name) }));
    }

    [Test]
    public void Is_not_there_for_who_may_not_see_the_traject() =>
        Assert.That(() => Pga.Send(_expert, new GetDataSharings(_other.Id)), Throws.TypeOf<NotFound>());

    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.PrivacyOfficer)]
    [TestCase(StaffRoles.Administrator)]
    public void Is_refused_without_the_permission(string role) =>
        Assert.That(() => Pga.Send(A.Staff(role), new GetDataSharings(_traject.Id)), Throws.TypeOf<Forbidden>());

    [Test]
    public void Takes_a_recipient_a_content_and_a_ground()
    {
        string Refusal(string recipient, string what, string ground) => Assert.Throws<RuleBroken>(() =>
            _ = new DataSharing(Guid.CreateVersion7(), _traject.Id, _client.Id, recipient, what, ground, Today, _expert.Id))!.Code;

        Assert.That((Refusal(" ", "x", "y"), Refusal("x", "", "y"), Refusal("x", "y", " ")), Is.EqualTo(("sharing.recipient", "sharing.what", "sharing.ground")));
    }

    private DataSharing Sharing(Traject traject, string recipient, int days) =>
        new(Guid.CreateVersion7(), traject.Id, _client.Id, recipient, "Naam en aanleiding", "Convenant", Today.AddDays(days), _expert.Id);
}
