using Pga.Application.Triage;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Triage;

/// <summary>Base of the triage's tests: a team, and an aanmelding of last week that waits for it.</summary>
internal abstract class TriageTest : SliceTest
{
    protected StaffMember Coordinator { get; } = A.Staff(StaffRoles.Coordinator, name: "Karim Proef");

    protected StaffMember Expert { get; } = A.Staff(StaffRoles.PgaExpert, name: "Sanne Proef");

    protected StaffMember Stranger { get; } = A.Staff(StaffRoles.Coordinator, "team-2");

    protected Client Client { get; } = A.Client("Samira", "Proef");

    protected Traject Traject { get; private set; } = null!;

    [SetUp]
    public async Task GivenAnAanmelding()
    {
        Traject = Referred(Client);
        await Pga.Given(Coordinator, Expert, Stranger, Client, Traject);
    }

    protected Traject Referred(Client client, string team = "team-1", int days = -6, string programme = Programmes.LocalPga)
    {
        var traject = new Traject(Guid.CreateVersion7(), $"T-{Guid.NewGuid():N}"[..20], client.Id, programme, Today.AddDays(days), "school", team);
        traject.GroundIn("Overlast op het plein", "Rust", "yes", null, null);
        traject.ForTriage(TriageCutOff.Default.For(Today.AddDays(days).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc)));
        return traject;
    }

    protected async Task<Guid> Version(Guid? trajectId = null) => (await Pga.Send(Coordinator, new GetIntake(trajectId ?? Traject.Id))).Version;

    protected async Task<DecideTriage> Decision(string outcome, Guid? trajectId = null) => new(
        Guid.CreateVersion7(), trajectId ?? Traject.Id, await Version(trajectId), outcome, ["areas", "impact"], "Past bij de aanpak.", "Karim Proef, politie", Today,
        outcome == TriageOutcomes.Redirected ? "Buurtteams" : null, "Naam en aanleiding", "Convenant", null, null, null, "phone", "Wij hebben gebeld.", null);
}
