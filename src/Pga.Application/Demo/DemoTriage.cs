using System.Globalization;
using Pga.Application.Data;
using Pga.Application.Triage;
using Pga.Domain.DataSharings;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>
/// How the invented trajects came in: what the triage decided, what was shared, and what partners sent. From chances of its
/// own, so that the rest of the demo stays as it is.
/// </summary>
internal sealed class DemoTriage(int seed, DateOnly today, StaffMember partner)
{
    private const int PartnerHistoryDays = 150;

    private static readonly string[] Criteria = [.. TriageCriteria.List.All.Select(c => c.Key)];

    private static readonly string[] Reasons =
    [
        "Hangt elke avond rond met een groep die overlast geeft. Gaat niet meer naar school.",
        "Heeft schulden en wordt door oudere jongens gevraagd om klusjes te doen.",
        "Drie meldingen in een maand van ruzie thuis. Moeder weet niet meer wat ze moet doen.",
        "Is na de vakantie niet meer op zijn werk verschenen. Wij krijgen geen contact.",
    ];

    private static readonly string?[] Known = ["Een jongerenwerker heeft af en toe contact.", "Er loopt een aanvraag voor schuldhulp.", null];

    private readonly DemoRandom _random = new(seed ^ 0x7EA6, today);
    private int _unstarted;

    /// <summary>Adds to a dossier what the triage did with its trajects.</summary>
    public void Add(DemoDossier dossier, DemoDesk desk)
    {
        foreach (var traject in dossier.Trajects)
        {
            traject.ForTriage(TriageCutOff.Default.For(At(traject.ReferredOn, 9)));
            var aanmelding = FromPartner(dossier, traject, desk);
            var verdict = traject.StartedOn is { } start ? Accepted(traject.ReferredOn, start, desk) : WhileWaiting(traject, desk);
            if (verdict is not null)
                Decide(dossier, traject, aanmelding, verdict, desk.Coordinator);
            if (traject is { StartedOn: { } started, IsEnded: false } && _random.Chance(0.04))
                ScaleUp(dossier, traject, started, desk.Coordinator);
        }
    }

    /// <summary>What the partner's account sent lately: most wait, one was answered without a traject.</summary>
    public async Task WriteWaiting(BulkWriter writer, StaffMember coordinator, CancellationToken ct)
    {
        for (var i = 3; i >= 0; i--)
        {
            var sent = New(today.AddDays(-1 - (2 * i)), Draft($"dossier {40 + i}"));
            if (i == 3)
                sent.Dismiss("U stuurde deze aanmelding eerder al. Wij gaan met de eerste verder.", coordinator.Id, At(today.AddDays(-3), 10));
            await writer.InsertDemo(sent, ct);
        }
    }

    private Aanmelding? FromPartner(DemoDossier dossier, Traject traject, DemoDesk desk)
    {
        if (traject.ReferredBy != partner.Organisation || traject.ReferredOn < today.AddDays(-PartnerHistoryDays))
            return null;
        var aanmelding = New(traject.ReferredOn, Draft(null));
        aanmelding.TakeIn(traject.Id, desk.Coordinator.Id, At(traject.ReferredOn, 14));
        dossier.Aanmeldingen.Add(aanmelding);
        return aanmelding;
    }

    private TriageVerdict Accepted(DateOnly referredOn, DateOnly startedOn, DemoDesk desk) => Verdict(
        TriageOutcomes.Accepted, "Meerdere problemen tegelijk, en gewone hulp lukt niet.", _random.Between(referredOn, startedOn), desk);

    /// <summary>Of those that haven't started, most wait; of each four one is refused or passed on, one is accepted for later.</summary>
    private TriageVerdict? WhileWaiting(Traject traject, DemoDesk desk)
    {
        var place = _unstarted++;
        var latest = today.AddDays(-1);
        if (traject.TriageOn > latest)
            return null;
        var on = _random.Between(traject.TriageOn!.Value, latest);
        return (place % 8) switch
        {
            1 => Verdict(TriageOutcomes.Rejected, "De problemen liggen op één leefgebied. Het wijkteam kan dit oppakken.", on, desk),
            3 => Verdict(TriageOutcomes.Accepted, "Past bij de aanpak. Start zodra de casusregisseur ruimte heeft.", on, desk),
            5 => Verdict(TriageOutcomes.Redirected, "Hulp thuis is nu het belangrijkst.", on, desk, "Samen Veilig Midden-Nederland"),
            7 => Verdict(TriageOutcomes.Accepted, "Past bij de aanpak.", on, desk),
            _ => null,
        };
    }

