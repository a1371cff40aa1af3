using Microsoft.EntityFrameworkCore;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Conferences;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Conferences;

/// <summary>A team with a coordinator, its experts and a RIO, four cases, and another team.</summary>
internal abstract class ConferenceTest : SliceTest
{
    protected StaffMember Coordinator { get; } = A.Staff(StaffRoles.Coordinator, name: "Coördinator Eén");

    protected StaffMember OtherCoordinator { get; } = A.Staff(StaffRoles.Coordinator, "team-2");

    protected StaffMember Expert { get; } = A.Staff(StaffRoles.PgaExpert, name: "Expert Eén");

    protected StaffMember TeamMate { get; } = A.Staff(StaffRoles.PgaExpert, name: "Expert Twee");

    protected StaffMember Rio { get; } = A.Staff(StaffRoles.Rio, name: "Rio Eén");

    protected StaffMember Stranger { get; } = A.Staff(StaffRoles.PgaExpert, "team-9");

    protected StaffMember Manager { get; } = A.Staff(StaffRoles.Manager, null);

    protected StaffMember Officer { get; } = A.Staff(StaffRoles.PrivacyOfficer, null);

    protected StaffMember Administrator { get; } = A.Staff(StaffRoles.Administrator, null);

    protected StaffMember Partner { get; } = A.Staff(StaffRoles.Partner, null);

    protected Client Noor { get; } = A.Client("Noor", "Yıldız", "N-0001");

    protected Client Sami { get; } = A.Client("Sami", "de Bruijn", "N-0002");

    protected Client Elif { get; } = A.Client("Elif", "Bakker", "N-0003");

    protected Client Ver { get; } = A.Client("Ver", "Weg", "N-0004");

    protected Traject OfNoor { get; private set; } = null!;

    protected Traject OfSami { get; private set; } = null!;

    /// <summary>A rio traject.</summary>
    protected Traject OfElif { get; private set; } = null!;

    /// <summary>Of another team; the expert works on it.</summary>
    protected Traject OfVer { get; private set; } = null!;

    protected static readonly TimeOnly HalfPastNine = new(9, 30);

    [SetUp]
    public async Task GivenTeams()
    {
        OfNoor = A.Traject(Noor, Expert);
        OfSami = A.Traject(Sami, Expert);
        OfElif = A.Traject(Elif, Rio, Programmes.Rio);
        OfVer = A.Traject(Ver, Expert, team: "team-2");
        await Pga.Given(Coordinator, OtherCoordinator, Expert, TeamMate, Rio, Stranger, Manager, Officer, Administrator, Partner, Noor, Sami, Elif, Ver, OfNoor, OfSami, OfElif, OfVer);
    }

    protected Task<Guid> Conference(DateOnly? on = null, TimeOnly? at = null, StaffMember? by = null) =>
        Pga.Send(by ?? Coordinator, new MakeConference(Guid.CreateVersion7(), on ?? Today.AddDays(7), at ?? HalfPastNine, "Stadskantoor, kamer 5"));

    protected Task<Guid> PutOn(Guid conference, params Traject[] trajects) =>
        Pga.Send(Coordinator, new PutOnAgenda(Guid.CreateVersion7(), conference, [.. trajects.Select(t => t.Id)]));

    protected Task<Guid> PutForward(Traject traject, Guid? conference = null, StaffMember? by = null) =>
        Pga.Send(by ?? Expert, new PutCaseForward(Guid.CreateVersion7(), traject.Id, conference, "Wie neemt het over in de vakantie?"));

    /// <summary>A conference of today with these cases; answers their ids.</summary>
    protected async Task<(Guid Conference, List<Guid> Cases)> Today_with(params Traject[] trajects)
    {
        var conference = await Conference(Today);
        await PutOn(conference, trajects);
        return (conference, (await Agenda(conference)).ConvertAll(c => c.CaseId));
    }

    /// <summary>The one case of a conference of today, being discussed.</summary>
    protected async Task<Guid> Opened(Traject traject)
    {
        var (_, cases) = await Today_with(traject);
        await Open(traject, cases[0]);
        return cases[0];
    }

    protected async Task<List<AgendaCase>> Agenda(Guid conference, StaffMember? by = null) => [.. (await Pga.Send(by ?? Coordinator, new GetConference(conference))).Cases];

    protected Task<Guid> Open(Traject traject, Guid its) => Pga.Send(Coordinator, new OpenCase(Guid.CreateVersion7(), traject.Id, its));

    protected Task<Guid> Close(Traject traject, Guid its) => Pga.Send(Coordinator, new CloseCase(Guid.CreateVersion7(), traject.Id, its));

    /// <summary>Says of everybody who was invited whether they were there, and closes.</summary>
    protected async Task Finish(Traject traject, Guid its, bool present = true)
    {
        var invited = await Pga.Read(db => db.ConferenceInvitations.Where(i => i.ConferenceCaseId == its).Select(i => i.Id).ToListAsync());
        await Pga.Send(Coordinator, new RecordPresence(Guid.CreateVersion7(), traject.Id, its, [.. invited.Select(i => new PresenceRow(i, present))]));
        await Close(traject, its);
    }

    protected async Task<Discussion> Discussed(Traject traject, StaffMember? by = null) => (await Pga.Send(by ?? Expert, new GetDiscussions(traject.Id))).Discussions[0];

    protected Task<ConferenceCase> Stored(Guid its) => Pga.Read(db => db.ConferenceCases.AsNoTracking().SingleAsync(c => c.Id == its));

    protected WriteAction Action(Traject traject, Guid its, Guid? goal = null) => new(
        Guid.CreateVersion7(), traject.Id, its, "Bellen met school", new WorkOwner(OwnerKinds.Staff, Expert.Id), Today.AddDays(14), goal, goal is null ? "gezin" : null, goal is null ? "Rust thuis" : null);

    protected static InviteToCase Outsider(Traject traject, Guid its) => new(
        Guid.CreateVersion7(), traject.Id, its, null, null, "Politie Midden-Nederland", "wijkagent", "Convenant PGA, om de afspraken te maken die hij uitvoert");

    protected async Task End(Traject traject)
    {
        await Pga.Read(async db =>
        {
            var its = await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == traject.Id);
            its.ProposeOutflow(Today, "out-of-sight", null, Expert.Id, Pga.Clock.GetUtcNow().UtcDateTime, new(null, []));
            its.ConfirmOutflow(Coordinator.Id, Pga.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
    }

    protected static (string Field, string Text) Error(Func<Task> send)
    {
        var error = Assert.ThrowsAsync<Invalid>(send)!.Errors.Single();
        return (error.Field, error.Text);
    }

    protected static string Code(Func<Task> send) => Assert.ThrowsAsync<Invalid>(send)!.Errors.Single().Code;
}
