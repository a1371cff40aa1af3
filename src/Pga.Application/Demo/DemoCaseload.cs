using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Detention;
using Pga.Domain.Interventions;
using Pga.Domain.Outflow;
using Pga.Domain.Relations;
using Pga.Domain.Spreekuren;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>
/// Invents clients one by one, through the domain's own methods at past dates, so that the rules hold for them too.
/// Nothing happens today except what is planned: whatever the hour, the data is the same.
/// </summary>
internal sealed class DemoCaseload(DemoRandom random, DemoCatalogues catalogues, BsnVault vault, DateOnly today)
{
    private const int HistoryDays = 4 * 365;
    private const int SpreekuurWeeks = 3 * 52;

    private static readonly Weighted<string> Genders = new((86, "male"), (12, "female"), (1, "x"), (1, "unknown"));

    private static readonly Weighted<string> CaseProgrammes = new((65, Programmes.LocalPga), (12, Programmes.TopX));

    private static readonly Weighted<string> WijkenByShare = new(
        (22, "overvecht"), (16, "zuidwest"), (12, "noordwest"), (11, "zuid"), (9, "west"), (8, "leidsche-rijn"), (5, "vleuten-de-meern"),
        (4, "noordoost"), (3, "oost"), (3, "binnenstad"), (2, "buiten-utrecht"), (4, "zonder-vaste-plek"), (1, Wijken.Unknown));

    private static readonly Weighted<string> Kinds = new((36, ContactCodes.HomeVisit), (28, "phone"), (15, "office"), (8, "outdoors"), (8, "partner-visit"), (5, "letter"));

    private static readonly Weighted<string> PlannedKinds = new((6, ContactCodes.HomeVisit), (2, "office"), (2, "phone"));

    private static readonly Weighted<string> Outcomes = new((74, ContactCodes.Held), (14, "nobody-home"), (4, "refused"), (8, "cancelled"));

    private static readonly Weighted<string> Reasons = new(
        (36, "goals-achieved"), (14, "scaled-down"), (8, "regular-support"), (5, "moved"), (3, "transferred"), (4, "scaled-up"), (4, "long-detention"),
        (4, "criteria-lapsed"), (1, EndReasons.RegisteredInError), (9, "relapse"), (6, "withdrew"), (5, "out-of-sight"), (1, "deceased"));

    /// <summary>What a worker proposes while the person is there to evaluate with.</summary>
    private static readonly Weighted<string> ProposedReasons = new((5, "goals-achieved"), (3, "scaled-down"), (1, "regular-support"), (1, "moved"));

    private static readonly Weighted<int> StartLevels = new((14, 1), (30, 2), (33, 3), (16, 4), (7, 5));

    private static readonly string[] ConditionSteps = ["not-arranged", "in-progress", BasicConditions.Arranged];

    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<Stay> _stays = [];
    private int _bsn = 999_990_000;

    public int Clients { get; private set; }

    public int Trajects { get; private set; }

    public int Contacts { get; private set; }

    public int Assessments { get; private set; }

    public int Spreekuren { get; private set; }

    private DateOnly Yesterday => today.AddDays(-1);

    public DemoDossier Make(DemoDesk desk, DemoSlot slot)
    {
        var span = SpanOf(desk, slot);
        var programme = desk.IsRio ? Programmes.Rio : random.Pick(CaseProgrammes);
        var again = slot.Status is not DemoStatus.Referred && random.Chance(0.08);
        var earlier = again ? EarlierThan(span.ReferredOn) : default;
        var dossier = new DemoDossier(MakeClient(desk, again ? earlier.ReferredOn : span.ReferredOn));
        if (again)
            AddTraject(dossier, desk, programme, earlier, new DemoSlot(DemoStatus.Ended, 0, 1));
        AddTraject(dossier, desk, programme, span, slot);
        AddRelations(dossier);
        Clients++;
        Trajects += dossier.Trajects.Count;
        Contacts += dossier.Contacts.Count;
        Assessments += dossier.Assessments.Count;
        return dossier;
    }

