using Pga.Domain.Common;

namespace Pga.Domain.Outflow;

/// <summary>Reason and judgement are two things: the reason is chosen, the judgement follows from it.</summary>
public static class EndReasons
{
    public const string RegisteredInError = "registered-in-error";

    public static readonly CodeList Judgements = new(
        ("positive", "Positief"), ("neutral", "Neutraal"), ("negative", "Negatief"), ("not-applicable", "Niet van toepassing"));

    public static readonly CodeList List = new(
        ("goals-achieved", "Doelen behaald, stabiel"),
        ("scaled-down", "Afgeschaald naar wijkteam of partner"),
        ("regular-support", "Reguliere hulp volstaat"),
        ("moved", "Verhuisd"),
        ("transferred", "Overgedragen aan andere gemeente"),
        ("scaled-up", "Opgeschaald naar ZVH"),
        ("long-detention", "Langdurige detentie"),
        ("criteria-lapsed", "Voldoet niet meer aan criteria"),
        (RegisteredInError, "Onterecht of dubbel aangemeld"),
        ("relapse", "Terugval, recidive"),
        ("withdrew", "Onttrekt zich, werkt niet mee"),
        ("out-of-sight", "Uit beeld"),
        ("deceased", "Overleden"));

    /// <summary>Judgement of a reason: <c>positive</c>, <c>neutral</c>, <c>negative</c> or <c>not-applicable</c>.</summary>
    public static string JudgementOf(string reason) => reason switch
    {
        "goals-achieved" or "scaled-down" or "regular-support" => "positive",
        "moved" or "transferred" or "scaled-up" or "long-detention" or "criteria-lapsed" or RegisteredInError => "neutral",
        "relapse" or "withdrew" or "out-of-sight" => "negative",
        "deceased" => "not-applicable",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), "Unknown end reason."),
    };

    /// <summary>
    /// An end assessment can't be asked of someone who died, was registered in error, moved out of sight or withdrew.
    /// </summary>
    public static bool NeedsEvaluation(string reason) =>
        reason is not (RegisteredInError or "deceased" or "out-of-sight" or "withdrew");
}

/// <summary>What a traject's records say when its end is proposed.</summary>
/// <param name="LatestEndAssessment">Day of the latest current end assessment.</param>
/// <param name="OpenParticipations">Names of interventions that were referred to or started and haven't ended.</param>
/// <param name="UnevaluatedGoals">Open goals of the plan without an evaluation of the last <see cref="EvaluationMaxDays"/> days; none without a plan.</param>
public sealed record OutflowFacts(DateOnly? LatestEndAssessment, IReadOnlyList<string> OpenParticipations, IReadOnlyList<string>? UnevaluatedGoals = null)
{
    public const int EndAssessmentMaxDays = 30;
    public const int EvaluationMaxDays = 30;
}
