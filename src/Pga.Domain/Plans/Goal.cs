using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Domain.Plans;

/// <summary>
/// Doel on one leefgebied, in the client's own words and in those of the professional; either may come first. How it
/// stands is no column: the last evaluation says so. What it said before a change is kept.
/// </summary>
public sealed class Goal : Aggregate
{
    public const int MaxWords = 1000;

    private readonly List<EarlierGoal> _earlier = [];

    public Goal(Guid id, Guid trajectId, string programme, GoalDetails details, Guid? byId, DateTime nowUtc)
    {
        Check(programme, details);
        RuleBroken.Unless(details.TargetOn >= Calendar.DateIn(nowUtc), "goal.target-in-past", "TargetOn", TargetInPast);
        Id = id;
        TrajectId = trajectId;
        SetAt = nowUtc;
        SetOn = Calendar.DateIn(nowUtc);
        Leefgebied = details.Leefgebied;
        Write(details, byId, nowUtc);
        Raise(new DomainEvent("goal.set"));
    }

    private Goal() => Leefgebied = null!;

    private const string TargetInPast = "De streefdatum is al geweest. Kies vandaag of later.";

    public Guid TrajectId { get; private set; }

    /// <summary>Of the list of the traject's programme.</summary>
    public string Leefgebied { get; private set; }

    /// <summary>What the client wants, as they say it themselves. Free text.</summary>
    public string? ClientWords { get; private set; }

    /// <summary>The same goal in the words of the professional. Free text.</summary>
    public string? ProfessionalWords { get; private set; }

    public DateOnly TargetOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime SetAt { get; private set; }

    /// <summary>The Amsterdam date of <see cref="SetAt"/>.</summary>
    public DateOnly SetOn { get; private set; }

    /// <summary>UTC, of what it says now.</summary>
    public DateTime WrittenAt { get; private set; }

    public Guid? WrittenById { get; private set; }

    /// <summary>What it said before, oldest first.</summary>
    public IReadOnlyList<EarlierGoal> Earlier => _earlier;

    public void Change(string programme, GoalDetails details, Guid? byId, DateTime nowUtc)
    {
        Check(programme, details);
        RuleBroken.Unless(details.TargetOn == TargetOn || details.TargetOn >= Calendar.DateIn(nowUtc), "goal.target-in-past", "TargetOn", TargetInPast);
        if (details.Trimmed() == new GoalDetails(Leefgebied, ClientWords, ProfessionalWords, TargetOn))
            return;
        _earlier.Add(new EarlierGoal(this, _earlier.Count + 1));
        Write(details, byId, nowUtc);
        Raise(new DomainEvent("goal.changed"));
    }

    private static void Check(string programme, GoalDetails d)
    {
        RuleBroken.Unless(Leefgebieden.Of(programme).Has(d.Leefgebied), "goal.unknown-leefgebied", "Leefgebied", "Kies een leefgebied dat bij deze aanpak hoort.");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(d.ClientWords) || !string.IsNullOrWhiteSpace(d.ProfessionalWords), "goal.words", "ClientWords",
            "Schrijf het doel op in de woorden van de cliënt, of in die van uzelf. Het andere mag later.");
    }

    private void Write(GoalDetails details, Guid? byId, DateTime nowUtc)
    {
        var d = details.Trimmed();
        Leefgebied = d.Leefgebied;
        ClientWords = d.ClientWords;
        ProfessionalWords = d.ProfessionalWords;
        TargetOn = d.TargetOn;
        WrittenAt = nowUtc;
        WrittenById = byId;
    }
}

/// <summary>What is filled in about a goal.</summary>
public sealed record GoalDetails(string Leefgebied, string? ClientWords, string? ProfessionalWords, DateOnly TargetOn)
{
    internal GoalDetails Trimmed() => this with { ClientWords = Blank(ClientWords), ProfessionalWords = Blank(ProfessionalWords) };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A goal as it was before a change.</summary>
public sealed class EarlierGoal
{
    internal EarlierGoal(Goal was, int number)
    {
        GoalId = was.Id;
        Number = number;
        Leefgebied = was.Leefgebied;
        ClientWords = was.ClientWords;
        ProfessionalWords = was.ProfessionalWords;
        TargetOn = was.TargetOn;
        WrittenAt = was.WrittenAt;
        WrittenById = was.WrittenById;
    }

    private EarlierGoal() => Leefgebied = null!;

    public Guid GoalId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Leefgebied { get; private set; }

    public string? ClientWords { get; private set; }

    public string? ProfessionalWords { get; private set; }

    public DateOnly TargetOn { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public Guid? WrittenById { get; private set; }
}

/// <summary>How a goal stands, by its last evaluation; without one it is open.</summary>
public static class GoalStatuses
{
    public const string Open = "open";
    public const string Achieved = "achieved";
    public const string Partly = "partly";
    public const string NotAchieved = "not-achieved";
    public const string Lapsed = "lapsed";

    public static readonly CodeList List = new(
        (Open, "Open"), (Achieved, "Behaald"), (Partly, "Deels behaald"), (NotAchieved, "Niet behaald"), (Lapsed, "Vervallen"));

    /// <summary>There is still work to do on it, so that every evaluation asks about it.</summary>
    public static bool IsOpen(string status) => status is Open or Partly;

    /// <summary>Who gives up a goal says why.</summary>
    public static bool NeedsRemark(string status) => status is NotAchieved or Lapsed;
}
