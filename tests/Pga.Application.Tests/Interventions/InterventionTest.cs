using Microsoft.EntityFrameworkCore;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Interventions;

/// <summary>Two clients of an expert, two partners with accounts, and an intervention of each kind.</summary>
internal abstract class InterventionTest : SliceTest
{
    protected static readonly string[] AllFields = [GrantFields.Name, GrantFields.BirthDate, GrantFields.Gender, GrantFields.Wijk, GrantFields.Level("gezin")];

    protected StaffMember Expert { get; } = A.Staff(StaffRoles.PgaExpert, name: "Expert Eén");

    protected StaffMember TeamMate { get; } = A.Staff(StaffRoles.PgaExpert);

    protected StaffMember Stranger { get; } = A.Staff(StaffRoles.PgaExpert, "team-9");

    protected StaffMember Coordinator { get; } = A.Staff(StaffRoles.Coordinator);

    protected StaffMember Manager { get; } = A.Staff(StaffRoles.Manager, null);

    protected StaffMember Officer { get; } = A.Staff(StaffRoles.PrivacyOfficer, null);

    protected StaffMember Administrator { get; } = A.Staff(StaffRoles.Administrator, null);

    /// <summary>Two colleagues of one partner, somebody of another, and one whose account belongs to none.</summary>
    protected StaffMember Jan { get; } = A.Staff(StaffRoles.Partner, null, "Jan van JoU");

    protected StaffMember Piet { get; } = A.Staff(StaffRoles.Partner, null);

    protected StaffMember Els { get; } = A.Staff(StaffRoles.Partner, null);

    protected StaffMember Loose { get; } = A.Staff(StaffRoles.Partner, null);

    protected Client Noor { get; } = A.Client("Noor", "Yıldız", "N-0001", new DateOnly(2004, 2, 29), "overvecht");

    protected Client Sami { get; } = A.Client("Sami", "de Bruijn", "N-0002", new DateOnly(2006, 7, 8), "zuid");

    protected Traject OfNoor { get; private set; } = null!;

    protected Traject OfSami { get; private set; } = null!;

    protected Partner Jou { get; private set; } = null!;

    /// <summary>Of JoU, without a limit.</summary>
    protected Intervention Gym { get; } = new(Guid.CreateVersion7(), "proef-gym", "Proefgym", "sport", 900);

    /// <summary>Of JoU, with one place.</summary>
    protected Intervention Coach { get; } = new(Guid.CreateVersion7(), "proef-coach", "Proefcoach", "coaching", 901);

    /// <summary>Of JoU, with one place per group.</summary>
    protected Intervention Course { get; } = new(Guid.CreateVersion7(), "proef-cursus", "Proefcursus", "prevention", 902);

    /// <summary>The team does it itself.</summary>
    protected Intervention Walk { get; } = new(Guid.CreateVersion7(), "proef-wandeling", "Proefwandeling", "coaching", 903);

    [SetUp]
    public async Task GivenPartners()
    {
        var partners = await Pga.Read(db => db.Partners.AsNoTracking().ToListAsync());
        Jou = partners.Single(p => p.Code == "jou");
        Jan.WorkFor(Jou.Id);
        Piet.WorkFor(Jou.Id);
        Els.WorkFor(partners.Single(p => p.Code == "svg").Id);
        Gym.Offer(Jou.Id, null, false);
        Coach.Offer(Jou.Id, 1, false);
        Course.Offer(Jou.Id, 1, true);
        OfNoor = A.Traject(Noor, Expert);
        OfSami = A.Traject(Sami, Expert);
        await Pga.Given(Expert, TeamMate, Stranger, Coordinator, Manager, Officer, Administrator, Jan, Piet, Els, Loose, Noor, Sami, OfNoor, OfSami, Gym, Coach, Course, Walk);
    }

    protected ReferToIntervention Referral(Traject traject, Intervention intervention, params string[] fields) => new(
        Guid.CreateVersion7(), traject.Id, intervention.Id, null, "Weer ritme", fields.Length == 0 ? [GrantFields.Name] : fields, "Om te begeleiden bij het sporten", Today.AddMonths(3));

    protected async Task<Guid> Refer(Traject traject, Intervention intervention, params string[] fields)
    {
        // One after the other, as people do: who was first is first in line.
        Pga.Clock.Advance(TimeSpan.FromSeconds(1));
        return await Pga.Send(Expert, Referral(traject, intervention, fields));
    }

    protected async Task<Guid> Accept(Guid referralId) => await Pga.Send(Jan, new AcceptReferral(Guid.CreateVersion7(), referralId, await Version(referralId)));

    /// <summary>A participation that the partner has accepted; answers its id.</summary>
    protected async Task<Guid> Accepted(Traject traject, Intervention intervention, params string[] fields) =>
        await ParticipationOf(await Accept(await Refer(traject, intervention, fields)));

    protected Task<Guid> ParticipationOf(Guid referralId) => Pga.Read(db => db.Referrals.Where(r => r.Id == referralId).Select(r => r.ParticipationId).SingleAsync());

    protected Task<Guid> Version(Guid referralId) => Pga.Read(db => db.Referrals.Where(r => r.Id == referralId).Select(r => r.Version).SingleAsync());

    protected Task<Participation> Stored(Guid participationId) => Pga.Read(db => db.Participations.AsNoTracking().SingleAsync(p => p.Id == participationId));

    protected Task<Guid> Plan(StaffMember by, Intervention intervention, DateOnly on, params Guid[] participants) =>
        Pga.Send(by, new PlanSession(Guid.CreateVersion7(), intervention.Id, on, new TimeOnly(9, 0), participants));

    protected async Task<Guid> Record(StaffMember by, Guid sessionId, params (Guid Participation, string? Attendance)[] rows) =>
        await Pga.Send(by, new RecordAttendance(Guid.CreateVersion7(), sessionId, await SessionVersion(sessionId), [.. rows.Select(r => new AttendanceRow(r.Participation, r.Attendance))]));

    /// <summary>A session with one participant, recorded at once.</summary>
    protected async Task<Guid> Held(StaffMember by, Intervention intervention, DateOnly on, Guid participation, string attendance) =>
        await Record(by, await Plan(by, intervention, on, participation), (participation, attendance));

    protected Task<Guid> SessionVersion(Guid sessionId) => Pga.Read(db => db.InterventionSessions.Where(s => s.Id == sessionId).Select(s => s.Version).SingleAsync());

    protected async Task<WriteEndReport> Report(Guid participationId, DateOnly? lastDay = null) =>
        new(Guid.CreateVersion7(), participationId, (await Stored(participationId)).Version, lastDay ?? Today, "partly", "Kwam meestal, en sport nu zelf.", "Laat doorgaan met sporten");

    protected async Task<ParticipationCard> Card(Traject traject, Intervention intervention, StaffMember? by = null) =>
        (await Pga.Send(by ?? Expert, new GetInterventions(traject.Id))).Participations.First(p => p.InterventionId == intervention.Id);

    protected static (string Field, string Text) Error(Func<Task> send)
    {
        var error = Assert.ThrowsAsync<Invalid>(send).Errors.Single();
        return (error.Field, error.Text);
    }
}
