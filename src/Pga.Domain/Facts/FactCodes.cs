using Pga.Domain.Common;

namespace Pga.Domain.Facts;

/// <summary>What a fact is, where it comes from, and how sure it is.</summary>
public static class FactCodes
{
    public const string Own = "own-observation";
    public const string Partner = "partner";
    public const string Police = "police";
    public const string Judicial = "judicial";
    public const string Positive = "positive";

    private const string Arrest = "arrest";
    private const string Conviction = "conviction";

    public static readonly CodeList Kinds = new(
        ("nuisance", "Melding overlast"),
        (Arrest, "Aanhouding"),
        (Conviction, "Veroordeling"),
        ("restraining-order", "Huisverbod of gebiedsverbod"),
        ("incident", "Incident"),
        ("concern", "Zorgmelding"),
        ("truancy", "Schoolverzuim"),
        ("debts", "Schulden"),
        (Positive, "Positief signaal"),
        ("other", "Anders"));

    public static readonly CodeList Provenances = new(
        (Own, "Eigen waarneming"), (Partner, "Partner"), (Police, "Politiegegeven"), (Judicial, "Justitieel gegeven"));

    public static readonly CodeList Reliabilities = new(
        ("confirmed", "Bevestigd"), ("probable", "Waarschijnlijk"), ("unconfirmed", "Niet bevestigd"));

    /// <summary>Of police or justice: seen only by those whom the access rules name.</summary>
    public static bool IsJustice(string? provenance) => provenance is Police or Judicial;

    /// <summary>Whoever tells it, it is a fact of police or justice: by another name it would be seen by who may not see it.</summary>
    public static bool IsOfJusticeOnly(string? kind) => kind is Arrest or Conviction;
}