    /// <summary>The weekly sessions of a RIO, with those of the desk's clients who were inside then. Today's has no visits yet.</summary>
    public async Task WriteSpreekuren(DemoDesk desk, BulkWriter writer, CancellationToken ct)
    {
        for (var week = SpreekuurWeeks; week >= 0; week--)
        {
            // Long ago every other week, to keep the number of rows down; the last months are complete.
            if (week > 12 && week % 2 == 1)
                continue;
            var institution = week % 4 == 3 ? desk.Second : desk.Home;
            var on = week == 0 ? today : Workday(today.AddDays(-7 * week));
            var heldAt = At(on, 13 * 60 + 30);
            var spreekuur = new Spreekuur(random.NextId(), institution.Id, heldAt, desk.Worker.Id);
            await writer.InsertDemo(spreekuur, ct);
            Spreekuren++;
            if (week == 0)
                continue;
            foreach (var stay in _stays.Where(s => s.Institution == institution.Id && s.From <= on && s.Until >= on && s.Followed <= on).Take(10))
            {
                var noShow = random.Chance(0.15);
                spreekuur.Record(random.NextId(), stay.Client,
                    noShow ? SpreekuurCodes.NoShow : random.Chance(0.08) ? SpreekuurCodes.Late : SpreekuurCodes.Attended,
                    noShow ? random.Pick(SpreekuurCodes.NoShowCauses.All).Key : null,
                    !noShow && random.Chance(0.4) ? random.Pick(DemoTexts.VisitNotes) : null,
                    heldAt.AddHours(3));
            }

            foreach (var visit in spreekuur.Visits)
                await writer.Insert(visit, ct);
            var nameless = random.Between(0, 3);
            for (var i = 1; i <= nameless; i++)
                await writer.Insert(Spreekuur.VisitFromImport(random.NextId(), spreekuur.Id, null, SpreekuurCodes.Attended, spreekuur.Visits.Count + i), ct);
        }

        _stays.Clear();
    }

    private Span SpanOf(DemoDesk desk, DemoSlot slot)
    {
        switch (slot.Status)
        {
            case DemoStatus.Referred:
                return new Span(today.AddDays(-random.Between(2, 35)), null, null, StartAssessment: false);
            case DemoStatus.Running:
                // A few have no start assessment though its term is over.
                var late = slot.Index % 12 == 5;
                var elapsed = late ? random.Between(Traject.StartAssessmentWithinDays + 3, 75) : 4 + (int)(random.Low() * (desk.IsRio ? 320 : 560));
                return From(today.AddDays(-elapsed), null, !late);
            case DemoStatus.Proposed:
                var proposed = today.AddDays(-random.Between(2, 9));
                return From(proposed.AddDays(-random.Between(120, 560)), proposed, startAssessment: true);
            default:
                var end = today.AddDays(-random.Between(3, HistoryDays - 60));
                return From(end.AddDays(-(60 + (int)(random.Low() * (desk.IsRio ? 420 : 720)))), end, random.Chance(0.95));
        }
    }

    private Span EarlierThan(DateOnly referral)
    {
        var end = referral.AddDays(-random.Between(60, 400));
        return From(end.AddDays(-random.Between(90, 400)), end, startAssessment: true);
    }

    private Span From(DateOnly start, DateOnly? end, bool startAssessment) => new(start.AddDays(-random.Between(5, 40)), start, end, startAssessment);

    private Client MakeClient(DemoDesk desk, DateOnly referredOn)
    {
        var gender = random.Pick(Genders);
        var (given, prefix, family) = DemoNames.Of(random, gender);
        var youngest = desk.IsRio ? 18 : 12;
        var age = youngest + (int)(random.Low() * (35 - youngest));
        var client = new Client(random.NextId(), NextNumber(referredOn.Year), given, prefix, family, referredOn.AddDays(-(age * 365) - random.Between(10, 360)), gender);
        client.LivesIn(random.Pick(WijkenByShare), Residence.Always);
        if (random.Chance(0.12))
            client.LivesIn(random.Pick(WijkenByShare), random.Between(referredOn, Yesterday));
        if (random.Chance(0.06))
            client.AgreeOnSafety(random.Pick(DemoTexts.SafetyAgreements), random.Chance(0.5) ? SafeUntil(random.Between(10, 180)) : null);
        if (random.Chance(0.4))
            vault.Store(client, NextBsn());
        return client;
    }

