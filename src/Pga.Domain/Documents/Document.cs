using Pga.Domain.Common;

namespace Pga.Domain.Documents;

/// <summary>What a document is. Short, so that people choose instead of guess.</summary>
public static class DocumentKinds
{
    public static readonly CodeList List = new(
        ("report", "Verslag of rapport"),
        ("letter", "Brief of e-mail"),
        ("decision", "Besluit of beschikking"),
        ("agreement", "Afspraak of toestemming"),
        ("money-housing", "Geld, werk of wonen"),
        ("photo", "Foto"),
        ("other", "Iets anders"));
}

/// <summary>
/// Where a document comes from. Those of police and justice aren't here: everybody who reads the dossier reads its
/// documents, and police and justice facts have fewer readers.
/// </summary>
public static class DocumentSources
{
    public static readonly CodeList List = new(("own", "Van ons of van de cliënt"), ("partner", "Van een partner"));
}

/// <summary>
/// Document of a dossier. Its file has versions; all of them are kept. A document that doesn't belong here is withdrawn with
/// a reason: then nobody opens it any more, and what was there stays to be seen.
/// </summary>
public sealed class Document : Aggregate
{
    public const int MaxTitle = 150;
    public const int MaxReason = 500;

    /// <summary>Older paper than this is a typing error.</summary>
    public static readonly DateOnly Earliest = new(1950, 1, 1);

    private readonly List<DocumentVersion> _versions = [];

    public Document(Guid id, Guid trajectId, DocumentDetails details, DateTime nowUtc)
    {
        Id = id;
        TrajectId = trajectId;
        AddedAt = nowUtc;
        Title = Kind = Source = null!;
        Set(details, nowUtc);
        Raise(new DomainEvent("document.added"));
    }

    private Document() => Title = Kind = Source = null!;

    public Guid TrajectId { get; private set; }

    public string Title { get; private set; }

    /// <summary>One of <see cref="DocumentKinds"/>.</summary>
    public string Kind { get; private set; }

    /// <summary>One of <see cref="DocumentSources"/>.</summary>
    public string Source { get; private set; }

    /// <summary>The date on the document itself.</summary>
    public DateOnly DatedOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; private set; }

    public Guid? WithdrawnById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public IReadOnlyList<DocumentVersion> Versions => _versions;

    public DocumentVersion Latest => _versions.MaxBy(v => v.Number)!;

    /// <param name="versionId">Of the file as it was stored: each attempt has one of its own.</param>
    public DocumentVersion Add(Guid versionId, CheckedFile file, Guid byId, DateTime nowUtc)
    {
        RefuseWithdrawn();
        RuleBroken.Unless(_versions.Count == 0 || Latest.Sha256 != file.Sha256, "document.same-file", "File",
            "Dit bestand is precies gelijk aan de laatste versie. Kies het gewijzigde bestand.");
        var version = new DocumentVersion(versionId, Id, (_versions.Count == 0 ? 0 : Latest.Number) + 1, file, byId, nowUtc);
        _versions.Add(version);
        if (version.Number > 1)
            Raise(new DomainEvent("document.version-added"));
        return version;
    }

    public void Edit(DocumentDetails details, DateTime nowUtc)
    {
        RefuseWithdrawn();
        if (details.Trimmed() == new DocumentDetails(Title, Kind, Source, DatedOn))
            return;
        Set(details, nowUtc);
        Raise(new DomainEvent("document.edited"));
    }

    public void Withdraw(string? reason, Guid byId, DateTime nowUtc)
    {
        RefuseWithdrawn();
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(reason), "document.reason", "Reason", "Schrijf op waarom u dit document intrekt.");
        RuleBroken.Unless(reason!.Trim().Length <= MaxReason, "document.reason-length", "Reason", "De reden is te lang. Gebruik hoogstens 500 tekens.");
        WithdrawnReason = reason.Trim();
        WithdrawnById = byId;
        WithdrawnAt = nowUtc;
        Raise(new DomainEvent("document.withdrawn", WithdrawnReason));
    }

    private void Set(DocumentDetails details, DateTime nowUtc)
    {
        var d = details.Trimmed();
        RuleBroken.Unless(d.Title.Length is > 0 and <= MaxTitle, "document.title", "Title", "Vul een titel in, van hoogstens 150 tekens.");
        RuleBroken.Unless(DocumentKinds.List.Has(d.Kind), "document.kind", "Kind", "Kies wat voor document het is.");
        RuleBroken.Unless(DocumentSources.List.Has(d.Source), "document.source", "Source", "Kies waar het document vandaan komt.");
        RuleBroken.Unless(d.Date <= Calendar.DateIn(nowUtc), "document.date-in-future", "Date", "Deze datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleBroken.Unless(d.Date >= Earliest, "document.date-too-early", "Date", "Deze datum is te lang geleden. Controleer het jaar.");
        Title = d.Title;
        Kind = d.Kind;
        Source = d.Source;
        DatedOn = d.Date;
    }

    private void RefuseWithdrawn() =>
        RuleBroken.Unless(WithdrawnAt is null, "document.withdrawn", "", "Dit document is ingetrokken. Voeg zo nodig een nieuw document toe.");
}

/// <summary>What a worker fills in about a document.</summary>
/// <param name="Date">On the document itself.</param>
public sealed record DocumentDetails(string Title, string Kind, string Source, DateOnly Date)
{
    public DocumentDetails Trimmed() => this with { Title = Title.Trim() };
}
