using Pga.Domain.Relations;

namespace Pga.Application.Demo;

/// <summary>
/// Brothers and sisters who are clients both: some with the same worker, some on another team, so that a link shows to one
/// colleague and not to another. Draws from chance of its own, so the other data stays what it was.
/// </summary>
internal sealed class DemoFamilies(DemoRandom random, DateOnly today)
{
    private const int SiblingAt = 3;
    private const int ElsewhereAt = 7;
    private const int Every = 12;

    private static readonly string[] Grounds =
    [
        "Plegen samen overlast in de buurt.", "Wonen in hetzelfde huis; wat bij de één gebeurt, raakt de ander.", "De ouders willen één aanspreekpunt.",
    ];

    private static readonly string[] Agreements =
    [
        "De casusregisseur van de oudste belt de ouders, voor allebei.", "Huisbezoek doen we samen.", "Elke maand bellen de twee begeleiders met elkaar.",
    ];

    private DemoDesk? _desk;
    private DemoDossier? _previous;
    private DemoDossier? _elsewhere;
    private int _running;

    /// <summary>Adds a relative to the dossier who is a client already; answers the link, to be written after the dossier.</summary>
    public FamilyLink? Relate(DemoDossier dossier, DemoDesk desk)
    {
        if (dossier.Trajects[^1] is not { StartedOn: not null, EndedOn: null })
            return null;
        if (desk != _desk)
        {
            _elsewhere = desk.Team == _desk?.Team ? _elsewhere : _previous;
            (_desk, _previous, _running) = (desk, null, 0);
        }

        _running++;
        var relative = (_running % Every) switch { SiblingAt => _previous, ElsewhereAt => _elsewhere, _ => null };
        _previous = dossier;
        return relative is null ? null : Link(dossier, relative);
    }

    private FamilyLink Link(DemoDossier dossier, DemoDossier relative)
    {
        var kind = relative.Client.Gender switch { "male" => "brother", "female" => "sister", _ => "other" };
        var ground = random.Pick(DemoTexts.RelationGrounds);
        var relation = new Relation(random.NextId(), dossier.Client.Id, kind, relative.Client.GivenName, relative.Client.BirthDate?.Year, ground);
        dossier.Relations.Add(relation);
        return new FamilyLink(
            random.NextId(), relation.Id, dossier.Client.Id, relative.Client.Id, random.Pick(Grounds), random.Chance(0.7) ? random.Pick(Agreements) : null,
            random.Between(dossier.Trajects[^1].StartedOn!.Value, today.AddDays(-1)));
    }
}