    private void AddTraject(DemoDossier dossier, DemoDesk desk, string programme, Span span, DemoSlot slot)
    {
        var number = $"{dossier.Client.Number}-{dossier.Trajects.Count + 1}";
        var traject = new Traject(random.NextId(), number, dossier.Client.Id, programme, span.ReferredOn, random.Pick(DemoTexts.Referrers), desk.Team);
        Ground(traject, desk);
        dossier.Trajects.Add(traject);
        if (span.StartedOn is not { } start)
        {
            if (random.Chance(0.5))
                traject.Assign(random.NextId(), desk.Coordinator.Id, AssignmentRoles.Process, span.ReferredOn);
            return;
        }

        traject.Start(start, start);
        Assign(traject, desk, start, span.EndedOn ?? Yesterday);
        if (slot.Status is DemoStatus.Running or DemoStatus.Ended && slot.Index == 7)
            traject.Restrict(true, "Familie van een medewerker.");
        var reason = slot.Status switch
        {
            DemoStatus.Proposed => random.Pick(ProposedReasons),
            DemoStatus.Ended => random.Pick(Reasons),
            _ => null,
        };

        var endAssessment = Measure(dossier, traject, span, reason);
        if (desk.IsRio)
            Detain(dossier, desk, span, slot, reason);
        else if (slot.Status is DemoStatus.Running && random.Chance(0.05))
            Stays(dossier, desk, random.Pick(catalogues.Institutions), random.Between(start, Yesterday), null, start);
        AddParticipations(dossier, traject, span);
        AddPartners(dossier, traject, span);
        AddContacts(dossier, desk, traject, span);
        if (slot.Status is DemoStatus.Running)
            Plan(dossier, desk, traject, slot);
        if (span.EndedOn is { } end)
            End(desk, traject, end, reason!, endAssessment, slot.Status is DemoStatus.Ended);
    }

    private void Ground(Traject traject, DemoDesk desk)
    {
        var informed = random.Between(1, 20);
        traject.GroundIn(
            desk.IsRio ? DemoTexts.RioGround : random.Pick(DemoTexts.Grounds),
            desk.IsRio ? DemoTexts.RioPurpose : DemoTexts.Purpose,
            informed == 1 ? "no" : informed <= 3 ? "postponed" : "yes",
            informed == 1 ? "Informeren brengt het onderzoek van de politie in gevaar." : informed <= 3 ? "Nog niet bereikt." : null,
            informed is 2 or 3 ? traject.ReferredOn.AddDays(60) : null);
    }

    private void Assign(Traject traject, DemoDesk desk, DateOnly start, DateOnly last)
    {
        var role = desk.IsRio ? AssignmentRoles.Rio : AssignmentRoles.Case;
        var days = last.DayNumber - start.DayNumber;
        var handedOver = desk.Colleague != desk.Worker && days > 120 && random.Chance(0.08);
        var from = handedOver ? start.AddDays(random.Between(30, days - 60)) : start;
        if (handedOver)
            traject.Assign(random.NextId(), desk.Colleague.Id, role, start).EndBy(from.AddDays(-1));
        traject.Assign(random.NextId(), desk.Worker.Id, role, from);
        if (!desk.IsRio)
            traject.Assign(random.NextId(), desk.Coordinator.Id, AssignmentRoles.Process, start);
    }

