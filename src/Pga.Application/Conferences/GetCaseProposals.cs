using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Triage;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>What a conference could discuss: cases of the team that were put forward, and those that are due by themselves.</summary>
[Requires(Permission.HoldConference)]
public sealed record GetCaseProposals(Guid ConferenceId, int Page = 1) : IQuery<CaseProposals>;

/// <param name="PutForward">Oldest first.</param>
/// <param name="Due">Longest due first; of this page.</param>
public sealed record CaseProposals(IReadOnlyList<CaseProposal> PutForward, IReadOnlyList<CaseProposal> Due, int Total, int Page, int Pages) : IRevealsClients
{
    public const int PageSize = 25;

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => PutForward.Concat(Due);
}

/// <param name="Number">Dossiernummer of the client.</param>
/// <param name="Reason">One of <see cref="ConferenceReasons"/>.</param>
/// <param name="DueOn">When it had to be evaluated, or to have a plan.</param>
/// <param name="PutForwardOn">Of what was put forward.</param>
public sealed record CaseProposal(
    Guid TrajectId, Guid ClientId, string Name, string Number, string Programme, string Reason, DateOnly? DueOn, string? Question, string? PutForwardBy, DateOnly? PutForwardOn)
    : IRevealsClient
{
    Guid? IRevealsClient.TrajectId => TrajectId;
}

internal sealed class GetCaseProposalsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetCaseProposals, CaseProposals>
{
    public async Task<CaseProposals> Handle(GetCaseProposals q, CancellationToken cancellationToken)
    {
        var conference = await db.ToHold(q.ConferenceId, cancellationToken);
        var trajects = db.Alive().Where(AccessRule.MayWrite(db)).Where(t => t.Team == conference.Team);
        var today = clock.Today();
        var waiting = db.PutForward();
        // Not what somebody wants to discuss in another one that is still to come.
        var elsewhere = db.ToCome(conference.Team, today).Where(w => w.Id != conference.Id);
        var putForward = await (
            from x in waiting.Where(x => !elsewhere.Any(w => w.Id == x.ConferenceId))
            join t in trajects on x.TrajectId equals t.Id
            join c in db.Clients on x.ClientId equals c.Id
            orderby x.PutForwardOn, c.Number, x.Id
            select new
            {
                x.TrajectId,
                x.ClientId,
                c.GivenName,
                c.Prefix,
                c.FamilyName,
                c.Number,
                t.Programme,
                x.Question,
                By = db.Staff.Where(s => s.Id == x.PutForwardById).Select(s => s.Name).FirstOrDefault(),
                x.PutForwardOn,
            }).Take(PutOnAgendaValidator.MaxAtOnce).ToListAsync(cancellationToken);
        var planned = db.Coming();
        var here = db.Agenda(conference.Id);
        var due = db.Due(
            trajects.Where(t => !waiting.Any(x => x.TrajectId == t.Id) && !planned.Any(x => x.TrajectId == t.Id) && !here.Any(x => x.TrajectId == t.Id)), conference.HeldOn);
        var total = await due.CountAsync(cancellationToken);
        var (page, pages) = Paging.Of(q.Page, total, CaseProposals.PageSize);
        var rows = await (
            from d in due
            join c in db.Clients on d.ClientId equals c.Id
            orderby d.EvaluateOn ?? d.StartedOn, c.Number, d.TrajectId
            select new { Due = d, c.GivenName, c.Prefix, c.FamilyName, c.Number })
            .Skip((page - 1) * CaseProposals.PageSize).Take(CaseProposals.PageSize).ToListAsync(cancellationToken);
        return new CaseProposals(
            [
                .. putForward.Select(p => new CaseProposal(
                    p.TrajectId, p.ClientId, Client.NameOf(p.GivenName, p.Prefix, p.FamilyName), p.Number, p.Programme, ConferenceReasons.PutForward, null, p.Question, p.By, p.PutForwardOn)),
            ],
            [
                .. rows.Select(r => new CaseProposal(
                    r.Due.TrajectId, r.Due.ClientId, Client.NameOf(r.GivenName, r.Prefix, r.FamilyName), r.Number, r.Due.Programme, r.Due.Reason, r.Due.DueOn, null, null, null)),
            ],
            total, page, pages);
    }
}
