using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Domain.Stories;

/// <summary>
/// Verhaal beside the figures of a year (Rijker Verantwoorden). Its road: concept, anonymised, consent, released; each step
/// says who and when. It is stored apart from the dossier: which traject it came from is a <see cref="StorySource"/>.
/// </summary>
public sealed class Story : Aggregate
{
    public const int MaxTitle = 150;
    public const int MaxText = 6_000;

    public Story(Guid id, StoryDraft draft, Guid authorId, DateTime nowUtc)
    {
        Id = id;
        AuthorId = authorId;
        Title = Text = LinkKind = LinkTo = null!;
        Set(draft, nowUtc);
        Raise(new DomainEvent("story.written"));
    }

    private Story() => Title = Text = LinkKind = LinkTo = null!;

    /// <summary>The year whose rapportage it stands in.</summary>
    public int Year { get; private set; }

    public string Title { get; private set; }

    /// <summary>Plain text. Until it is anonymised it may say who it is about.</summary>
    public string Text { get; private set; }

    /// <summary>One of <see cref="StoryLinks.Kinds"/>.</summary>
    public string LinkKind { get; private set; }

    /// <summary>Key of the leefgebied, code of the intervention, or the goal in words.</summary>
    public string LinkTo { get; private set; }

    public Guid AuthorId { get; private set; }

    /// <summary>UTC, of the text as it is now.</summary>
    public DateTime WrittenAt { get; private set; }

    public Guid? AnonymisedById { get; private set; }

    public DateTime? AnonymisedAt { get; private set; }

    /// <summary>One of <see cref="StoryConsent.Ways"/>.</summary>
    public string? ConsentHow { get; private set; }

