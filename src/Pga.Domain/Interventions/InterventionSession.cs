using Pga.Domain.Common;

namespace Pga.Domain.Interventions;

public static class AttendanceCodes
{
    public const string Attended = "attended";
    public const string Late = "late";
    public const string Excused = "excused";
    public const string NoShow = "no-show";

    public static readonly CodeList List = new((Attended, "Aanwezig"), (Late, "Te laat"), (Excused, "Afgemeld"), (NoShow, "Niet verschenen"));

    public static bool WasThere(string? attendance) => attendance is Attended or Late;
}

/// <summary>Groep: a group of an intervention that has places per group.</summary>
public sealed class InterventionGroup : Aggregate
{
    public const int MaxName = 80;

    /// <param name="partnerId">The partner that gives it; null for the team itself.</param>
    public InterventionGroup(Guid id, Guid interventionId, Guid? partnerId, string name, DateOnly? until)
    {
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(name), "group.name", "Name", "Geef de groep een naam, bijvoorbeeld ‘Maandagavond’.");
        Id = id;
        InterventionId = interventionId;
        PartnerId = partnerId;
        Name = name.Trim();
        Until = until;
        Raise(new DomainEvent("group.made"));
    }

    private InterventionGroup() => Name = null!;

    public Guid InterventionId { get; private set; }

    public Guid? PartnerId { get; private set; }

    public string Name { get; private set; }

    /// <summary>Last day, when that is known.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Nobody is referred to it after this day.</summary>
    public void EndOn(DateOnly? until)
    {
        Until = until;
        Raise(new DomainEvent("group.changed"));
    }
}

/// <summary>Bijeenkomst: one session of an intervention, with one participant or a roster of many.</summary>
public sealed class InterventionSession : Aggregate
{
    /// <summary>More participants than this don't fit in one session.</summary>
    public const int MaxRoster = 40;

    private readonly List<Attendance> _roster = [];

    /// <param name="partnerId">The partner that holds it; null for the team itself.</param>
    /// <param name="newId">For data that has to come out the same again.</param>
    public InterventionSession(
        Guid id, Guid interventionId, Guid? partnerId, DateTime startsAt, IReadOnlyCollection<Participation> participants, Guid byId, Func<Guid>? newId = null)
    {
        Id = id;
        InterventionId = interventionId;
        PartnerId = partnerId;
        MadeById = byId;
        MoveTo(startsAt);
        Invite(participants, newId);
        Raise(new DomainEvent("session.planned"));
    }

    private InterventionSession()
    {
    }

    public Guid InterventionId { get; private set; }

    public Guid? PartnerId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>The Amsterdam date of <see cref="StartsAt"/>.</summary>
    public DateOnly On { get; private set; }

