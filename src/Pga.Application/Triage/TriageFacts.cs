using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.DataSharings;
using Pga.Domain.Trajects;

namespace Pga.Application.Triage;

/// <summary>The facts from which the state of a traject before and beside its running follows. One place, so that every list says the same.</summary>
internal static class TriageFacts
{
    /// <summary>Organisation that a traject is scaled up to.</summary>
    public const string Zvh = "Zorg- en Veiligheidshuis (ZVH)";

    public static IQueryable<TriageDecision> CurrentDecisions(this PgaDbContext db) => db.TriageDecisions.Where(d => d.SupersededById == null);

    /// <summary>Scale-ups that go on, their last day included.</summary>
    public static IQueryable<DataSharing> ScaleUps(this PgaDbContext db, DateOnly today) =>
        db.DataSharings.Where(s => s.Kind == SharingKinds.ScaleUp && s.SharedOn <= today && (s.Until == null || s.Until >= today));

    /// <summary>Trajects that run or still may: not ended, and not settled by the triage otherwise than by accepting.</summary>
    public static IQueryable<Traject> Alive(this PgaDbContext db)
    {
        var refused = db.CurrentDecisions().Where(d => d.Outcome != TriageOutcomes.Accepted);
        return db.Trajects.Where(t => t.OutflowConfirmedAt == null && (t.StartedOn != null || !refused.Any(d => d.TrajectId == t.Id)));
    }
}