    /// <summary>The assessments of a traject, drifting mostly up. Answers the day of the end assessment.</summary>
    private DateOnly? Measure(DemoDossier dossier, Traject traject, Span span, string? reason)
    {
        var start = span.StartedOn!.Value;
        var last = span.EndedOn ?? Yesterday;
        var levels = Leefgebieden.Of(traject.Programme).All.ToDictionary(l => l.Key, _ => random.Pick(StartLevels));
        var statuses = BasicConditions.List.All.ToDictionary(c => c.Key, _ => random.Chance(0.06) ? BasicConditions.NotApplicable : ConditionSteps[random.Between(0, 1)]);
        var down = reason is not null && EndReasons.JudgementOf(reason) == "negative";

        var on = start.AddDays(random.Between(2, 26));
        if (span.StartAssessment && on <= last)
            Add(on, Moments.Start);
        var silent = reason is null && random.Chance(0.12);
        for (on = start.AddDays(random.Between(85, 100)); on < last.AddDays(silent ? -120 : -30); on = on.AddDays(random.Between(84, 105)))
        {
            Drift();
            Add(on, Moments.Interim);
        }

        if (reason is null || (!EndReasons.NeedsEvaluation(reason) && random.Chance(0.6)))
            return null;
        Drift();
        var end = Later(start, last.AddDays(-random.Between(0, 20)));
        Add(end, Moments.End);
        return end;

        void Drift()
        {
            foreach (var leefgebied in levels.Keys)
            {
                var step = random.Chance(down ? 0.1 : 0.3) ? 1 : random.Chance(down ? 0.2 : 0.08) ? -1 : 0;
                levels[leefgebied] = Math.Clamp(levels[leefgebied] + step, Leefgebieden.MinLevel, Leefgebieden.MaxLevel);
            }

            foreach (var condition in statuses.Keys)
            {
                if (statuses[condition] != BasicConditions.NotApplicable && random.Chance(0.4))
                    statuses[condition] = ConditionSteps[Math.Min(Array.IndexOf(ConditionSteps, statuses[condition]) + 1, 2)];
            }
        }

        void Add(DateOnly day, string moment)
        {
            // Between start and end a worker looks at what is going on, and leaves the rest "niet beoordeeld".
            var assessed = moment == Moments.Interim ? levels.Where(_ => random.Chance(0.7)).ToDictionary() : levels;
            if (assessed.Count > 0)
                dossier.Assessments.Add(new Assessment(random.NextId(), traject.Id, traject.Programme, day, moment, assessed, WorkerOn(traject, day), At(day, 17 * 60)));
            if (traject.Programme == Programmes.Rio)
                dossier.Conditions.Add(new ConditionMeasurement(random.NextId(), traject.Id, day, moment, statuses, WorkerOn(traject, day), At(day, 17 * 60)));
        }
    }

    private void Detain(DemoDossier dossier, DemoDesk desk, Span span, DemoSlot slot, string? reason)
    {
        var start = span.StartedOn!.Value;
        var from = start.AddDays(-random.Between(4, 120));
        if (random.Chance(0.2))
            Stays(dossier, desk, desk.Second, from.AddDays(-random.Between(20, 90)), from.AddDays(-1), start);
        if (slot.Status is DemoStatus.Running && slot.Index * 4 < slot.Of * 3)
        {
            Stays(dossier, desk, desk.Home, from, null, start, today.AddDays(slot.Index % 3 == 0 ? random.Between(3, 28) : random.Between(29, 200)));
            return;
        }

        var institution = random.Chance(0.85) ? desk.Home : desk.Second;
        var last = span.EndedOn ?? Yesterday;
        var until = reason == "long-detention" ? last.AddDays(random.Between(200, 500)) : random.Between(start, last.AddDays(-(last.DayNumber - start.DayNumber) / 3));
        Stays(dossier, desk, institution, from, until < today ? until : null, start, until.AddDays(random.Between(-20, 10)));
    }

    private void Stays(DemoDossier dossier, DemoDesk desk, Institution institution, DateOnly from, DateOnly? until, DateOnly followed, DateOnly? release = null)
    {
        release ??= (until ?? today).AddDays(random.Between(0, 60));
        if (dossier.Detentions.Count > 0)
        {
            // Nobody is in two places at once: an earlier stay goes first.
            if (dossier.Detentions.Any(d => d.Until is null))
                return;
            from = Later(from, dossier.Detentions.Max(d => d.Until!.Value).AddDays(1));
            if (until < from || from >= today)
                return;
        }

        dossier.Detentions.Add(new DetentionPeriod(random.NextId(), dossier.Client.Id, institution.Id, from, Later(from, release.Value), until));
        if (desk.IsRio)
            _stays.Add(new Stay(dossier.Client.Id, institution.Id, from, until ?? today, followed));
    }

