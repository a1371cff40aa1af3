using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>
/// Gives a colleague a role on a traject. Whoever has procesregie, casusregie or is the RIO stops the day before. Answers
/// the id of the assignment.
/// </summary>
/// <param name="BaseVersion">Of the traject, so that two people who divide work don't undo each other.</param>
/// <param name="Role">One of <see cref="AssignmentRoles.Given"/>.</param>
[Requires(Permission.AssignWorkers)]
public sealed record AssignWorker(Guid CommandId, Guid TrajectId, Guid BaseVersion, string Role, Guid? StaffId, DateOnly? From) : ICommand, IAboutTraject;

internal sealed class AssignWorkerValidator : AbstractValidator<AssignWorker>
{
    public AssignWorkerValidator(TimeProvider clock)
    {
        RuleFor(c => c.Role).Must(AssignmentRoles.Given.Has).WithMessage("Kies een rol.");
        RuleFor(c => c.StaffId).NotNull().WithMessage("Kies een collega.");
        RuleFor(c => c.From).NotNull().WithMessage("Vul de eerste dag in.");
        RuleFor(c => c.From).Must(f => f is null || f <= clock.Today().AddYears(1)).WithMessage("De eerste dag ligt meer dan een jaar vooruit. Controleer het jaar.");
    }
}

internal sealed class AssignWorkerHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AssignWorker, Guid>
{
    public async Task<Guid> Handle(AssignWorker c, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        if (traject.Version != c.BaseVersion)
            throw await TeamConflicts.OverRole(db, traject, c.Role, c.StaffId, today, cancellationToken);
        var staff = await Colleagues.Active(db, actor, c.StaffId, "StaffId", cancellationToken);
        RuleBroken.Unless(AssignmentRoles.Fits(c.Role, traject.Programme, staff.Roles), "assignment.role", "StaffId",
            "Deze rol past niet bij het werk van deze collega. Kies een ander.");
        traject.PutOn(c.CommandId, staff.Id, c.Role, c.From!.Value, today);
        await Replacements.Cover(db, traject, staff.Id, today, cancellationToken);
        return c.CommandId;
    }
}

/// <summary>What two people who changed the same team at once get to see.</summary>
internal static class TeamConflicts
{
    public static async Task<Conflict> OverRole(PgaDbContext db, Traject now, string role, Guid? yours, DateOnly today, CancellationToken ct)
    {
        var names = await Names(db, [.. now.Assignments.Select(a => (Guid?)a.StaffId), yours], ct);
        return new Conflict(now.Version, [new("StaffId", AssignmentRoles.List.Label(role), Holders(now, role, names, today), Name(names, yours))]);
    }

    public static async Task<Conflict> OverEnd(PgaDbContext db, Traject now, Assignment assignment, DateOnly? yours, DateOnly today, CancellationToken ct)
    {
        var names = await Names(db, [.. now.Assignments.Select(a => (Guid?)a.StaffId)], ct);
        return new Conflict(now.Version,
        [
            new("StaffId", AssignmentRoles.List.Label(assignment.Role), Holders(now, assignment.Role, names, today), Name(names, assignment.StaffId)),
            new("Until", "Laatste dag", assignment.Until is { } until ? Text(until) : "loopt door", yours is { } day ? Text(day) : "stopt meteen"),
        ]);
    }

    public static Task<Dictionary<Guid, string>> Names(PgaDbContext db, IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var known = ids.OfType<Guid>().Distinct().ToList();
        return db.Staff.Where(s => EF.Parameter(known).Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }

    public static string? Holders(Traject now, string role, Dictionary<Guid, string> names, DateOnly today)
    {
        var holders = now.Assignments.Where(a => a.Role == role && !a.IsVoid && (a.Until is null || a.Until >= today)).OrderBy(a => a.From).ThenBy(a => a.Id)
            .Select(a => $"{names.GetValueOrDefault(a.StaffId)} vanaf {Text(a.From)}{(a.Until is { } until ? $" tot en met {Text(until)}" : "")}");
        var text = string.Join(", ", holders);
        return text.Length == 0 ? null : text;
    }

    public static string Text(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string? Name(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
