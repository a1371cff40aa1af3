using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>
/// The receiver takes the cases over: the giver's assignments end the day before the receiver's begin. A case that ended or
/// went to somebody else meanwhile stays where it is. Answers the id of the transfer.
/// </summary>
/// <param name="LeadId">For a transfer to a team: who gets casusregie, or becomes the RIO.</param>
/// <param name="ProcessId">For a transfer to a team: who gets procesregie.</param>
[Requires(Permission.TransferCases)]
public sealed record AcceptTransfer(Guid CommandId, Guid TransferId, Guid? LeadId = null, Guid? ProcessId = null) : ICommand;

[SeesAll("the receiver takes over cases that they can't see yet")]
internal sealed class AcceptTransferHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<AcceptTransfer, Guid>
{
    public async Task<Guid> Handle(AcceptTransfer c, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var today = clock.Today();
        var transfer = await TransferAccess.ToAnswer(db, actor, c.TransferId, ct);
        var ids = transfer.Cases.Select(x => x.TrajectId).ToList();
        var trajects = await db.Trajects.IgnoreQueryFilters().Include(t => t.Assignments).Where(t => EF.Parameter(ids).Contains(t.Id)).ToListAsync(ct);
        var still = trajects.Where(t => !t.IsEnded && CaseSelections.HolderOf(t, transfer.Role, today) == transfer.FromStaffId && (t.Team == transfer.Team || transfer.ToTeam is null)).ToList();
        // Who only gets to see names after accepting isn't told whose it is now either.
        if (still.Count == 0)
            throw new Conflict(transfer.Version, [new("TransferId", "Deze overdracht", trajects.TrueForAll(t => t.IsEnded) ? "afgesloten" : "intussen aan iemand anders toegewezen", "aannemen")]);
        if (transfer.ToTeam is { } team)
            await Move(still, transfer, team, c, today, ct);
        else
            await Give(still, transfer, today, ct);
        transfer.Accept(still.Select(t => t.Id).ToHashSet(), actor.StaffId!.Value, clock.UtcNow());
        return transfer.Id;
    }

    private async Task Give(List<Traject> trajects, Transfer transfer, DateOnly today, CancellationToken ct)
    {
        RuleBroken.Unless(actor.Team == transfer.Team, "transfer.other-team", "", "U werkt niet meer in dit team. U kunt de overdracht niet aannemen.");
        RuleBroken.Unless(trajects.TrueForAll(t => AssignmentRoles.Fits(transfer.Role, t.Programme, actor.Roles)), "assignment.role", "", "Deze rol past niet bij uw werk.");
        foreach (var traject in trajects)
        {
            traject.PutOn(Guid.CreateVersion7(), actor.StaffId!.Value, transfer.Role, transfer.StartsOn > today ? transfer.StartsOn : today, today);
            await Replacements.Cover(db, traject, actor.StaffId!.Value, today, ct);
        }
    }

    private async Task Move(List<Traject> trajects, Transfer transfer, string team, AcceptTransfer c, DateOnly today, CancellationToken ct)
    {
        RuleBroken.Unless(transfer.StartsOn <= today, "transfer.too-early", "", "Deze overdracht gaat later in. Neem hem op die dag aan.");
        RuleBroken.Unless(c.LeadId is not null, "transfer.lead", "LeadId", transfer.Role == AssignmentRoles.Rio ? "Kies een RIO." : "Kies wie de casusregie krijgt.");
        var lead = await Colleagues.Active(db, actor, c.LeadId, "LeadId", ct);
        Check(lead, transfer.Role, "LeadId");
        var process = c.ProcessId is null ? null : await Colleagues.Active(db, actor, c.ProcessId, "ProcessId", ct);
        if (process is not null)
            Check(process, AssignmentRoles.Process, "ProcessId");
        foreach (var traject in trajects)
        {
            traject.MoveTo(team, today);
            await Put(traject, lead, transfer.Role);
            if (process is not null)
                await Put(traject, process, AssignmentRoles.Process);
        }

        void Check(StaffMember staff, string role, string field) =>
            RuleBroken.Unless(trajects.TrueForAll(t => AssignmentRoles.Fits(role, t.Programme, staff.Roles)), "assignment.role", field,
                "Deze rol past niet bij het werk van deze collega. Kies een ander.");

        Task Put(Traject traject, StaffMember staff, string role)
        {
            traject.PutOn(Guid.CreateVersion7(), staff.Id, role, today, today);
            return Replacements.Cover(db, traject, staff.Id, today, ct);
        }
    }
}

internal static class TransferAccess
{
    /// <summary>A transfer to which the actor is asked to answer.</summary>
    public static async Task<Transfer> ToAnswer(PgaDbContext db, Actor actor, Guid id, CancellationToken ct)
    {
        var transfer = await db.Transfers.SingleOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotFound();
        if (!IsReceiver(actor, transfer.ToStaffId, transfer.ToTeam))
            throw new Forbidden("Alleen de ontvanger kan op deze overdracht antwoorden.");
        RuleBroken.Unless(transfer.ClosedAt is null, "transfer.closed", "", "Op deze overdracht is al geantwoord.");
        return transfer;
    }

    public static bool IsReceiver(Actor actor, Guid? toStaffId, string? toTeam) =>
        (toStaffId is not null && toStaffId == actor.StaffId)
        || (toTeam is not null && toTeam == actor.Team && actor.Can(Permission.AssignWorkers));

    public static bool MayWithdraw(Actor actor, Guid proposedById, string team) =>
        proposedById == actor.StaffId || (team == actor.Team && actor.Can(Permission.AssignWorkers));
}