    /// <summary>The day on which the person said yes to this text.</summary>
    public DateOnly? ConsentOn { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid? ConsentById { get; private set; }

    public DateTime? ConsentAt { get; private set; }

    public Guid? ReleasedById { get; private set; }

    public DateTime? ReleasedAt { get; private set; }

    public Guid? WithdrawnById { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string State => StoryStates.Of(AnonymisedAt is not null, ConsentAt is not null, ReleasedAt is not null, WithdrawnAt is not null);

    /// <summary>A changed text is another text: it starts again, so that consent and release never cover what nobody saw.</summary>
    public void Edit(StoryDraft draft, DateTime nowUtc)
    {
        RefuseWithdrawn();
        if (draft.Trimmed() == Draft)
            return;
        AnonymisedById = null;
        AnonymisedAt = null;
        ForgetConsent();
        Set(draft, nowUtc);
        Raise(new DomainEvent("story.edited"));
    }

    public void Anonymise(Guid byId, DateTime nowUtc)
    {
        RefuseWithdrawn();
        RuleBroken.Unless(AnonymisedAt is null, "story.already-anonymised", "", "Dit verhaal is al geanonimiseerd.");
        AnonymisedById = byId;
        AnonymisedAt = nowUtc;
        Raise(new DomainEvent("story.anonymised"));
    }

    public void RecordConsent(string how, DateOnly on, Guid byId, DateTime nowUtc)
    {
        RefuseWithdrawn();
        RuleBroken.Unless(AnonymisedAt is not null, "story.not-anonymised", "", "Anonimiseer het verhaal eerst. Toestemming geldt voor de tekst zonder herkenbare gegevens.");
        RuleBroken.Unless(ConsentAt is null, "story.already-consented", "", "De toestemming is al vastgelegd.");
        RuleBroken.Unless(StoryConsent.Ways.Has(how), "story.consent-how", "How", "Kies hoe de toestemming is gegeven.");
        RuleBroken.Unless(on <= Calendar.DateIn(nowUtc), "story.consent-in-future", "On", "De datum ligt in de toekomst. Kies vandaag of eerder.");
        RuleBroken.Unless(on >= Calendar.DateIn(WrittenAt), "story.consent-before-text", "On",
            "De tekst is na deze datum nog gewijzigd. Vraag toestemming voor de tekst zoals hij nu is.");
        ConsentHow = how;
        ConsentOn = on;
        ConsentById = byId;
        ConsentAt = nowUtc;
        Raise(new DomainEvent("story.consented"));
    }

    /// <summary>The person takes it back; a release falls with it.</summary>
    public void WithdrawConsent()
    {
        RefuseWithdrawn();
        RuleBroken.Unless(ConsentAt is not null, "story.not-consented", "", "Er is geen toestemming om in te trekken.");
        ForgetConsent();
        Raise(new DomainEvent("story.consent-withdrawn"));
    }

    /// <param name="traces">What the check found in the text as it is now; see <see cref="StoryCheck"/>.</param>
    public void Release(Guid byId, DateTime nowUtc, IReadOnlyList<StoryTrace> traces)
    {
        RefuseWithdrawn();
        RuleBroken.Unless(ReleasedAt is null, "story.already-released", "", "Dit verhaal is al vrijgegeven.");
        RuleBroken.Unless(ConsentAt is not null, "story.not-consented", "", "Er is nog geen toestemming voor deze tekst.");
        RuleBroken.Unless(AuthorId != byId, "story.own", "", "U hebt dit verhaal zelf geschreven. Een ander moet het vrijgeven.");
        RuleBroken.Unless(traces.Count == 0, "story.traces", "",
            $"Dit verhaal kan nog niet worden vrijgegeven. Er staat nog in: {string.Join(", ", traces.Select(t => t.InWords))}. Laat de schrijver de tekst aanpassen.");
        ReleasedById = byId;
        ReleasedAt = nowUtc;
        Raise(new DomainEvent("story.released"));
    }

    public void Withdraw(Guid byId, DateTime nowUtc)
    {
        RefuseWithdrawn();
        ReleasedById = null;
        ReleasedAt = null;
        WithdrawnById = byId;
        WithdrawnAt = nowUtc;
        Raise(new DomainEvent("story.withdrawn"));
    }

    private StoryDraft Draft => new(Year, Title, Text, LinkKind, LinkTo);

    private void Set(StoryDraft draft, DateTime nowUtc)
    {
        var d = draft.Trimmed();
        RuleBroken.Unless(StoryLinks.Kinds.Has(d.LinkKind), "story.link-kind", "LinkKind", "Kies waar het verhaal bij hoort.");
        RuleBroken.Unless(d.LinkKind != StoryLinks.Leefgebied || Leefgebieden.Pga2024.Has(d.LinkTo) || Leefgebieden.Rio2024.Has(d.LinkTo),
            "story.link", "LinkTo", "Kies een leefgebied uit de lijst.");
        RuleBroken.Unless(d.LinkTo.Length > 0, "story.link", "LinkTo", "Kies of schrijf waar het verhaal bij hoort.");
        (Year, Title, Text, LinkKind, LinkTo) = (d.Year, d.Title, d.Text, d.LinkKind, d.LinkTo);
        WrittenAt = nowUtc;
    }

    private void ForgetConsent()
    {
        ConsentHow = null;
        ConsentOn = null;
        ConsentById = null;
        ConsentAt = null;
        ReleasedById = null;
        ReleasedAt = null;
    }

    private void RefuseWithdrawn() =>
        RuleBroken.Unless(WithdrawnAt is null, "story.is-withdrawn", "", "Dit verhaal is teruggetrokken. Schrijf een nieuw verhaal als dat nodig is.");
}

/// <summary>What a writer fills in.</summary>
public sealed record StoryDraft(int Year, string Title, string Text, string LinkKind, string LinkTo)
{
    /// <summary>As it is stored. A browser sends line breaks as two characters; that is no change of the text.</summary>
    internal StoryDraft Trimmed() => this with
    {
        Title = Title.Trim(),
        Text = Text.ReplaceLineEndings("\n").Trim(),
        LinkTo = LinkTo.Trim(),
    };
}

/// <summary>
/// The traject a story came from. Only the access rule and the check at release read it: no view of a story says it, and
/// when the dossier is destroyed it goes, while a story in a confirmed edition stays.
/// </summary>
public sealed class StorySource
{
    public StorySource(Guid storyId, Guid trajectId)
    {
        StoryId = storyId;
        TrajectId = trajectId;
    }

    private StorySource()
    {
    }

    public Guid StoryId { get; private set; }

    public Guid TrajectId { get; private set; }
}

/// <summary>Where a story is on its road; derived from its facts.</summary>
public static class StoryStates
{
    public const string Concept = "concept";
    public const string Anonymised = "anonymised";
    public const string Consented = "consented";
    public const string Released = "released";
    public const string Withdrawn = "withdrawn";

    public static readonly CodeList List = new(
        (Concept, "Concept"), (Anonymised, "Geanonimiseerd"), (Consented, "Toestemming"), (Released, "Vrijgegeven"), (Withdrawn, "Teruggetrokken"));

    public static string Of(bool anonymised, bool consented, bool released, bool withdrawn) =>
        withdrawn ? Withdrawn : released ? Released : consented ? Consented : anonymised ? Anonymised : Concept;
}

/// <summary>How somebody said yes.</summary>
public static class StoryConsent
{
    public static readonly CodeList Ways = new(("spoken", "Mondeling"), ("written", "Schriftelijk"));
}

/// <summary>What a story belongs to. A goal is words until plans have goals of their own.</summary>
public static class StoryLinks
{
    public const int MaxTo = 150;
    public const string Leefgebied = "leefgebied";
    public const string Intervention = "intervention";
    public const string Goal = "goal";

    public static readonly CodeList Kinds = new((Leefgebied, "Leefgebied"), (Intervention, "Interventie"), (Goal, "Doel"));

    /// <summary>For people: <c>Leefgebied Huisvesting</c>.</summary>
    /// <param name="interventions">Names by code.</param>
    public static string About(string kind, string to, IReadOnlyDictionary<string, string> interventions) => kind switch
    {
        Leefgebied => $"Leefgebied {Leefgebieden.Label(to)}",
        Intervention => $"Interventie {interventions.GetValueOrDefault(to, to)}",
        _ => $"Doel: {to}",
    };
}
