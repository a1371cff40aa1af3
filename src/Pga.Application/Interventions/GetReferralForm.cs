using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>What somebody can be referred to today, and what can be granted.</summary>
[Requires(Permission.ReferIntervention)]
public sealed record GetReferralForm(Guid TrajectId) : IQuery<ReferralForm>, IAboutTraject;

/// <param name="HasSafetyAgreement">There is one that holds; it goes along with any grant.</param>
public sealed record ReferralForm(IReadOnlyList<ReferralOption> Options, IReadOnlyList<Code> Fields, bool HasSafetyAgreement);

/// <param name="Kind">One of <see cref="Intervention.Kinds"/>.</param>
/// <param name="Provider">The partner; null when the team does it itself.</param>
/// <param name="PartnerAnswers">The partner has an account, and so answers and keeps attendance itself.</param>
/// <param name="Free">Places that are free; null without a limit.</param>
/// <param name="Waiting">How many wait for one.</param>
/// <param name="Costs">Per participant, in euros.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record ReferralOption(
    Guid InterventionId, Guid? GroupId, string Intervention, string? Group, string? Kind, string? Provider, bool PartnerAnswers, int? Free, int Waiting, int? Costs, string? Purpose);

internal sealed class GetReferralFormHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetReferralForm, ReferralForm>
{
    public async Task<ReferralForm> Handle(GetReferralForm q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var partners = db.Partners.ValidOn(today).Select(p => p.Id);
        var interventions = await db.Interventions.ValidOn(today)
            .Where(i => i.ProviderId == null || partners.Contains(i.ProviderId.Value))
            .OrderBy(i => i.Order).ThenBy(i => i.Name)
            .Select(i => new
            {
                i.Id,
                i.Name,
                i.Kind,
                i.PlacesPerGroup,
                i.Costs,
                i.Purpose,
                i.ProviderId,
                Provider = db.Partners.Where(p => p.Id == i.ProviderId).Select(p => p.Name).FirstOrDefault(),
                PartnerAnswers = i.ProviderId != null && db.Staff.Any(s => s.Active && s.PartnerId == i.ProviderId),
            })
            .ToListAsync(cancellationToken);
        var groups = (await db.InterventionGroups.Where(g => g.Until == null || g.Until >= today)
            .OrderBy(g => g.Name).Select(g => new { g.Id, g.InterventionId, g.PartnerId, g.Name }).ToListAsync(cancellationToken)).ToLookup(g => g.InterventionId);
        var waiting = await WaitingList.Of(db, [.. interventions.Select(i => i.Id)], cancellationToken);
        var client = await db.Trajects.Where(t => t.Id == q.TrajectId)
            .Join(db.Clients, t => t.ClientId, c => c.Id, (t, c) => new { t.Programme, c.SafetyAgreement, c.SafetyAgreementUntil })
            .SingleAsync(cancellationToken);
        var options =
            from i in interventions
            from g in i.PlacesPerGroup ? groups[i.Id].Where(g => g.PartnerId is null || g.PartnerId == i.ProviderId).Select(g => ((Guid?)g.Id, (string?)g.Name)) : [(null, null)]
            select new ReferralOption(i.Id, g.Item1, i.Name, g.Item2, i.Kind, i.Provider, i.PartnerAnswers, waiting.Free(i.Id, g.Item1), waiting.Waiting(i.Id, g.Item1), i.Costs, i.Purpose);
        return new ReferralForm(
            [.. options],
            [.. GrantFields.Person.All, .. Leefgebieden.Of(client.Programme).All.Select(l => new Code(GrantFields.Level(l.Key), GrantFields.Label(GrantFields.Level(l.Key))))],
            client.SafetyAgreement is not null && Client.SafetyHolds(client.SafetyAgreementUntil, today));
    }
}
