using Pga.Application.Data;
using Pga.Domain.Conferences;
using Pga.Domain.DataSharings;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>
/// Of the first teams a casusoverleg of two weeks ago with decisions, and one of next week; as many cases whatever the size of
/// the caseload. It has a chance of its own, so that the rest of the demo stays as it was.
/// </summary>
internal sealed class DemoConferences(DemoRandom random, DateOnly today)
{
    private const int Teams = 4;
    private const int Cases = 4;

    /// <summary>Of one worker, so that a conference is of the team.</summary>
    private const int PerDesk = 4;

    private static readonly string[] Questions =
    [
        "Hoe houden we contact nu de coach weg is?", "Is begeleid wonen haalbaar voor de zomer?", "Wie neemt school erbij, en wanneer?",
        "De moeder raakt uitgeput. Wat kunnen we haar bieden?", "Kan het plan een stap terug, of is het te vroeg?",
    ];

    private static readonly (string Decision, string Action)[] Outcomes =
    [
        ("We gaan door met het plan en kijken over een maand opnieuw.", "Terugbellen over hoe het thuis gaat"),
        ("Casusregie vraagt begeleid wonen aan.", "Aanvraag begeleid wonen invullen"),
        ("School krijgt één vast aanspreekpunt.", "Gesprek met de mentor plannen"),
        ("We vragen de jongerenwerker om twee keer per week langs te gaan.", "Jongerenwerker bellen over de afspraken"),
    ];

    private static readonly string[] Minutes =
    [
        "Het contact is goed. Thuis is het rustiger dan een maand geleden. De zorg zit in de avonden: dan is er weinig te doen.",
        "De afgelopen weken waren onrustig. Iedereen merkt dat de aandacht voor school helpt. We houden het plan simpel: één ding tegelijk.",
        "Er is vooruitgang met geld en papieren. Werk is nog een stap te ver. Eerst een vast ritme.",
    ];

    private readonly Dictionary<string, List<Found>> _byTeam = [];

    private sealed record Found(Traject Traject, DemoDesk Desk, Goal? Goal);

    private sealed record Talk(Found Found, ConferenceCase Case, List<ConferenceInvitation> Invitations, Decision Decision, string Action);

    /// <summary>Takes note of a running traject that a conference could discuss.</summary>
    public void Offer(DemoDossier dossier, DemoDesk desk)
    {
        var traject = dossier.Trajects[^1];
        if (!_byTeam.TryGetValue(desk.Team, out var found))
        {
            if (_byTeam.Count == Teams)
                return;
            _byTeam[desk.Team] = found = [];
        }

        // One more than two conferences take: it waits for the first one to come.
        if (traject.Restricted || traject.Team != desk.Team || found.Count > 2 * Cases || found.Count(f => f.Desk == desk) == PerDesk)
            return;
        if (traject.StartedOn < today.AddDays(-60) && traject.Assignments.Any(a => a.StaffId == desk.Worker.Id && a.RunsOn(today)))
            found.Add(new Found(traject, desk, dossier.Goals.FirstOrDefault(g => g.TrajectId == traject.Id)));
    }

    public async Task Write(BulkWriter writer, CancellationToken ct)
    {
        foreach (var (team, found) in _byTeam)
        {
            var coordinator = found.Count > 0 ? found[0].Desk.Coordinator : null;
            if (coordinator is null || coordinator.Team != team)
                continue;
            await Past(writer, coordinator, [.. found.Take(Cases)], ct);
            await ToCome(writer, coordinator, [.. found.Skip(Cases).Take(Cases)], ct);
            foreach (var waiting in found.Skip(2 * Cases))
                await writer.InsertDemo(ConferenceCase.PutForward(random.NextId(), waiting.Traject.Id, waiting.Traject.ClientId, null, random.Pick(Questions), waiting.Desk.Worker.Id, today.AddDays(-1)), ct);
        }
    }