    private void AddParticipations(DemoDossier dossier, Traject traject, Span span)
    {
        var start = span.StartedOn!.Value;
        var last = span.EndedOn ?? Yesterday;
        foreach (var intervention in random.Some(catalogues.Interventions, random.Between(0, 3)))
        {
            var referred = random.Between(start, last.AddDays(-(last.DayNumber - start.DayNumber) / 4));
            var participation = new Participation(random.NextId(), traject.Id, intervention.Id, referred);
            var started = referred.AddDays(random.Between(5, 35));
            if (started <= last && random.Chance(0.9))
                participation.Start(started);
            var ends = (participation.StartedOn ?? referred).AddDays(random.Between(60, 260));
            if (ends <= last || span.EndedOn is not null)
            {
                var completed = participation.StartedOn is not null && random.Chance(0.65);
                participation.End(ends < last ? ends : last, completed ? Participation.Completed : Participation.DroppedOut);
            }

            dossier.Participations.Add(participation);
        }
    }

    private void AddPartners(DemoDossier dossier, Traject traject, Span span)
    {
        var start = span.StartedOn!.Value;
        var last = span.EndedOn ?? Yesterday;
        foreach (var partner in random.Some(catalogues.Partners, random.Between(1, 3)))
        {
            var from = random.Between(start, Earlier(start.AddDays(90), last));
            DateOnly? until = random.Chance(0.3) ? random.Between(from, last) : span.EndedOn;
            dossier.Partners.Add(new PartnerInvolvement(random.NextId(), traject.Id, partner.Id, from, until));
        }
    }

    /// <summary>From the last contact back to the start. Most have been spoken to in the past three weeks, some were silent for longer.</summary>
    private void AddContacts(DemoDossier dossier, DemoDesk desk, Traject traject, Span span)
    {
        var first = dossier.Contacts.Count;
        var on = span.EndedOn is { } end ? end.AddDays(-random.Between(0, 20)) : Yesterday.AddDays(-(random.Chance(0.15) ? random.Between(25, 75) : random.Between(0, 18)));
        for (; on >= span.StartedOn; on = on.AddDays(-random.Between(8, 38)))
        {
            var day = Later(span.StartedOn.Value, Workday(on));
            dossier.Contacts.Add(MakeContact(desk, traject, day));
        }

        dossier.Contacts.Reverse(first, dossier.Contacts.Count - first);
    }

    private ContactMoment MakeContact(DemoDesk desk, Traject traject, DateOnly on)
    {
        var kind = desk.IsRio && random.Chance(0.4) ? "partner-visit" : random.Pick(Kinds);
        var outcome = kind == "letter" ? ContactCodes.Held : random.Pick(Outcomes);
        var held = outcome == ContactCodes.Held;
        var next = random.Chance(held ? 0.45 : 0.7);
        var at = AnyHour(on);
        return new ContactMoment(random.NextId(), traject.Id, WorkerOn(traject, on), at.AddHours(2), new ContactDetails(
            kind,
            at,
            outcome,
            Report(kind, outcome),
            held && kind is not ("letter" or "phone") ? random.Pick(DemoTexts.Present) : null,
            held ? [.. random.Some(Leefgebieden.Of(traject.Programme).All, random.Between(1, 3)).Select(l => l.Key)] : null,
            held && kind == ContactCodes.HomeVisit ? random.Chance(0.04) : null,
            next ? random.Pick(held ? DemoTexts.NextSteps : DemoTexts.NextAttempts) : null,
            next ? on.AddDays(random.Between(3, 28)) : null));
    }

    private string? Report(string kind, string outcome)
    {
        if (outcome != ContactCodes.Held)
            return outcome == "nobody-home" ? random.Pick(kind == ContactCodes.HomeVisit ? DemoTexts.NobodyHome : DemoTexts.NotReached) : null;
        if (kind == "letter")
            return random.Pick(DemoTexts.Letters);
        var opening = kind switch
        {
            "partner-visit" => random.Pick(DemoTexts.AtPartner),
            ContactCodes.HomeVisit when random.Chance(0.4) => random.Pick(DemoTexts.OpeningsAtHome),
            _ => random.Pick(DemoTexts.Openings),
        };
        return string.Join(' ', random.Some(DemoTexts.Middles, random.Between(1, 3)).Prepend(opening).Append(random.Pick(DemoTexts.Closings)));
    }

