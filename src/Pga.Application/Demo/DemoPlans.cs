using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Plans;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>
/// Plans of the running trajects, drawn up in their first weeks and evaluated every three months; a few have none, or are
/// late with an evaluation. It has a chance of its own, so that the rest of the demo stays as it was.
/// </summary>
internal sealed class DemoPlans(DemoRandom random, DemoCatalogues catalogues, DateOnly today)
{
    private static readonly Dictionary<string, DemoGoal> Goals = new()
    {
        ["sociaal-netwerk"] = new("Ik wil vrienden die mij niet in de problemen brengen.", "Steunend netwerk buiten de groep.", ["Twee keer per week trainen", "Kennismaken met de jongerenwerker", "Afspreken met neef"]),
        ["houding-gedrag"] = new("Ik wil rustig blijven als iemand mij uitdaagt.", "Omgaan met spanning en boosheid.", ["Gesprekken met de coach", "Opschrijven wanneer het misgaat", "Training aanvragen"]),
        ["tijdsbesteding"] = new("Ik wil overdag iets te doen hebben.", "Dagbesteding van minstens drie dagdelen.", ["Proefles sport volgen", "Dagindeling maken", "Aanmelden bij dagbesteding"]),
        ["justitie-politie"] = new("Ik wil niet meer opgepakt worden.", "Geen nieuwe politiecontacten; houdt zich aan de voorwaarden.", ["Elke week melden bij de reclassering", "Afspraken met de wijkagent op papier zetten"]),
        ["werk-opleiding"] = new("Ik wil een baan waar ik geld mee verdien.", "Passend werk of een opleiding met startkwalificatie.", ["Cv maken", "Gesprek bij W&I voorbereiden", "Inschrijven bij school", "Open dag bezoeken"]),
        ["inkomen-schulden"] = new("Ik wil geen brieven meer die ik niet durf open te maken.", "Overzicht in schulden en een haalbare regeling.", ["Alle post verzamelen", "Schuldenoverzicht maken", "Regeling treffen met de zorgverzekeraar", "Uitkering aanvragen"]),
        ["huisvesting"] = new("Ik wil een eigen plek met mijn eigen sleutel.", "Stabiele woonplek, eerst met begeleiding.", ["Inschrijven als woningzoekende", "Briefadres regelen", "Intake begeleid wonen plannen", "Papieren voor de woning verzamelen"]),
        ["gezin"] = new("Ik wil dat het thuis weer gezellig is.", "Ruzies thuis nemen af; ouders staan achter het plan.", ["Gesprek met ouders plannen", "Elke week samen eten", "Ouders steun bieden bij de opvoeding"]),
        ["psychische-gezondheid"] = new("Ik wil beter slapen en minder piekeren.", "Diagnostiek en behandeling op gang.", ["Naar de huisarts gaan", "Verwijzing regelen", "Meegaan naar de intake"]),
        ["lichamelijke-gezondheid"] = new("Ik wil weer fit worden.", "Achterstallige zorg is ingehaald.", ["Tandarts bellen", "Zorgverzekering nakijken"]),
        ["middelengebruik"] = new("Ik wil alleen nog in het weekend blowen.", "Gebruik neemt af en staat werk niet in de weg.", ["Bijhouden wat ik gebruik", "Gesprek bij de verslavingszorg"]),
        ["zelfzorg"] = new("Ik wil zelf mijn zaken regelen.", "Regelt post, afspraken en documenten zelf.", ["ID-bewijs aanvragen", "DigiD aanvragen", "Agenda in de telefoon bijhouden"]),
        ["wonen"] = new("Ik wil een plek om te slapen als ik vrijkom.", "Onderdak geregeld op de dag van vrijlating.", ["Aanmelden bij opvang", "Gesprek met familie over slapen thuis", "Briefadres regelen"]),
        ["regelzaken"] = new("Ik wil mijn papieren op orde.", "ID-bewijs, DigiD en zorgverzekering geregeld.", ["ID-bewijs aanvragen", "DigiD aanvragen", "Zorgverzekering weer starten"]),
        ["zorg"] = new("Ik wil met iemand kunnen praten.", "Behandeling gaat na detentie door.", ["Overdracht naar behandelaar regelen", "Eerste afspraak buiten plannen"]),
        ["financien-schulden"] = new("Ik wil weten wat ik aan wie moet betalen.", "Overzicht in schulden en regeling loopt.", ["Schulden op een rij zetten", "Aanmelden bij schuldhulp", "Boetes laten nakijken"]),
        ["werk-inkomen"] = new("Ik wil direct aan het werk.", "Inkomen vanaf de eerste week; uitzicht op werk.", ["Uitkering klaarzetten", "Gesprek met werkgever", "Vakken volgen in de inrichting"]),
    };

    private static readonly string[] Remarks =
    [
        "Gaat de goede kant op.", "Ging minder goed door ziekte.", "Heeft hier hard voor gewerkt.", "Meer tijd nodig dan gedacht.", "De partner is tevreden.",
    ];

    private static readonly string[] Lapsed = ["Is niet meer nodig.", "Cliënt wil dit nu niet.", "Is via een ander doel geregeld."];

    private static readonly string[] Present = ["cliënt", "cliënt", "cliënt en moeder", "cliënt en coach", "cliënt en partner"];

