using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.DataSharings;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;

namespace Pga.Application.Demo;

/// <summary>
/// Referrals of one worker to the partner of the demo, at every step of their road: a full group with a waiting list, single
/// coaching, sessions of the past weeks and the coming one, and some that have ended. Draws from a chance of its own, so that
/// the rest of the demo stays as it was.
/// </summary>
internal sealed class DemoReferrals(DemoRandom random, DemoCatalogues catalogues, StaffMember worker, StaffMember partner, DateOnly today)
{
    private const int GroupPlaces = 8;
    private const int CoachPlaces = 3;

    private static readonly string[] Purposes =
    [
        "Om de deelnemer te begeleiden en te bereiken.", "Om te weten wie er komt en waar we op letten.",
    ];

    private static readonly string[] Goals =
    [
        "Elke week een vast ritme.", "Leren omgaan met boosheid.", "Vertrouwen in het eigen lijf.", "Stap naar werk of opleiding.",
    ];

    private static readonly string[] Notes = ["Deed goed mee.", "Was stil, maar bleef tot het eind.", "Hielp een ander op weg.", "Wilde na afloop nog even praten."];

    private static readonly Weighted<string> Attendance = new(
        (12, AttendanceCodes.Attended), (3, AttendanceCodes.Late), (2, AttendanceCodes.Excused), (3, AttendanceCodes.NoShow));

    private readonly Partner _organisation = catalogues.Partners.First(p => p.Code == "buurtteams");

    /// <summary>The partner that the demo's partner account belongs to.</summary>
    public Guid PartnerId => _organisation.Id;

    private enum Fate
    {
        New,
        Accepted,
        Declined,
        Withdrawn,
    }

    private sealed record Made(Participation Participation, Referral Referral, DemoDossier Dossier)
    {
        public List<SessionFact> Sessions { get; } = [];
    }

    /// <param name="dossiers">Of the worker; their last traject runs.</param>
    public async Task Write(BulkWriter writer, IReadOnlyList<DemoDossier> dossiers, CancellationToken ct)
    {
        var gym = catalogues.Interventions.First(i => i.Code == "colosseum-gym");
        var coach = catalogues.Interventions.First(i => i.Code == "ipta-coach");
        gym.Offer(_organisation.Id, GroupPlaces, placesPerGroup: true, costs: 450);
        coach.Offer(_organisation.Id, CoachPlaces, placesPerGroup: false, costs: 1_200);
        await writer.Update(gym, ct);
        await writer.Update(coach, ct);
        var group = new InterventionGroup(random.NextId(), gym.Id, _organisation.Id, "Maandagavond", null);
        var other = new InterventionGroup(random.NextId(), gym.Id, _organisation.Id, "Woensdagmiddag", null);
        await writer.InsertDemo(group, ct);
        await writer.InsertDemo(other, ct);

        var all = new List<Made>();
        // Those who have been here longest have had time to go to a group.
        var longest = dossiers.OrderBy(d => d.Trajects[^1].StartedOn).ToList();
        var inGym = new Queue<DemoDossier>(longest.Where(d => IsFree(d, gym)));
        var inCoach = new Queue<DemoDossier>(longest.Skip(2).Where(d => IsFree(d, coach)));
        var boxers = Take(inGym, GroupPlaces - 1, gym, group, Fate.Accepted, 60);
        all.AddRange(boxers);
        all.AddRange(Take(inGym, 1, gym, group, Fate.New, 6));
        all.AddRange(Take(inGym, 2, gym, group, Fate.New, 4));
        all.AddRange(Take(inGym, 1, gym, other, Fate.Declined, 9));
        var coached = Take(inCoach, CoachPlaces, coach, null, Fate.Accepted, 75);
        all.AddRange(coached);
        all.AddRange(Take(inCoach, 1, coach, null, Fate.New, 8));
        all.AddRange(Take(inCoach, 1, coach, null, Fate.Withdrawn, 30));

        var sessions = new List<InterventionSession>();
        for (var week = 6; week >= 1; week--)
            sessions.AddRange(Session(gym, today.AddDays(-7 * week), boxers, recorded: true));
        // One of which somebody still has to say who was there, one of today and one to come.
        sessions.AddRange(Session(gym, today.AddDays(-3), boxers.Take(6), recorded: false));
        sessions.AddRange(Session(gym, today, boxers, recorded: false));
        sessions.AddRange(Session(gym, today.AddDays(5), boxers, recorded: false));
        foreach (var one in coached)
        {
            for (var week = 5; week >= 1; week--)
                sessions.AddRange(Session(coach, today.AddDays((-7 * week) + 1), [one], recorded: true));
        }

        // The last one coached has finished, which makes place for the next.
        var report = coached.Count == CoachPlaces && coached[^1].Sessions.Count > 1 ? Report(coached[^1]) : null;
        foreach (var made in all)
        {
            made.Participation.Derive(new ParticipationFacts(
                IsReferred: true, made.Sessions, report?.ParticipationId == made.Participation.Id ? report.Fact : null, DayOf(made.Referral.DeclinedAt), DayOf(made.Referral.WithdrawnAt)));
            await writer.InsertDemo(made.Participation, ct);
            await Share(made, writer, ct);
            await writer.InsertDemo(made.Referral, ct);
        }

        foreach (var session in sessions)
        {
            await writer.InsertDemo(session, ct);
            foreach (var attendance in session.Roster)
                await writer.Insert(attendance, ct);
        }

        if (report is not null)
            await writer.InsertDemo(report, ct);
    }

