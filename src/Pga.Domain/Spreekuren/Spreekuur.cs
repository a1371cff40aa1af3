using Pga.Domain.Common;

namespace Pga.Domain.Spreekuren;

public static class SpreekuurCodes
{
    public const string Attended = "attended";
    public const string Late = "late";
    public const string NoShow = "no-show";

    public static readonly CodeList Attendance = new((Attended, "Aanwezig"), (Late, "Te laat"), (NoShow, "Niet verschenen"));

    public static readonly CodeList NoShowCauses = new(
        ("own-choice", "Eigen keuze"), ("logistics", "Logistiek van de inrichting"), ("transfer", "Overgeplaatst"), ("other", "Anders"));
}

/// <summary>Spreekuur: one session of one RIO in one institution, with its visits.</summary>
public sealed class Spreekuur : Aggregate
{
    /// <summary>More visitors than this on one sheet is a typing error.</summary>
    public const int MaxNameless = 50;

    private readonly List<SpreekuurVisit> _visits = [];

    public Spreekuur(Guid id, Guid institutionId, DateTime heldAt, Guid rioId, string? importKey = null)
    {
        Id = id;
        InstitutionId = institutionId;
        RioId = rioId;
        ImportKey = importKey;
        HeldAt = heldAt;
        HeldOn = Calendar.DateIn(heldAt);
        Raise(new DomainEvent("spreekuur.opened"));
    }

    private Spreekuur()
    {
    }

    public string? ImportKey { get; private set; }

    public Guid InstitutionId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime HeldAt { get; private set; }

    /// <summary>The Amsterdam date of <see cref="HeldAt"/>.</summary>
    public DateOnly HeldOn { get; private set; }

    public Guid RioId { get; private set; }

    public IReadOnlyList<SpreekuurVisit> Visits => _visits;

    /// <summary>
    /// Records how a client's visit went. Saying the same again changes nothing; saying something else supersedes.
    /// </summary>
    public void Record(Guid visitId, Guid clientId, string attendance, string? cause, string? note, DateTime nowUtc)
    {
        RuleBroken.Unless(SpreekuurCodes.Attendance.Has(attendance), "spreekuur.attendance", $"Visits[{clientId}].Attendance", "Kies of de persoon er was.");
        RuleBroken.Unless(attendance != SpreekuurCodes.NoShow || SpreekuurCodes.NoShowCauses.Has(cause), "spreekuur.cause",
            $"Visits[{clientId}].Cause", "Kies waarom de persoon niet verscheen.");
        RuleBroken.Unless(HeldAt <= nowUtc, "spreekuur.in-future", "", "Dit spreekuur is nog niet geweest. U kunt nog geen aanwezigheid vastleggen.");
        cause = attendance == SpreekuurCodes.NoShow ? cause : null;
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        var current = _visits.SingleOrDefault(v => v.ClientId == clientId && v.SupersededById is null);
        if (current is not null && current.Attendance == attendance && current.NoShowCause == cause && current.Note == note)
            return;
        var visit = new SpreekuurVisit(visitId, Id, clientId, attendance, cause, note, Next());
        current?.SupersedeBy(visit.Id);
        _visits.Add(visit);
        Raise(new DomainEvent(current is null ? "spreekuur.visit-recorded" : "spreekuur.visit-corrected"));
    }

    /// <summary>Takes back a visit that was recorded with the wrong person. It stays in the history and counts nowhere.</summary>
    public void Withdraw(Guid clientId)
    {
        var current = _visits.SingleOrDefault(v => v.ClientId == clientId && v.SupersededById is null);
        if (current is null)
            return;
        current.SupersedeBy(current.Id);
        Raise(new DomainEvent("spreekuur.visit-withdrawn"));
    }

    /// <summary>Sets how many visitors without a dossier were spoken to. They leave no name behind.</summary>
    public void CountNameless(int count, DateTime nowUtc)
    {
        RuleBroken.Unless(count is >= 0 and <= MaxNameless, "spreekuur.nameless", "Nameless", $"Vul een aantal in van 0 tot en met {MaxNameless}.");
        RuleBroken.Unless(count == 0 || HeldAt <= nowUtc, "spreekuur.in-future", "", "Dit spreekuur is nog niet geweest. U kunt nog geen aanwezigheid vastleggen.");
        var current = _visits.Where(v => v.ClientId is null && v.SupersededById is null).OrderBy(v => v.Sequence).ToList();
        foreach (var visit in current.Skip(count))
            visit.SupersedeBy(visit.Id);
        for (var i = current.Count; i < count; i++)
            _visits.Add(new SpreekuurVisit(Guid.CreateVersion7(), Id, null, SpreekuurCodes.Attended, null, null, Next()));
        if (current.Count != count)
            Raise(new DomainEvent("spreekuur.nameless-counted"));
    }

    /// <summary>For the import: a row as it stands, without the rules for new ones.</summary>
    public static SpreekuurVisit VisitFromImport(Guid id, Guid spreekuurId, Guid? clientId, string attendance, int sequence) =>
        new(id, spreekuurId, clientId, attendance, null, null, sequence);

    /// <summary>For the import: where, when and by whom it was held, as the folder has it.</summary>
    public void ChangeFromImport(Guid institutionId, DateTime heldAt, Guid rioId)
    {
        InstitutionId = institutionId;
        HeldAt = heldAt;
        HeldOn = Calendar.DateIn(heldAt);
        RioId = rioId;
    }

    private int Next() => _visits.Count == 0 ? 1 : _visits.Max(v => v.Sequence) + 1;
}

/// <summary>Gesprek: one person at a spreekuur. Without a client it is a visitor who has no dossier.</summary>
public sealed class SpreekuurVisit : Entity
{
    public const int MaxNote = 140;

    internal SpreekuurVisit(Guid id, Guid spreekuurId, Guid? clientId, string attendance, string? cause, string? note, int sequence)
    {
        Id = id;
        SpreekuurId = spreekuurId;
        ClientId = clientId;
        Attendance = attendance;
        NoShowCause = cause;
        Note = note;
        Sequence = sequence;
    }

    private SpreekuurVisit() => Attendance = null!;

    public Guid SpreekuurId { get; private set; }

    public Guid? ClientId { get; private set; }

    public string Attendance { get; private set; }

    public string? NoShowCause { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Number within the spreekuur, from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>What replaced it; its own id when it was withdrawn.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>For the import: replaces this visit, in its place, by one with the attendance that the folder has.</summary>
    public SpreekuurVisit CorrectFromImport(Guid id, string attendance)
    {
        SupersededById = id;
        return new SpreekuurVisit(id, SpreekuurId, ClientId, attendance, null, Note, Sequence);
    }

    internal void SupersedeBy(Guid id) => SupersededById = id;
}