    private async Task Past(BulkWriter writer, StaffMember coordinator, List<Found> cases, CancellationToken ct)
    {
        var day = Weekday(today.AddDays(-14));
        var conference = new CaseConference(random.NextId(), coordinator.Team!, day, new TimeOnly(9, 30), "Stadskantoor, kamer 5", coordinator.Id, day.AddDays(-7));
        var discussed = new List<Talk>();
        foreach (var found in cases)
        {
            var its = Case(found, conference, day.AddDays(-3), discussed.Count + 1);
            its.Open(conference, anotherIsOpen: false, At(day, 9, discussed.Count * 15));
            its.WriteMinutes(random.Pick(Minutes), random.NextId(), coordinator.Id, At(day, 9, (discussed.Count * 15) + 5));
            var invitations = Invite(found, its, outsider: discussed.Count == 0);
            invitations.ForEach(i => i.Record(present: true));
            var (decided, action) = random.Pick(Outcomes);
            var decision = new Decision(random.NextId(), its, decided, day, coordinator.Id, At(day, 9, (discussed.Count * 15) + 10));
            its.Close(attendanceKnown: true, At(day, 9, (discussed.Count * 15) + 14));
            discussed.Add(new Talk(found, its, invitations, decision, action));
        }

        conference.Close(caseIsOpen: false, At(day, 10, 30));
        await writer.InsertDemo(conference, ct);
        foreach (var talk in discussed)
        {
            await writer.InsertDemo(talk.Case, ct);
            foreach (var invitation in talk.Invitations)
                await Share(writer, talk.Case, invitation, conference, coordinator, ct);
            await writer.InsertDemo(talk.Decision, ct);
            if (talk.Found.Goal is { } goal && goal.SetOn <= day)
                await writer.InsertDemo(Agree(talk, goal, day, coordinator), ct);
        }
    }

    private WorkItem Agree(Talk talk, Goal goal, DateOnly day, StaffMember coordinator)
    {
        var owner = new WorkOwner(OwnerKinds.Staff, StaffId: talk.Found.Desk.Worker.Id);
        return new WorkItem(random.NextId(), talk.Case.TrajectId, goal.Id, talk.Action, owner, day.AddDays(random.Between(18, 30)), coordinator.Id, talk.Decision.WrittenAt, talk.Case.Id);
    }

    private async Task ToCome(BulkWriter writer, StaffMember coordinator, List<Found> cases, CancellationToken ct)
    {
        var conference = new CaseConference(random.NextId(), coordinator.Team!, Weekday(today.AddDays(7)), new TimeOnly(9, 30), "Stadskantoor, kamer 5", coordinator.Id, today);
        await writer.InsertDemo(conference, ct);
        for (var i = 0; i < cases.Count; i++)
        {
            var its = Case(cases[i], conference, today.AddDays(-2), i + 1);
            await writer.InsertDemo(its, ct);
            foreach (var invitation in Invite(cases[i], its, outsider: i == 1))
                await writer.InsertDemo(invitation, ct);
        }
    }

    /// <summary>Every other one was put forward by who works on it.</summary>
    private ConferenceCase Case(Found found, CaseConference conference, DateOnly on, int order)
    {
        var its = order % 2 == 1
            ? ConferenceCase.PutForward(random.NextId(), found.Traject.Id, found.Traject.ClientId, conference.Id, random.Pick(Questions), found.Desk.Worker.Id, on)
            : ConferenceCase.Chosen(random.NextId(), found.Traject.Id, found.Traject.ClientId, found.Goal is null ? ConferenceReasons.PlanMissing : ConferenceReasons.EvaluationDue);
        its.PutOn(conference, order);
        return its;
    }

    private List<ConferenceInvitation> Invite(Found found, ConferenceCase its, bool outsider)
    {
        var invited = new List<ConferenceInvitation> { ConferenceInvitation.Colleague(random.NextId(), its, found.Desk.Worker.Id) };
        if (outsider)
        {
            invited.Add(ConferenceInvitation.Outsider(
                random.NextId(), its, null, "Politie Midden-Nederland", "wijkagent", "Convenant persoonsgerichte aanpak: om afspraken te maken die de wijkagent uitvoert."));
        }

        return invited;
    }

    private async Task Share(BulkWriter writer, ConferenceCase its, ConferenceInvitation invitation, CaseConference conference, StaffMember coordinator, CancellationToken ct)
    {
        if (invitation.IsOutsider)
        {
            var sharing = new DataSharing(
                random.NextId(), its.TrajectId, its.ClientId, invitation.Organisation!, "Wat in het casusoverleg over dit traject is besproken en besloten.",
                invitation.Ground!, conference.HeldOn, coordinator.Id, SharingKinds.Conference);
            await writer.InsertDemo(sharing, ct);
            invitation.SharedAs(sharing.Id);
        }

        await writer.InsertDemo(invitation, ct);
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateTime At(DateOnly day, int hour, int minute) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc).AddMinutes(minute);
}
