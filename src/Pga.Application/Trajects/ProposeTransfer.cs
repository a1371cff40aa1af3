using FluentValidation;
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
/// Asks a colleague, several, or another team to take over cases. By a coordinator, or by a worker for their own cases to a
/// colleague. Nothing changes until it is accepted. Answers the id of the (first) transfer.
/// </summary>
/// <param name="ToTeam">Another team, by a coordinator; then no colleagues.</param>
/// <param name="Note">What the receiver must know. It may hold anything, so it is shown on the transfer itself and nowhere else.</param>
[Requires(Permission.TransferCases)]
public sealed record ProposeTransfer(
    Guid CommandId,
    string Role,
    Guid? FromStaffId,
    IReadOnlyList<Guid>? TrajectIds,
    bool All,
    IReadOnlyList<Guid>? ToStaffIds,
    string? ToTeam,
    DateOnly? StartsOn,
    string? Note) : ICommand, ICaseSelection;

internal sealed class ProposeTransferValidator : CaseSelectionRules<ProposeTransfer>
{
    public ProposeTransferValidator(TimeProvider clock)
    {
        RuleFor(c => c.ToStaffIds).Must((c, to) => to is { Count: > 0 } != !string.IsNullOrWhiteSpace(c.ToTeam))
            .WithErrorCode("transfer.receiver").WithMessage("Kies wie de trajecten krijgt: collega’s of een ander team.");
        RuleFor(c => c.StartsOn).Must(d => d is not null && d >= clock.Today()).WithErrorCode("transfer.starts-on").WithMessage("Kies vandaag of een latere dag.");
        RuleFor(c => c.StartsOn).Must(d => d is null || d <= clock.Today().AddYears(1)).WithMessage("De eerste dag ligt meer dan een jaar vooruit. Controleer het jaar.");
        RuleFor(c => c.Note).Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("transfer.note").WithMessage("Schrijf op wat de ontvanger moet weten.");
        RuleFor(c => c.Note).MaximumLength(Transfer.MaxNote).WithMessage("De notitie is te lang. Gebruik hoogstens 4.000 tekens.");
    }
}

internal sealed class ProposeTransferHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ProposeTransfer, Guid>
{
    public async Task<Guid> Handle(ProposeTransfer c, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var today = clock.Today();
        var team = actor.Team ?? throw new RuleBroken("transfer.no-team", "ToStaffIds", "U hoort niet bij een team. Vraag een coördinator om de overdracht te regelen.");
        var trajects = await CaseSelections.Load(db, actor, c, today, ct);
        CaseSelections.CheckProgrammes(trajects, c.Role);
        await CaseSelections.CheckHolders(db, trajects, c, today, ct);
        var ids = trajects.Select(t => t.Id).ToList();
        RuleBroken.Unless(
            !await db.Transfers.AnyAsync(t => t.ClosedAt == null && (t.Role == c.Role || t.ToTeam != null) && t.Cases.Any(x => EF.Parameter(ids).Contains(x.TrajectId)), ct),
            "transfer.pending", "TrajectIds", "Voor een of meer van deze trajecten wacht al een overdracht op antwoord. Trek die eerst in.");

        if (!string.IsNullOrWhiteSpace(c.ToTeam))
        {
            c = c with { ToTeam = (await TeamNames.WithStaff(db, ct)).SpellingOf(c.ToTeam) };
            await CheckTeam(c, team, ct);
            return Add(c.CommandId, c, team, null, ids);
        }

        var receivers = await CaseSelections.Receivers(db, actor, c, trajects, ct);
        for (var i = 0; i < Math.Min(receivers.Count, ids.Count); i++)
            Add(i == 0 ? c.CommandId : Guid.CreateVersion7(), c, team, receivers[i].Id, [.. ids.Where((_, n) => n % receivers.Count == i)]);
        return c.CommandId;
    }

    private Guid Add(Guid id, ProposeTransfer c, string team, Guid? to, IReadOnlyList<Guid> trajectIds)
    {
        var proposal = new TransferProposal(c.FromStaffId, to, to is null ? c.ToTeam : null, team, c.Role, trajectIds, c.StartsOn!.Value, c.Note!);
        db.Transfers.Add(new Transfer(id, proposal, actor.StaffId!.Value, clock.UtcNow()));
        return id;
    }

    private async Task CheckTeam(ProposeTransfer c, string own, CancellationToken ct)
    {
        RuleBroken.Unless(actor.Can(Permission.AssignWorkers), "transfer.own-team", "ToTeam", "Alleen een coördinator draagt over aan een ander team.");
        RuleBroken.Unless(AssignmentRoles.Leads(c.Role), "transfer.team-role", "Role", "Naar een ander team gaat het hele traject. Kies casusregie of RIO.");
        RuleBroken.Unless(c.ToTeam != own, "transfer.same-team", "ToTeam", "Kies een ander team dan uw eigen team.");
        var coordinators = await db.Staff.Where(s => s.Active && s.Team == c.ToTeam).ToListAsync(ct);
        RuleBroken.Unless(coordinators.Exists(s => s.Roles.Contains(StaffRoles.Coordinator)), "transfer.no-coordinator", "ToTeam",
            "Dit team heeft geen coördinator die de overdracht kan aannemen.");
    }
}