    public void Add(DemoDossier dossier, DemoDesk desk)
    {
        var traject = dossier.Trajects[^1];
        if (traject is not { StartedOn: { } start, IsEnded: false })
            return;
        var last = traject.EndedOn ?? today.AddDays(-1);
        var on = start.AddDays(random.Between(3, 26));
        if (on > last || random.Chance(0.08))
            return;

        var plan = new Plan(random.NextId(), traject.Id, desk.Worker.Id, At(on, 15), Traject.EvaluationEveryMonths);
        dossier.Plans.Add(plan);
        var areas = random.Some(Leefgebieden.Of(traject.Programme).All, random.Between(2, 3)).ToList();
        var goals = areas.ConvertAll(area => MakeGoal(dossier, desk, traject, area.Key, on, last));
        Evaluate(dossier, desk, traject, plan, goals, on, last);
    }

    private Goal MakeGoal(DemoDossier dossier, DemoDesk desk, Traject traject, string area, DateOnly on, DateOnly last)
    {
        var text = Goals[area];
        var target = on.AddDays(random.Between(150, 420));
        // Often the words of the one come first, and those of the other some weeks later.
        var first = random.Between(1, 10) switch { <= 6 => (text.Client, text.Professional), <= 8 => ((string?)text.Client, (string?)null), _ => (null, text.Professional) };
        var goal = new Goal(random.NextId(), traject.Id, traject.Programme, new GoalDetails(area, first.Item1, first.Item2, target), desk.Worker.Id, At(on, 15));
        var later = on.AddDays(random.Between(5, 30));
        if (later <= last)
            goal.Change(traject.Programme, new GoalDetails(area, text.Client, text.Professional, target), desk.Worker.Id, At(later, 11));
        dossier.Goals.Add(goal);
        foreach (var action in random.Some(text.Actions, random.Between(1, text.Actions.Count)))
            AddAction(dossier, desk, goal, action, on, last);
        return goal;
    }

    private void AddAction(DemoDossier dossier, DemoDesk desk, Goal goal, string text, DateOnly on, DateOnly last)
    {
        // Some are agreed on later, so that there are actions to come.
        var agreed = random.Chance(0.4) ? Later(on, last.AddDays(-random.Between(0, 20))) : on;
        var item = new WorkItem(random.NextId(), goal.TrajectId, goal.Id, text, Owner(dossier, desk), agreed.AddDays(random.Between(10, 60)), desk.Worker.Id, At(agreed, 15));
        dossier.WorkItems.Add(item);
        if (random.Chance(0.1) && agreed.AddDays(5) <= last)
            item.Change(text, item.Owner, item.DueOn.AddDays(random.Between(7, 28)), desk.Worker.Id, At(agreed.AddDays(5), 10));
        if (item.DueOn > last || random.Chance(0.05))
            return;
        var closed = Later(agreed, item.DueOn.AddDays(-random.Between(0, 9)));
        if (random.Chance(0.1))
            item.Close(WorkOutcomes.Dropped, closed, random.Pick(Lapsed), desk.Worker.Id, At(closed, 16));
        else
            item.Close(WorkOutcomes.Done, closed, null, desk.Worker.Id, At(closed, 16));
    }

    private WorkOwner Owner(DemoDossier dossier, DemoDesk desk) => random.Between(1, 10) switch
    {
        <= 4 => new WorkOwner(OwnerKinds.Client),
        <= 7 => new WorkOwner(OwnerKinds.Staff, StaffId: desk.Worker.Id),
        8 when dossier.Relations.Count > 0 => new WorkOwner(OwnerKinds.Relative, RelationId: random.Pick(dossier.Relations).Id),
        9 => new WorkOwner(OwnerKinds.Organisation, Organisation: "Sportclub"),
        _ => new WorkOwner(OwnerKinds.Organisation, PartnerId: random.Pick(catalogues.Partners).Id),
    };

    private void Evaluate(DemoDossier dossier, DemoDesk desk, Traject traject, Plan plan, List<Goal> goals, DateOnly on, DateOnly last)
    {
        var open = goals.ToDictionary(g => g, _ => GoalStatuses.Open);
        var late = traject.EndedOn is null && random.Chance(0.1);
        DateOnly? latest = null;
        for (var due = on.AddMonths(Traject.EvaluationEveryMonths); due <= last.AddDays(late ? -60 : 0); due = due.AddDays(random.Between(78, 95)))
        {
            if (traject.EndedOn is { } end && due > end.AddDays(-20))
                break;
            Hold(due, ending: false);
        }

        // Who is about to leave has talked about every goal.
        if (traject.EndedOn is not null)
            Hold(Later(on, last.AddDays(-random.Between(0, 8))), ending: true);
        if (latest is { } held)
            plan.EvaluatedOn(held, Traject.EvaluationEveryMonths);

        void Hold(DateOnly day, bool ending)
        {
            var judgements = new List<GoalJudgement>();
            foreach (var goal in open.Keys.ToList())
            {
                var status = ending
                    ? random.Chance(0.7) ? GoalStatuses.Achieved : GoalStatuses.Partly
                    : random.Between(1, 20) switch { <= 9 => open[goal], <= 14 => GoalStatuses.Partly, <= 18 => GoalStatuses.Achieved, _ => GoalStatuses.Lapsed };
                judgements.Add(new GoalJudgement(goal.Id, status, GoalStatuses.NeedsRemark(status) ? random.Pick(Lapsed) : random.Chance(0.4) ? random.Pick(Remarks) : null));
                open[goal] = status;
                if (!GoalStatuses.IsOpen(status))
                    open.Remove(goal);
            }

            if (judgements.Count == 0)
                return;
            dossier.Evaluations.Add(new Evaluation(random.NextId(), traject.Id, day, random.Pick(Present), judgements, desk.Worker.Id, At(day, 16)));
            latest = day;
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);

    private sealed record DemoGoal(string Client, string Professional, IReadOnlyList<string> Actions);
}
