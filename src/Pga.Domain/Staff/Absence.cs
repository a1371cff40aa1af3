using Pga.Domain.Common;

namespace Pga.Domain.Staff;

/// <summary>
/// Somebody is away for some time, and who takes their place. Why they are away isn't recorded. Access of the replacement
/// comes from assignments alone, with this absence as their reason.
/// </summary>
public sealed class Absence : Aggregate
{
    public const int MaxDays = 366;

    public Absence(Guid id, Guid staffId, DateOnly from, DateOnly until, Guid? replacementId, Guid madeById, DateOnly today)
    {
        Id = id;
        StaffId = staffId;
        From = from;
        MadeById = madeById;
        Set(until, replacementId, today);
        Raise(new DomainEvent("absence.made"));
    }

    private Absence()
    {
    }

    public Guid StaffId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day; the day before <see cref="From"/> when it was withdrawn before it began.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Who takes over what isn't given to somebody else; null when nobody does by itself.</summary>
    public Guid? ReplacementId { get; private set; }

    public Guid MadeById { get; private set; }

    public bool IsOver(DateOnly today) => Until < today || Until < From;

    public void Change(DateOnly until, Guid? replacementId, DateOnly today)
    {
        RuleBroken.Unless(!IsOver(today), "absence.over", "", "Deze afwezigheid is al voorbij.");
        Set(until, replacementId, today);
        Raise(new DomainEvent("absence.changed"));
    }

    /// <summary>Back again, or not away after all: from now on nobody takes their place.</summary>
    public void End(DateOnly today)
    {
        RuleBroken.Unless(!IsOver(today), "absence.over", "", "Deze afwezigheid is al voorbij.");
        Until = (From > today ? From : today).AddDays(-1);
        Raise(new DomainEvent("absence.ended"));
    }

    private void Set(DateOnly until, Guid? replacementId, DateOnly today)
    {
        RuleBroken.Unless(until >= From, "absence.until-before-from", "Until", "De laatste dag ligt vóór de eerste dag. Kies een latere dag.");
        RuleBroken.Unless(until >= today, "absence.past", "Until", "De laatste dag ligt in het verleden. Kies vandaag of later.");
        RuleBroken.Unless(until.DayNumber - From.DayNumber < MaxDays, "absence.too-long", "Until", "Een afwezigheid duurt hoogstens een jaar. Draag de trajecten over als het langer wordt.");
        RuleBroken.Unless(replacementId != StaffId, "absence.own-replacement", "ReplacementId", "Kies een andere collega: iemand kan zichzelf niet vervangen.");
        Until = until;
        ReplacementId = replacementId;
    }
}