    public Guid MadeById { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    /// <summary>Earlier versions included.</summary>
    public IReadOnlyList<Attendance> Roster => _roster;

    private IEnumerable<Attendance> Current => _roster.Where(a => a.SupersededById is null);

    /// <summary>Another time, as long as nobody's attendance is known.</summary>
    public void Change(DateTime startsAt, IReadOnlyCollection<Participation> participants)
    {
        CheckNotCancelled();
        RuleBroken.Unless(StartsAt == startsAt || Current.All(a => a.Code is null), "session.recorded", "Date",
            "Er is al aanwezigheid vastgelegd. De dag en de tijd staan daarom vast.");
        MoveTo(startsAt);
        Invite(participants);
        Raise(new DomainEvent("session.changed"));
    }

    /// <summary>Records whether somebody was there. Saying the same again changes nothing; saying something else supersedes.</summary>
    /// <param name="field">Name of the request's field, for the error.</param>
    public void Record(Guid participationId, string? code, string? note, Guid byId, DateTime nowUtc, string field)
    {
        CheckNotCancelled();
        var current = Current.SingleOrDefault(a => a.ParticipationId == participationId);
        RuleBroken.Unless(current is not null, "session.not-on-roster", field, "Deze deelnemer staat niet op de lijst van deze bijeenkomst.");
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (current!.Code == code && current.Note == note)
            return;
        RuleBroken.Unless(StartsAt <= nowUtc, "session.in-future", "", "Deze bijeenkomst is nog niet geweest. U kunt nog geen aanwezigheid vastleggen.");
        RuleBroken.Unless(AttendanceCodes.List.Has(code), "session.attendance", field,
            current.Code is null ? "U hebt een notitie geschreven. Kies of de deelnemer er was." : "Kies of de deelnemer er was.");
        if (current.Code is null)
        {
            current.Fill(code!, note, byId, nowUtc);
        }
        else
        {
            var next = new Attendance(Guid.CreateVersion7(), Id, current.ParticipationId, current.TrajectId);
            next.Fill(code!, note, byId, nowUtc);
            current.SupersedeBy(next.Id);
            _roster.Add(next);
        }

        Raise(new DomainEvent("session.attendance-recorded"));
    }

    /// <summary>Takes somebody off the roster of a session that they won't come to any more.</summary>
    public void Remove(Guid participationId)
    {
        if (Current.SingleOrDefault(a => a.ParticipationId == participationId && a.Code is null) is not { } current)
            return;
        current.SupersedeBy(current.Id);
        Raise(new DomainEvent("session.changed"));
    }

    public void Cancel(DateTime nowUtc)
    {
        CheckNotCancelled();
        RuleBroken.Unless(Current.All(a => a.Code is null), "session.recorded", "", "Er is al aanwezigheid vastgelegd. U kunt deze bijeenkomst niet meer afzeggen.");
        CancelledAt = nowUtc;
        Raise(new DomainEvent("session.cancelled"));
    }

    private void MoveTo(DateTime startsAt)
    {
        StartsAt = startsAt;
        On = Calendar.DateIn(startsAt);
    }

    /// <summary>Who was recorded stays.</summary>
    private void Invite(IReadOnlyCollection<Participation> participants, Func<Guid>? newId = null)
    {
        RuleBroken.Unless(participants.Count > 0, "session.empty", "Participants", "Kies minstens één deelnemer.");
        RuleBroken.Unless(participants.Count <= MaxRoster, "session.too-many", "Participants", $"Kies hoogstens {MaxRoster} deelnemers.");
        RuleBroken.Unless(participants.All(p => p.InterventionId == InterventionId), "session.other-intervention", "Participants", "Kies alleen deelnemers van deze interventie.");
        var ids = participants.Select(p => p.Id).ToHashSet();
        foreach (var gone in Current.Where(a => !ids.Contains(a.ParticipationId)).ToList())
        {
            RuleBroken.Unless(gone.Code is null, "session.recorded", "Participants", "Van een deelnemer die u weghaalt is al aanwezigheid vastgelegd. Laat die deelnemer staan.");
            gone.SupersedeBy(gone.Id);
        }

        foreach (var participant in participants.Where(p => Current.All(a => a.ParticipationId != p.Id)))
            _roster.Add(new Attendance((newId ?? Guid.CreateVersion7)(), Id, participant.Id, participant.TrajectId));
    }

    private void CheckNotCancelled() => RuleBroken.Unless(CancelledAt is null, "session.cancelled", "", "Deze bijeenkomst is afgezegd.");
}

/// <summary>Aanwezigheid: one participant on the roster of one session.</summary>
public sealed class Attendance : Entity
{
    public const int MaxNote = 140;

    internal Attendance(Guid id, Guid sessionId, Guid participationId, Guid trajectId)
    {
        Id = id;
        SessionId = sessionId;
        ParticipationId = participationId;
        TrajectId = trajectId;
    }

    private Attendance()
    {
    }

    public Guid SessionId { get; private set; }

    public Guid ParticipationId { get; private set; }

    public Guid TrajectId { get; private set; }

    /// <summary>One of <see cref="AttendanceCodes.List"/>; null until it is known.</summary>
    public string? Code { get; private set; }

    public string? Note { get; private set; }

    public Guid? RecordedById { get; private set; }

    public DateTime? RecordedAt { get; private set; }

    /// <summary>What replaced it; its own id when it was taken off the roster.</summary>
    public Guid? SupersededById { get; private set; }

    internal void Fill(string code, string? note, Guid byId, DateTime nowUtc)
    {
        Code = code;
        Note = note;
        RecordedById = byId;
        RecordedAt = nowUtc;
    }

    internal void SupersedeBy(Guid id) => SupersededById = id;
}