    private TriageVerdict Verdict(string outcome, string motivation, DateOnly on, DemoDesk desk, string? organisation = null) => new(
        outcome, outcome == TriageOutcomes.Rejected ? ["crime-or-nuisance"] : [.. _random.Some(Criteria, _random.Between(2, 4))], motivation,
        $"{desk.Coordinator.Name}, politie en buurtteam", on, organisation, "phone",
        outcome == TriageOutcomes.Accepted ? "Wij gaan aan de slag en houden u op de hoogte." : "Wij hebben uitgelegd waarom dit traject niet start.");

    private void Decide(DemoDossier dossier, Traject traject, Aanmelding? aanmelding, TriageVerdict verdict, StaffMember coordinator)
    {
        if (aanmelding is not null)
        {
            verdict = verdict with { FeedbackVia = FeedbackWays.Page };
            aanmelding.Answer(verdict.Outcome, verdict.Feedback!, verdict.DecidedOn);
        }

        var decision = new TriageDecision(_random.NextId(), traject, verdict, coordinator.Id, At(verdict.DecidedOn, 15));
        if (traject.StartedOn is null)
            traject.Take(decision, null, verdict.DecidedOn);
        dossier.Decisions.Add(decision);
        if ((aanmelding?.Organisation ?? traject.ReferredBy) is { } referrer)
            Share(dossier, traject, referrer, DecideTriageHandler.FeedbackWhat, DecideTriageHandler.FeedbackGround, verdict.DecidedOn, coordinator, SharingKinds.Feedback);
        if (verdict.Organisation is { } organisation)
            Share(dossier, traject, organisation, "Naam, geboortedatum en aanleiding", "Toestemming van de ouders", verdict.DecidedOn, coordinator, SharingKinds.Redirect);
    }

    private void ScaleUp(DemoDossier dossier, Traject traject, DateOnly started, StaffMember coordinator)
    {
        var from = _random.Between(started, today.AddDays(-1));
        var sharing = Share(
            dossier, traject, TriageFacts.Zvh, "Naam, plan en betrokken partners", "Convenant van het ZVH: er is meer dan één keten nodig", from, coordinator, SharingKinds.ScaleUp);
        if (_random.Chance(0.4))
            sharing.EndOn(_random.Between(from, today.AddDays(-1)));
    }

    private DataSharing Share(DemoDossier dossier, Traject traject, string with, string what, string ground, DateOnly on, StaffMember by, string kind)
    {
        var sharing = new DataSharing(_random.NextId(), traject.Id, traject.ClientId, with, what, ground, on, by.Id, kind);
        dossier.Sharings.Add(sharing);
        return sharing;
    }

    private Aanmelding New(DateOnly on, AanmeldingDraft draft)
    {
        var number = string.Concat(Enumerable.Range(0, Aanmelding.NumberLength).Select(_ => _random.Pick(Aanmelding.NumberSigns.ToCharArray())));
        return new Aanmelding(
            _random.NextId(), string.Create(CultureInfo.InvariantCulture, $"A-{on.Year}-{number}"), partner.Id, partner.Organisation!, draft, At(on, 9), TriageCutOff.Default.For(At(on, 9)));
    }

    private AanmeldingDraft Draft(string? reference)
    {
        var (given, prefix, family) = DemoNames.Of(_random, _random.Chance(0.8) ? "male" : "female");
        return new AanmeldingDraft(
            given, prefix, family, today.AddDays(-_random.Between(14 * 366, 24 * 365)), _random.Pick(["overvecht", "zuidwest", "noordwest"]), _random.Pick(Reasons), _random.Pick(Known),
            $"{partner.Name}, 030 123 45 67", "yes", null, null, reference);
    }

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
}
