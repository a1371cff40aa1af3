using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Trajects;

namespace Pga.Application.Rapportage;

/// <summary>
/// What the definitions count: the current records of the year and the year before, without trajects that were registered
/// in error. Read by <see cref="FactReader"/>.
/// </summary>
internal sealed record Facts(
    int Year,
    IReadOnlyList<TrajectFact> Trajects,
    IReadOnlyList<ParticipationFact> Participations,
    IReadOnlyDictionary<Guid, Tally> PartnerTrajects,
    IReadOnlyList<ContactFact> Contacts,
    IReadOnlyDictionary<Guid, int> Sessions,
    IReadOnlyList<ConversationFact> Conversations,
    IReadOnlyList<ActivityFact> Activities,
    IReadOnlyList<BudgetFact> Budgets,
    Catalogue Catalogue)
{
    private readonly ILookup<int, TrajectFact> _started = Trajects.ToLookup(t => t.StartedOn.Year);
    private readonly ILookup<int, TrajectFact> _ended = Trajects.Where(t => t.EndedOn is not null).ToLookup(t => t.EndedOn!.Value.Year);

    /// <summary>A year without anything, for who wants to know of the tables and not of the numbers.</summary>
    public static Facts None(int year) =>
        new(year, [], [], new Dictionary<Guid, Tally>(), [], new Dictionary<Guid, int>(), [], [], [], new Catalogue([], [], [], []));

    /// <summary>The columns of a table that sets the year beside the one before.</summary>
    public IReadOnlyList<Column> BothYears => [ColumnOf(Year - 1), ColumnOf(Year)];

    /// <summary>The column of a table about the year alone.</summary>
    public IReadOnlyList<Column> ThisYear => [ColumnOf(Year)];

    public DateOnly LastDay => LastDayOf(Year);

    /// <summary>Trajects that had started by 31 December and hadn't ended by then; of this year and the one before.</summary>
    public IEnumerable<TrajectFact> RunningAtEndOf(int year) =>
        Trajects.Where(t => t.StartedOn <= LastDayOf(year) && !(t.EndedOn <= LastDayOf(year)));

    public IEnumerable<TrajectFact> StartedIn(int year) => _started[year];

    public IEnumerable<TrajectFact> EndedIn(int year) => _ended[year];

    /// <summary>Columns of the year with a name of their own.</summary>
    public IReadOnlyList<Column> Columns(params (string Key, string Label)[] columns) => [.. columns.Select(c => new Column(c.Key, c.Label, Year))];

    private static DateOnly LastDayOf(int year) => new(year, 12, 31);

    private static Column ColumnOf(int year) => new($"{year}", $"{year}", year, IsYear: true);
}

/// <summary>A traject that has started.</summary>
/// <param name="EndedOn">Last day; null until its end is confirmed.</param>
internal sealed record TrajectFact(Guid ClientId, string Programme, DateOnly StartedOn, DateOnly? EndedOn, string? EndReason)
{
    /// <summary>Lokale PGA and Top X share the list of leefgebieden.</summary>
    public bool UsesPgaList => Programme is Programmes.LocalPga or Programmes.TopX;

    /// <summary>Known for trajects that started in one of the two years.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>Wijk on the day it started; known for trajects that started in one of the two years.</summary>
    public string? WijkAtStart { get; set; }

    /// <summary>The latest start assessment, null when there is none; known for trajects that started in the two years or ended in the last.</summary>
    public Levels? StartLevels { get; set; }

    /// <summary>The latest end assessment; known for trajects that ended in the year.</summary>
    public Levels? EndLevels { get; set; }

    /// <summary>Status by basisvoorwaarde in the latest start measurement; known for <c>rio</c> trajects that ended in the year.</summary>
    public Dictionary<string, string>? StartConditions { get; set; }

    /// <summary>Status by basisvoorwaarde in the latest end measurement.</summary>
    public Dictionary<string, string>? EndConditions { get; set; }
}

/// <summary>The levels of one assessment on list <c>pga-2024</c>, small because there are many.</summary>
internal sealed class Levels
{
    private static readonly Dictionary<string, int> Places = Leefgebieden.Pga2024.All.Select((l, i) => (l.Key, i)).ToDictionary();

    private readonly DateOnly _measuredOn;
    private readonly byte[] _levels = new byte[Places.Count];

    public Levels(DateOnly measuredOn, IReadOnlyList<Score> scores)
    {
        _measuredOn = measuredOn;
        foreach (var score in scores)
        {
            if (Places.TryGetValue(score.Leefgebied, out var place))
                _levels[place] = (byte)score.Level;
        }
    }

    /// <summary>Null for a leefgebied that wasn't assessed.</summary>
    public int? this[string leefgebied] => _levels[Places[leefgebied]] is var level && level > 0 ? level : null;

    /// <summary>Whether any leefgebied has this level.</summary>
    public bool Any(int level) => _levels.Contains((byte)level);

    /// <summary>The latest of a moment is the one with the latest date; there is one current assessment per traject, date and moment.</summary>
    public Levels OrLater(Levels? other) => other is not null && other._measuredOn > _measuredOn ? other : this;
}

/// <param name="TrajectEndedOn">Null until the end of the traject is confirmed.</param>
internal sealed record ParticipationFact(
    Guid InterventionId, Guid ClientId, DateOnly ReferredOn, DateOnly? StartedOn, DateOnly? EndedOn, string? Result, DateOnly? TrajectEndedOn);

/// <summary>How many contact moments there were of a kind.</summary>
internal sealed record ContactFact(string Kind, bool IsHeld, int Count);

/// <summary>Conversations of one client at the spreekuren of an institution; without a client: of visitors who have no dossier.</summary>
internal sealed record ConversationFact(Guid InstitutionId, Guid? ClientId, int Count);

internal sealed record ActivityFact(Guid KindId, int Year, int Count);

internal sealed record BudgetFact(string Priority, long Budgeted, long Realised);

/// <summary>What a catalogue says about an item, in catalogue order.</summary>
/// <param name="Kind">Of an intervention; null until somebody has looked at an imported one.</param>
internal sealed record CatalogueFact(Guid Id, string Name, bool NeedsReview, string? Kind = null);

internal sealed record Catalogue(
    IReadOnlyList<CatalogueFact> Interventions,
    IReadOnlyList<CatalogueFact> Partners,
    IReadOnlyList<CatalogueFact> Institutions,
    IReadOnlyList<CatalogueFact> ActivityKinds);
