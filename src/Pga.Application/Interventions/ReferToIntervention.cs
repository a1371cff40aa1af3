using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Interventions;

namespace Pga.Application.Interventions;

/// <summary>
/// Refers a client to an intervention. When a partner gives it, that partner may see the chosen fields until the last day of
/// the grant. When it is full the referral waits. Answers the id of the referral.
/// </summary>
/// <param name="GroupId">For an intervention with places per group.</param>
/// <param name="Goal">What the client should get out of it.</param>
/// <param name="Fields">Codes of <see cref="GrantFields"/>; only when a partner gives it, like the two below.</param>
/// <param name="Purpose">What the partner needs the fields for.</param>
/// <param name="GrantUntil">Last day on which the partner may look.</param>
[Requires(Permission.ReferIntervention)]
public sealed record ReferToIntervention(
    Guid CommandId,
    Guid TrajectId,
    Guid InterventionId,
    Guid? GroupId,
    string? Goal,
    IReadOnlyList<string>? Fields,
    string? Purpose,
    DateOnly? GrantUntil) : ICommand, IAboutTraject;

internal sealed class ReferToInterventionValidator : AbstractValidator<ReferToIntervention>
{
    public ReferToInterventionValidator()
    {
        RuleFor(c => c.InterventionId).NotEmpty().WithErrorCode("referral.intervention").WithMessage(ReferToInterventionHandler.ChooseOne);
        RuleFor(c => c.Goal).MaximumLength(Referral.MaxText).WithMessage($"Het doel is te lang. Gebruik hoogstens {Referral.MaxText} tekens.");
        RuleFor(c => c.Purpose).MaximumLength(Referral.MaxText).WithMessage($"De uitleg is te lang. Gebruik hoogstens {Referral.MaxText} tekens.");
    }
}

internal sealed class ReferToInterventionHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ReferToIntervention, Guid>
{
    public const string ChooseOne = "Kies een interventie uit de lijst.";

    public async Task<Guid> Handle(ReferToIntervention c, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var traject = await db.Trajects.SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        RuleBroken.Unless(traject.StartedOn is not null, "referral.not-started", "", "Dit traject is nog niet gestart. U kunt daarom nog niet verwijzen.");
        RuleBroken.Unless(!traject.IsEnded, "referral.ended", "", "Dit traject is uitgestroomd. U kunt niet meer verwijzen.");
        RuleBroken.Unless(traject.OutflowProposedAt is null, "referral.outflow-proposed", "", "Er ligt een voorstel voor uitstroom. Trek dat eerst in.");
        var intervention = await db.Interventions.SingleOrDefaultAsync(i => i.Id == c.InterventionId, cancellationToken);
        RuleBroken.Unless(intervention is not null, "referral.intervention", "InterventionId", ChooseOne);
        intervention!.RefuseUnlessValidOn(today, "referral.intervention", "InterventionId");
        await db.RefuseUnlessValid(CatalogueKinds.Partners, intervention.ProviderId, today, "referral.intervention", "InterventionId", cancellationToken);
        await CheckGroup(intervention, c.GroupId, today, cancellationToken);
        RuleBroken.Unless(
            !await db.Participations.AnyAsync(p => p.TrajectId == c.TrajectId && p.InterventionId == c.InterventionId && p.EndedOn == null, cancellationToken),
            "referral.twice", "InterventionId", $"Er is al een open verwijzing naar of deelname aan {intervention.Name}. Sluit die eerst af.");

        var participation = new Participation(Guid.CreateVersion7(), traject.Id, intervention.Id, today);
        var referral = new Referral(c.CommandId, participation, c.GroupId, GrantTo(intervention.ProviderId, traject.Programme, c), c.Goal, actor.StaffId!.Value, clock.UtcNow());
        db.Participations.Add(participation);
        db.Referrals.Add(referral);
        await db.Share(referral, actor.StaffId!.Value, cancellationToken);
        return referral.Id;
    }

    private static ReferralGrant? GrantTo(Guid? providerId, string programme, ReferToIntervention c)
    {
        if (providerId is not { } partner)
            return null;
        var fields = c.Fields ?? [];
        RuleBroken.Unless(fields.All(f => GrantFields.Person.Has(f) || (GrantFields.LeefgebiedOf(f) is { } l && Leefgebieden.Of(programme).Has(l))),
            "referral.fields", "Fields", "Kies gegevens uit de lijst.");
        RuleBroken.Unless(c.GrantUntil is not null, "referral.until", "GrantUntil", "Kies tot en met welke dag de partner mag meekijken.");
        return new ReferralGrant(partner, fields, c.Purpose ?? "", c.GrantUntil!.Value);
    }

    private async Task CheckGroup(Intervention intervention, Guid? groupId, DateOnly today, CancellationToken ct)
    {
        if (!intervention.PlacesPerGroup)
        {
            RuleBroken.Unless(groupId is null, "referral.group", "GroupId", "Deze interventie heeft geen groepen.");
            return;
        }

        RuleBroken.Unless(
            await db.InterventionGroups.AnyAsync(g => g.Id == groupId && g.InterventionId == intervention.Id && (g.PartnerId == null || g.PartnerId == intervention.ProviderId) && (g.Until == null || g.Until >= today), ct),
            "referral.group", "GroupId", "Kies een groep uit de lijst.");
    }
}
