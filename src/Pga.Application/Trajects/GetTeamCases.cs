using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>Cases to divide: those in which nobody has a role, or in which a worker has it.</summary>
/// <param name="Role">Procesregie, casusregie or RIO.</param>
/// <param name="Worker">A colleague, also one who has left; null for cases that have nobody.</param>
[Requires(Permission.TransferCases)]
public sealed record GetTeamCases(string Role, Guid? Worker = null, int Page = 1) : IQuery<TeamCaseList>;

/// <param name="Total">What may be chosen together: without the restricted ones.</param>
/// <param name="Restricted">Restricted trajects of this worker that the actor may change; each is handed over apart.</param>
public sealed record TeamCaseList(string? Worker, IReadOnlyList<TeamCase> Rows, int Total, int Restricted, int Page, int Pages) : IRevealsClients
{
    public const int PageSize = 25;

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Rows;
}

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="Pending">A transfer waits for an answer.</param>
public sealed record TeamCase(Guid ClientId, Guid TrajectId, string Name, string Number, string Programme, DateOnly ReferredOn, DateOnly? StartedOn, bool Pending) : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetTeamCasesValidator : AbstractValidator<GetTeamCases>
{
    public GetTeamCasesValidator() => RuleFor(q => q.Role).Must(AssignmentRoles.IsSingle).WithMessage("Kies procesregie, casusregie of RIO.");
}

internal sealed class GetTeamCasesHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<GetTeamCases, TeamCaseList>
{
    public async Task<TeamCaseList> Handle(GetTeamCases q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (q.Worker != actor.StaffId && !actor.Can(Permission.AssignWorkers))
            throw new Forbidden("U kunt alleen uw eigen trajecten overdragen.");
        var worker = q.Worker is null ? null : await Colleagues.Any(db, actor, q.Worker, "Worker", cancellationToken);
        var cases = (worker is null ? TeamCases.Without(db, actor.Team, q.Role, today) : TeamCases.Of(db, worker.Id, q.Role, today)).Where(AccessRule.MayWrite(db));
        var open = cases.Where(t => !t.Restricted);
        var total = await open.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + TeamCaseList.PageSize - 1) / TeamCaseList.PageSize);
        var page = Math.Clamp(q.Page, 1, pages);
        var found = await open
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new
            {
                t.Id,
                t.ClientId,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                c.Number,
                t.Programme,
                t.ReferredOn,
                t.StartedOn,
                Pending = db.Transfers.Any(x => x.ClosedAt == null && x.Cases.Any(its => its.TrajectId == t.Id)),
            })
            .OrderBy(t => t.FamilyName).ThenBy(t => t.GivenName).ThenBy(t => t.Number).ThenBy(t => t.ReferredOn).ThenBy(t => t.Id)
            .Skip((page - 1) * TeamCaseList.PageSize).Take(TeamCaseList.PageSize)
            .ToListAsync(cancellationToken);
        return new TeamCaseList(
            worker?.Name,
            [.. found.Select(t => new TeamCase(t.ClientId, t.Id, Client.NameOf(t.GivenName, t.Prefix, t.FamilyName), t.Number, t.Programme, t.ReferredOn, t.StartedOn, t.Pending))],
            total,
            await cases.CountAsync(t => t.Restricted, cancellationToken),
            page,
            pages);
    }
}

/// <summary>Which of the referred and running trajects that the actor sees have nobody, or somebody, in a role.</summary>
internal static class TeamCases
{
    public static IQueryable<Traject> Without(PgaDbContext db, string? team, string role, DateOnly today) => db.Trajects.Where(t =>
        t.Team == team && team != null && t.OutflowConfirmedAt == null
        // A rio traject has a RIO and nothing else; the others don't have one.
        && (t.Programme == Programmes.Rio) == (role == AssignmentRoles.Rio)
        && !t.Assignments.Any(a => a.Role == role && (a.Until == null || (a.Until >= today && a.Until >= a.From))));

    public static IQueryable<Traject> Of(PgaDbContext db, Guid staffId, string role, DateOnly today) => db.Trajects.Where(t =>
        t.OutflowConfirmedAt == null
        && t.Assignments.Any(a => a.StaffId == staffId && a.Role == role && a.From <= today && (a.Until == null || a.Until >= today)));
}
