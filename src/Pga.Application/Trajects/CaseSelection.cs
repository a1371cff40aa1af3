using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>Which cases change hands: some, or all of somebody's.</summary>
public interface ICaseSelection
{
    /// <summary>Procesregie, casusregie or RIO.</summary>
    string Role { get; }

    /// <summary>Who has that role now; null for cases in which nobody has.</summary>
    Guid? FromStaffId { get; }

    IReadOnlyList<Guid>? TrajectIds { get; }

    /// <summary>Everything of <see cref="FromStaffId"/> in this role, except what is restricted.</summary>
    bool All { get; }

    /// <summary>One, or several among whom the cases are spread in turn.</summary>
    IReadOnlyList<Guid>? ToStaffIds { get; }
}

internal abstract class CaseSelectionRules<T> : AbstractValidator<T>
    where T : ICaseSelection
{
    protected CaseSelectionRules()
    {
        RuleFor(c => c.Role).Must(AssignmentRoles.IsSingle).WithErrorCode("transfer.role").WithMessage("Kies procesregie, casusregie of RIO.");
        RuleFor(c => c.TrajectIds).NotEmpty().When(c => !c.All).WithErrorCode("transfer.no-cases").WithMessage("Kies minstens één traject.");
        RuleFor(c => c.TrajectIds).Must(ids => ids is null || ids.Distinct().Count() <= Transfer.MaxCases)
            .WithErrorCode("transfer.too-many").WithMessage($"Kies hoogstens {Transfer.MaxCases} trajecten tegelijk.");
        RuleFor(c => c.FromStaffId).NotNull().When(c => c.All).WithErrorCode("transfer.from").WithMessage("Kies van wie de trajecten zijn.");
    }
}

internal static class CaseSelections
{
    /// <summary>
    /// The chosen cases, by number, each checked: the actor may change it, it runs, and the role is still where the actor
    /// saw it. One that isn't the actor's to change isn't there.
    /// </summary>
    public static async Task<List<Traject>> Load(PgaDbContext db, Actor actor, ICaseSelection c, DateOnly today, CancellationToken ct)
    {
        if (c.FromStaffId is not null)
            await Colleagues.Any(db, actor, c.FromStaffId, "FromStaffId", ct);
        if (!actor.Can(Permission.AssignWorkers) && c.FromStaffId != actor.StaffId)
            throw new RuleBroken("transfer.own-only", "TrajectIds", "U kunt alleen trajecten overdragen die aan u zijn toegewezen.");
        var writable = db.Trajects.Where(AccessRule.MayWrite(db)).Where(t => t.OutflowConfirmedAt == null);
        var ids = c.TrajectIds?.Distinct().ToList() ?? [];
        var chosen = c.All
            ? writable.Where(t => !t.Restricted
                && t.Assignments.Any(a => a.StaffId == c.FromStaffId && a.Role == c.Role && a.From <= today && (a.Until == null || a.Until >= today)))
            : writable.Where(t => EF.Parameter(ids).Contains(t.Id));
        var trajects = await chosen.Include(t => t.Assignments).OrderBy(t => t.Number).ToListAsync(ct);
        if (!c.All && trajects.Count != ids.Count)
            throw new NotFound();
        RuleBroken.Unless(trajects.Count > 0, "transfer.no-cases", "TrajectIds", "Er zijn geen trajecten om over te dragen.");
        RuleBroken.Unless(trajects.Count <= Transfer.MaxCases, "transfer.too-many", "TrajectIds", $"Kies hoogstens {Transfer.MaxCases} trajecten tegelijk.");
        RuleBroken.Unless(trajects.Count == 1 || trajects.TrueForAll(t => !t.Restricted), "transfer.restricted", "TrajectIds",
            "Een afgeschermd traject gaat nooit mee met andere. Draag het apart over.");
        return trajects;
    }

    /// <summary>Somebody may have divided these cases meanwhile: then both see what they are about to do.</summary>
    public static async Task CheckHolders(PgaDbContext db, IReadOnlyList<Traject> trajects, ICaseSelection c, DateOnly today, CancellationToken ct)
    {
        var moved = trajects.Where(t => HolderOf(t, c.Role, today) != c.FromStaffId).ToList();
        if (moved.Count == 0)
            return;
        var names = await TeamConflicts.Names(db, [.. moved.SelectMany(t => t.Assignments.Select(a => (Guid?)a.StaffId)), c.FromStaffId], ct);
        throw new Conflict(Guid.Empty,
        [
            .. moved.Select(t => new ConflictingValue("TrajectIds", t.Number, TeamConflicts.Holders(t, c.Role, names, today),
                c.FromStaffId is { } from ? $"van {names.GetValueOrDefault(from)}" : "nog van niemand")),
        ]);
    }

    /// <summary>Colleagues who can do this work on all of these cases.</summary>
    public static async Task<List<StaffMember>> Receivers(PgaDbContext db, Actor actor, ICaseSelection c, IReadOnlyList<Traject> trajects, CancellationToken ct)
    {
        var receivers = new List<StaffMember>();
        foreach (var id in c.ToStaffIds!.Distinct())
        {
            var receiver = await Colleagues.Active(db, actor, id, "ToStaffIds", ct);
            RuleBroken.Unless(receiver.Id != c.FromStaffId, "transfer.same", "ToStaffIds", "Kies een ander dan wie de trajecten nu heeft.");
            RuleBroken.Unless(trajects.All(t => AssignmentRoles.Fits(c.Role, t.Programme, receiver.Roles)), "assignment.role", "ToStaffIds",
                "Deze rol past niet bij het werk van deze collega. Kies een ander.");
            receivers.Add(receiver);
        }

        return receivers;
    }

    public static void CheckProgrammes(IReadOnlyList<Traject> trajects, string role) =>
        RuleBroken.Unless(
            !AssignmentRoles.Leads(role) || trajects.All(t => AssignmentRoles.LeadOf(t.Programme) == role), "transfer.role", "Role",
            "Een RIO-traject heeft een RIO, de andere hebben casusregie. Kies de rol die bij de trajecten past.");

    public static Guid? HolderOf(Traject traject, string role, DateOnly today) =>
        traject.Assignments.Where(a => a.Role == role && a.RunsOn(today)).OrderBy(a => a.From).ThenBy(a => a.Id).Select(a => (Guid?)a.StaffId).LastOrDefault();
}
