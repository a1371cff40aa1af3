using Pga.Application.Data;
using Pga.Domain.Facts;

namespace Pga.Application.Demo;

/// <summary>
/// Signals of every provenance on the trajects that started; some were corrected or withdrawn since. Draws from chance of its
/// own, so the other data stays what it was.
/// </summary>
internal sealed class DemoFacts(DemoRandom random, DateOnly today)
{
    private static readonly Weighted<(string Kind, string Provenance, string? Organisation, string Text)> Signals = new(
        (10, ("nuisance", FactCodes.Police, "Politie, wijkteam", "Twee meldingen van overlast op het plein, in een groep van zes.")),
        (6, ("arrest", FactCodes.Police, "Politie Midden-Nederland", "Aangehouden voor vernieling van een bushokje.")),
        (4, ("arrest", FactCodes.Police, "Politie Midden-Nederland", "Aangehouden voor winkeldiefstal, samen met een ander.")),
        (4, ("conviction", FactCodes.Judicial, "Openbaar Ministerie", "Taakstraf van 60 uur, waarvan 20 voorwaardelijk.")),
        (3, ("restraining-order", FactCodes.Judicial, "Openbaar Ministerie", "Gebiedsverbod voor het winkelcentrum, drie maanden.")),
        (8, ("incident", FactCodes.Partner, "Jongerenwerk JoU", "Ruzie op het sportveld. Is zelf weggelopen toen dat werd gevraagd.")),
        (9, ("truancy", FactCodes.Partner, "Leerplicht", "Was drie weken niet op school. Ouders zijn uitgenodigd.")),
        (8, ("debts", FactCodes.Partner, "W&I", "Achterstand bij de zorgverzekering, betalingsregeling aangeboden.")),
        (6, ("concern", FactCodes.Partner, "Buurtteams", "Zorgen over de spanning thuis.")),
        (7, ("nuisance", FactCodes.Own, null, "Zat bij het bezoek met een groep in het portiek. Spreken ging goed.")),
        (12, (FactCodes.Positive, FactCodes.Own, null, "Kwam uit zichzelf langs om te vertellen dat het sollicitatiegesprek goed ging.")),
        (10, (FactCodes.Positive, FactCodes.Partner, "Colosseum Gym", "Is al zes weken elke training op tijd en helpt bij de jeugd.")));

    private static readonly Weighted<string?> Reliabilities = new((4, null), (3, "confirmed"), (2, "probable"), (1, "unconfirmed"));

    public async Task Write(BulkWriter writer, DemoDossier dossier, DemoDesk desk, CancellationToken ct)
    {
        foreach (var traject in dossier.Trajects)
        {
            if (traject.StartedOn is not { } start)
                continue;
            var last = traject.EndedOn is { } end && end < today ? end : today.AddDays(-1);
            for (var i = random.Between(0, traject.EndedOn is null ? 5 : 2); i > 0 && start < last; i--)
            {
                var signal = random.Pick(Signals);
                var on = random.Between(start, last);
                var fact = new Fact(random.NextId(), traject.Id, desk.Worker.Id, At(on, 15), new FactDetails(
                    on, signal.Kind, signal.Provenance, signal.Organisation, signal.Text, random.Pick(Reliabilities),
                    FactCodes.IsJustice(signal.Provenance) ? on.AddDays(365 * random.Between(1, 3)) : null));
                var next = random.Chance(0.06) ? Correct(fact, desk, on) : null;
                if (next is null && random.Chance(0.04))
                    fact.Withdraw("Ging over iemand anders.", on);
                if (next is not null)
                    await writer.InsertDemo(next, ct);
                await writer.InsertDemo(fact, ct);
            }
        }
    }

    private Fact Correct(Fact fact, DemoDesk desk, DateOnly on) => fact.Correct(random.NextId(), desk.Worker.Id, At(on, 16), new FactDetails(
        fact.OccurredOn, fact.Kind, fact.Provenance, fact.Organisation, fact.Text, "confirmed", fact.KeepUntil), "Navraag gedaan; het klopt.");

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
}