    /// <summary>Each desk has two contacts planned for today, and some in the coming days.</summary>
    private void Plan(DemoDossier dossier, DemoDesk desk, Traject traject, DemoSlot slot)
    {
        if (slot.Index >= 9)
            return;
        var on = slot.Index < 2 ? today : NextWorkday(today.AddDays(slot.Index));
        dossier.Contacts.Add(new ContactMoment(random.NextId(), traject.Id, desk.Worker.Id, At(Yesterday, 16 * 60),
            Planned(random.Pick(PlannedKinds), AnyHour(on))));
    }

    /// <summary>Some agreements have run out, and wait for somebody to look at them.</summary>
    private DateOnly SafeUntil(int days) => today.AddDays(days <= 40 ? -days : days);

    private static ContactDetails Planned(string kind, DateTime at) => new(kind, at, null, Place: kind == "office" ? DemoTexts.Office : null);

    private void End(DemoDesk desk, Traject traject, DateOnly end, string reason, DateOnly? endAssessment, bool confirmed)
    {
        var proposed = Earlier(end.AddDays(random.Between(0, 5)), confirmed ? today.AddDays(-2) : Yesterday);
        var facts = new OutflowFacts(endAssessment, []);
        traject.ProposeOutflow(end, reason, random.Chance(0.5) ? random.Pick(DemoTexts.EndNotes) : null, desk.Worker.Id, At(proposed, 16 * 60), facts);
        if (confirmed)
            traject.ConfirmOutflow(desk.Coordinator.Id, At(Earlier(proposed.AddDays(random.Between(1, 9)), Yesterday), 10 * 60));
    }

    private void AddRelations(DemoDossier dossier)
    {
        if (!random.Chance(0.35))
            return;
        var born = dossier.Client.BirthDate!.Value.Year;
        for (var i = random.Between(1, 2); i > 0; i--)
        {
            var kind = random.Pick<string>(["brother", "sister", "parent"]);
            var year = kind == "parent" ? born - random.Between(18, 38) : Math.Min(born + random.Between(-9, 9), today.Year - 4);
            dossier.Relations.Add(new Relation(random.NextId(), dossier.Client.Id, kind, DemoNames.Given(random, kind == "sister" || (kind == "parent" && random.Chance(0.7))), year, random.Pick(DemoTexts.RelationGrounds)));
        }
    }

    private static Guid WorkerOn(Traject traject, DateOnly on) =>
        traject.Assignments.First(a => a.Role != AssignmentRoles.Process && a.From <= on && (a.Until is null || a.Until >= on)).StaffId;

    private string NextNumber(int year)
    {
        _numbers[year] = _numbers.GetValueOrDefault(year) + 1;
        return $"{year}-{_numbers[year]:D4}";
    }

    /// <summary>The next of the numbers 99999xxxx that are valid; null when they have all been given out.</summary>
    private string? NextBsn()
    {
        while (_bsn < 999_999_999)
        {
            _bsn++;
            if (Bsn.Parse(_bsn.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } bsn)
                return bsn;
        }

        return null;
    }

    private DateTime AnyHour(DateOnly on) => At(on, (9 * 60) + (15 * random.Between(0, 32)));

    /// <summary>Daytime, which exists on every day of the year.</summary>
    private static DateTime At(DateOnly on, int minute)
    {
        Calendar.TryToUtc(on.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), out var utc);
        return utc;
    }

    private static DateOnly Workday(DateOnly on) => on.DayOfWeek switch
    {
        DayOfWeek.Saturday => on.AddDays(-1),
        DayOfWeek.Sunday => on.AddDays(-2),
        _ => on,
    };

    private static DateOnly NextWorkday(DateOnly on) => on.DayOfWeek switch
    {
        DayOfWeek.Saturday => on.AddDays(2),
        DayOfWeek.Sunday => on.AddDays(1),
        _ => on,
    };

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    /// <summary>When a traject was referred, started and ended; open at the end while it runs.</summary>
    private readonly record struct Span(DateOnly ReferredOn, DateOnly? StartedOn, DateOnly? EndedOn, bool StartAssessment);

    /// <summary>Where a RIO's client was inside, and from when the RIO knew them.</summary>
    private readonly record struct Stay(Guid Client, Guid Institution, DateOnly From, DateOnly Until, DateOnly Followed);
}
