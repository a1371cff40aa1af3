using Pga.Application.Rapportage;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;
using Pga.Domain.Outflow;
using Pga.Domain.Trajects;

namespace Pga.Application.Tests.Rapportage;

/// <summary>
/// A made-up caseload of a few years, small, so that most counts are. The same seed gives the same caseload. Its facts are
/// what would be read of it from a database.
/// </summary>
internal sealed class AttackWorld
{
    private const int FirstYear = 2021;
    private const int LastYear = 2024;

    private static readonly (string Name, string? Kind)[] Interventions =
    [
        ("Colosseum Gym", "sport"), ("FC Utrecht Inside", "sport"), ("FC Utrecht Outside", "sport"), ("IPTA-coach", "work"),
        ("VOG-traject", "work"), ("RIO-begeleiding", "coaching"), ("Kapot Sterk", "prevention"), ("Boksen", null),
    ];

    private static readonly string[] Partners = ["politie", "JoU", "reclassering", "buurtteam"];
    private static readonly string[] Institutions = ["PI Vught", "PI Nieuwegein", "PI Almere"];

    private readonly Random _random;
    private readonly Guid _namespace = Guid.NewGuid();
    private readonly Catalogue _catalogue;
    private readonly List<TrajectFact> _trajects = [];
    private readonly List<ParticipationFact> _participations = [];
    private readonly List<(TrajectFact Traject, Guid Partner, DateOnly From, DateOnly? Until)> _partners = [];
    private readonly List<(int Year, ConversationFact Fact)> _conversations = [];

    public AttackWorld(int seed)
    {
        _random = new Random(seed);
        var hasUnknownKind = Chance(30);
        _catalogue = new Catalogue(
            [.. Interventions.Where(i => i.Kind is not null || hasUnknownKind).Select(i => new CatalogueFact(Guid.NewGuid(), i.Name, i.Kind is null, i.Kind))],
            [.. Partners.Select(p => new CatalogueFact(Guid.NewGuid(), p, false))],
            [.. Institutions.Select(i => new CatalogueFact(Guid.NewGuid(), i, false))],
            [new CatalogueFact(_namespace, "Voorlichting", false)]);
        var size = _random.Next(5) switch { 0 => _random.Next(3, 20), 1 => _random.Next(150, 400), _ => _random.Next(20, 150) };
        var busiest = _random.Next(40, 90);
        for (var i = 0; i < size; i++)
            AddTraject(busiest);
        for (var i = _random.Next(size); i > 0; i--)
        {
            _conversations.Add((_random.Next(FirstYear, LastYear + 1), new ConversationFact(
                Any(_catalogue.Institutions).Id, Chance(20) ? null : Any(_trajects).ClientId, _random.Next(1, 4))));
        }
    }