    private static bool IsFree(DemoDossier dossier, Intervention intervention) =>
        dossier.Participations.All(p => p.TrajectId != dossier.Trajects[^1].Id || p.InterventionId != intervention.Id);

    /// <param name="daysAgo">When they were referred; a traject that started later is referred at its start.</param>
    private List<Made> Take(Queue<DemoDossier> from, int count, Intervention intervention, InterventionGroup? group, Fate fate, int daysAgo)
    {
        var taken = new List<Made>();
        while (taken.Count < count && from.TryDequeue(out var dossier))
            taken.Add(Make(dossier, intervention, group, fate, daysAgo));
        return taken;
    }

    private Made Make(DemoDossier dossier, Intervention intervention, InterventionGroup? group, Fate fate, int daysAgo)
    {
        var traject = dossier.Trajects[^1];
        var started = traject.StartedOn!.Value;
        var on = today.AddDays(-daysAgo) < started ? started : today.AddDays(-daysAgo);
        // Nothing happens today.
        on = on < today ? on : today.AddDays(-1);
        var participation = new Participation(random.NextId(), traject.Id, intervention.Id, on);
        string[] fields = [GrantFields.Name, .. random.Some([GrantFields.BirthDate, GrantFields.Wijk, GrantFields.Level("tijdsbesteding")], random.Between(1, 3))];
        var grant = new ReferralGrant(_organisation.Id, fields, random.Pick(Purposes), today.AddDays(random.Between(40, 150)));
        var referral = new Referral(random.NextId(), participation, group?.Id, grant, random.Pick(Goals), worker.Id, At(on, 9).AddMinutes(random.Between(0, 300)));
        var answered = At(today.AddDays(-1), 12);
        if (fate is Fate.Accepted)
            referral.Accept(partner.Id, on.AddDays(3) < today ? At(on.AddDays(3), 12) : answered, hasPlace: true);
        if (fate is Fate.Declined)
            referral.Decline(partner.Id, "De groep past niet bij deze leeftijd. Probeer de jeugdgroep op vrijdag.", answered);
        if (fate is Fate.Withdrawn)
            referral.Withdraw(worker.Id, "Heeft zelf al een coach gevonden via school.", answered);
        return new Made(participation, referral, dossier);
    }

    /// <summary>None when nobody was referred by then: a small caseload has few.</summary>
    private IEnumerable<InterventionSession> Session(Intervention intervention, DateOnly on, IEnumerable<Made> roster, bool recorded)
    {
        var there = roster.Where(m => m.Participation.ReferredOn < on).ToList();
        if (there.Count == 0)
            return [];
        var session = new InterventionSession(random.NextId(), intervention.Id, _organisation.Id, At(on, 17), [.. there.Select(m => m.Participation)], partner.Id, random.NextId);
        if (!recorded)
            return [session];
        foreach (var made in there)
        {
            var code = random.Pick(Attendance);
            session.Record(made.Participation.Id, code, AttendanceCodes.WasThere(code) && random.Chance(0.25) ? random.Pick(Notes) : null, partner.Id, session.StartsAt.AddHours(2), "");
            made.Sessions.Add(new SessionFact(on, code));
        }

        return [session];
    }

    private EndReport Report(Made made)
    {
        var written = At(today.AddDays(-2), 15);
        var report = new EndReport(random.NextId(), made.Participation, new EndReportText(
            today.AddDays(-6), "reached", "Kwam trouw en heeft nu een vaste plek bij een leerbedrijf. Belt zelf af als het niet lukt.", "Houd nog een paar maanden contact over het werk."), partner.Id, written);
        made.Referral.Close(partner.Id, written);
        return report;
    }

    private async Task Share(Made made, BulkWriter writer, CancellationToken ct)
    {
        var referral = made.Referral;
        var intervention = catalogues.Interventions.First(i => i.Id == referral.InterventionId);
        var until = referral.ClosedAt is { } closed ? Calendar.DateIn(closed) : referral.GrantUntil!.Value;
        var sharing = new DataSharing(
            random.NextId(), referral.TrajectId, made.Dossier.Client.Id, _organisation.Name,
            $"Verwijzing naar {intervention.Name}. {string.Join(", ", referral.Fields.Select(GrantFields.Label))}. Ook de veiligheidsafspraak, als die er is.",
            referral.Purpose!, made.Participation.ReferredOn, worker.Id, SharingKinds.Referral, until);
        referral.RecordedAs(sharing.Id);
        await writer.InsertDemo(sharing, ct);
    }

    private static DateOnly? DayOf(DateTime? at) => at is { } moment ? Calendar.DateIn(moment) : null;

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
}
