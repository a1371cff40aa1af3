using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Domain.Clients;

/// <summary>Cliënt: the person. One client has many trajects.</summary>
public sealed class Client : Aggregate
{
    public const int MaxNumber = 32;
    public const int MaxName = 100;
    public const int MaxPrefix = 20;
    public const int MaxSafetyAgreement = 500;

    private readonly List<Residence> _residences = [];
    private readonly List<NameWord> _nameWords = [];

    public Client(Guid id, string number, string givenName, string? prefix, string familyName, DateOnly? birthDate, string gender)
    {
        Id = id;
        Number = number;
        Gender = gender;
        GivenName = FamilyName = "";
        Rename(givenName, prefix, familyName);
        BirthDate = birthDate;
        Raise(new DomainEvent("client.registered"));
    }

    private Client() => Number = GivenName = FamilyName = Gender = null!;

    /// <summary>Dossiernummer: what people write down. The key of the import, or made by us as <c>2026-0412</c>.</summary>
    public string Number { get; private set; }

    public string GivenName { get; private set; }

    /// <summary>Tussenvoegsel.</summary>
    public string? Prefix { get; private set; }

    public string FamilyName { get; private set; }

    public DateOnly? BirthDate { get; private set; }

    /// <summary>One of <see cref="Genders"/>.</summary>
    public string Gender { get; private set; }

    /// <summary>The wijk of today, or null when unknown. <see cref="Residences"/> has what it was before.</summary>
    public string? Wijk { get; private set; }

    /// <summary>The BSN, encrypted; only <c>BsnVault</c> reads it.</summary>
    public byte[]? BsnCipher { get; private set; }

    /// <summary>Keyed hash of the BSN, for the exact search.</summary>
    public string? BsnIndex { get; private set; }

    /// <summary>Veiligheidsafspraak: shown above every visit form.</summary>
    public string? SafetyAgreement { get; private set; }

    public DateOnly? SafetyAgreementUntil { get; private set; }

    public IReadOnlyList<Residence> Residences => _residences;

    public IReadOnlyList<NameWord> NameWords => _nameWords;

    public string FullName => NameOf(GivenName, Prefix, FamilyName);

    public static string NameOf(string givenName, string? prefix, string familyName) =>
        prefix is null ? $"{givenName} {familyName}" : $"{givenName} {prefix} {familyName}";

    public static readonly CodeList Genders = new(("male", "Man"), ("female", "Vrouw"), ("x", "X"), ("unknown", "Onbekend"));

    public void Rename(string givenName, string? prefix, string familyName)
    {
        GivenName = givenName.Trim();
        Prefix = string.IsNullOrWhiteSpace(prefix) ? null : prefix.Trim();
        FamilyName = familyName.Trim();
        var names = SearchText.Words($"{GivenName} {Prefix} {FamilyName} {Number}");
        var words = names.Append(SearchText.Normalise(Number)).Concat(names.SelectMany(SoundKey.Of)).Distinct().ToList();
        _nameWords.RemoveAll(w => !words.Contains(w.Word));
        _nameWords.AddRange(words.Where(w => _nameWords.All(n => n.Word != w)).Select(w => new NameWord(Id, w)));
    }

    public void Describe(DateOnly? birthDate, string gender)
    {
        BirthDate = birthDate;
        Gender = gender;
    }

    /// <summary>Registers where the client lives from a day on; the earlier wijk is kept for the figures of earlier years.</summary>
    public void LivesIn(string? wijk, DateOnly from)
    {
        RuleBroken.Unless(wijk is null || Wijken.List.Has(wijk), "client.unknown-wijk", "Wijk", "Kies een wijk uit de lijst.");
        if (wijk == Wijk && _residences.Count > 0)
            return;
        _residences.RemoveAll(r => r.From == from);
        _residences.Add(new Residence(Id, from, wijk));
        Wijk = _residences.MaxBy(r => r.From)!.Wijk;
    }

    /// <param name="cipher">Encrypted, or null to remove it.</param>
    /// <param name="index">Keyed hash of the same number.</param>
    public void SetBsn(byte[]? cipher, string? index)
    {
        BsnCipher = cipher;
        BsnIndex = index;
    }

    public void AgreeOnSafety(string? agreement, DateOnly? until)
    {
        SafetyAgreement = string.IsNullOrWhiteSpace(agreement) ? null : agreement.Trim();
        SafetyAgreementUntil = SafetyAgreement is null ? null : until;
        Raise(new DomainEvent("client.safety-agreed"));
    }

    /// <summary>The safety agreement when it still holds.</summary>
    public static bool SafetyHolds(DateOnly? until, DateOnly today) => until is null || until >= today;
}

/// <summary>Where a client lives from a day on; the first is valid from the beginning of time.</summary>
public sealed class Residence
{
    public static readonly DateOnly Always = DateOnly.MinValue;

    internal Residence(Guid clientId, DateOnly from, string? wijk)
    {
        ClientId = clientId;
        From = from;
        Wijk = wijk;
    }

    private Residence()
    {
    }

    public Guid ClientId { get; private set; }

    public DateOnly From { get; private set; }

    public string? Wijk { get; private set; }
}

/// <summary>
/// One word of a client's name or number, normalised, so that a search is a range in an index on every database; or what
/// such a word sounds like (<see cref="SoundKey"/>).
/// </summary>
public sealed class NameWord
{
    internal NameWord(Guid clientId, string word)
    {
        ClientId = clientId;
        Word = word;
    }

    private NameWord() => Word = null!;

    public Guid ClientId { get; private set; }

    public string Word { get; private set; }
}