    public Application.Rapportage.Facts Facts(int year)
    {
        var (before, first, last) = (new DateOnly(year - 1, 1, 1), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return new Application.Rapportage.Facts(
            year,
            [.. _trajects.Where(t => t.StartedOn <= last && !(t.EndedOn < before))],
            [
                .. _participations.Where(p => p.ReferredOn.Year == year || (p.StartedOn >= before && p.StartedOn <= last) || p.EndedOn?.Year == year
                    || (p.StartedOn <= last && !(p.EndedOn <= last) && !(p.TrajectEndedOn <= last))),
            ],
            _partners.Where(p => p.Traject.StartedOn <= last && !(p.Traject.EndedOn < first) && p.From <= last && !(p.Until < first))
                .GroupBy(p => p.Partner).ToDictionary(g => g.Key, g => Tally.Of(g.Select(p => p.Traject).Distinct())),
            [],
            _catalogue.Institutions.ToDictionary(i => i.Id, _ => 12),
            [.. _conversations.Where(c => c.Year == year).GroupBy(c => (c.Fact.InstitutionId, c.Fact.ClientId)).Select(g => new ConversationFact(g.Key.InstitutionId, g.Key.ClientId, g.Sum(c => c.Fact.Count)))],
            [],
            [],
            _catalogue);
    }

    /// <summary>Some turn out to have ended in a year; if everything may be, others shouldn't be there, or haven't ended after all.</summary>
    public void Correct(int year, AttackCorrections possible)
    {
        var last = new DateOnly(year, 12, 31);
        for (var i = _random.Next(1, 7); i > 0; i--)
        {
            var running = _trajects.Where(t => t.StartedOn <= last && !(t.EndedOn <= last)).ToList();
            var ended = _trajects.Where(t => t.EndedOn <= last).ToList();
            if (possible is AttackCorrections.Any && Chance(20) && ended.Count > 0)
                Replace(Any(ended), t => t with { EndedOn = null, EndReason = null });
            else if (possible is AttackCorrections.Any && Chance(20) && running.Count > 0)
                Replace(Any(running), null);
            else if (running.Count > 0)
                Replace(Any(running), t => t with { EndedOn = t.StartedOn.Year == year ? last : new DateOnly(year, _random.Next(1, 13), 1), EndReason = EndReasons.List.All[0].Key });
        }
    }

    private void Replace(TrajectFact traject, Func<TrajectFact, TrajectFact>? by)
    {
        _trajects.Remove(traject);
        var its = _partners.Where(p => ReferenceEquals(p.Traject, traject)).ToList();
        _partners.RemoveAll(its.Contains);
        if (by is null)
            return;
        var replaced = by(traject);
        _trajects.Add(replaced);
        _partners.AddRange(its.Select(p => p with { Traject = replaced }));
    }

    private void AddTraject(int busiest)
    {
        var programme = _random.Next(100) is var p && p < busiest ? Programmes.LocalPga : p < busiest + ((100 - busiest) / 2) ? Programmes.TopX : Programmes.Rio;
        var client = _trajects.Count > 0 && Chance(12) ? Any(_trajects).ClientId : Guid.NewGuid();
        var start = new DateOnly(FirstYear, 1, 1).AddDays(_random.Next(4 * 365));
        var end = Chance(65) ? start.AddDays(_random.Next(1, 900)) : (DateOnly?)null;
        if (end > new DateOnly(LastYear, 12, 31))
            end = null;
        var reasons = EndReasons.List.All.Select(r => r.Key).Where(r => r != EndReasons.RegisteredInError).ToList();
        var traject = new TrajectFact(client, programme, start, end, end is null ? null : Chance(50) ? reasons[_random.Next(3)] : Any(reasons))
        {
            BirthDate = Chance(4) ? null : start.AddDays(-_random.Next(14 * 365, 33 * 365)),
            WijkAtStart = Chance(5) ? null : Wijken.List.All[_random.Next(Chance(60) ? 3 : Wijken.List.All.Count)].Key,
        };
        if (traject.UsesPgaList && Chance(85))
            traject.StartLevels = LevelsOn(start);
        if (traject.UsesPgaList && end is { } ended && Chance(75))
            traject.EndLevels = LevelsOn(ended);
        if (programme == Programmes.Rio)
            (traject.StartConditions, traject.EndConditions) = (Conditions(), Conditions());
        _trajects.Add(traject);

        for (var i = _random.Next(4); i > 0; i--)
            AddParticipation(traject);
        for (var i = _random.Next(3); i > 0; i--)
        {
            var from = start.AddDays(_random.Next(100));
            _partners.Add((traject, Any(_catalogue.Partners).Id, from, Chance(50) ? from.AddDays(_random.Next(600)) : null));
        }
    }

    private void AddParticipation(TrajectFact traject)
    {
        var referred = traject.StartedOn.AddDays(_random.Next(60));
        var started = Chance(80) ? referred.AddDays(_random.Next(60)) : (DateOnly?)null;
        var ended = started is { } day && Chance(60) ? day.AddDays(_random.Next(1, 300)) : (DateOnly?)null;
        _participations.Add(new ParticipationFact(
            Any(_catalogue.Interventions).Id, traject.ClientId, referred, started, ended,
            ended is null ? null : Chance(60) ? Participation.Completed : Participation.DroppedOut, traject.EndedOn));
    }

    private Levels LevelsOn(DateOnly day) =>
        new(day, [.. Leefgebieden.Pga2024.All.Where(_ => Chance(92)).Select(l => new Score(l.Key, _random.Next(1, 6)))]);

    private Dictionary<string, string> Conditions() =>
        BasicConditions.List.All.Where(_ => Chance(90)).ToDictionary(c => c.Key, _ => Any(["not-arranged", "in-progress", BasicConditions.Arranged, BasicConditions.Arranged, BasicConditions.NotApplicable]));

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
