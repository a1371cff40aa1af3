using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Catalogues;

/// <summary>Says until when an entry can be chosen. What it was chosen for goes on. Answers the id of the entry.</summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record EndCatalogueEntry(Guid CommandId, string Catalogue, Guid EntryId, DateOnly? LastDay) : ICommand;

internal sealed class EndCatalogueEntryValidator : AbstractValidator<EndCatalogueEntry>
{
    public EndCatalogueEntryValidator() => RuleFor(c => c.LastDay).NotNull().WithErrorCode("catalogue.last-day").WithMessage("Vul de laatste dag in.");
}

[SeesAll("A partner with a running grant can't end, whoever may see the referral; nothing of it leaves but that there is one.")]
internal sealed class EndCatalogueEntryHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<EndCatalogueEntry, Guid>
{
    public async Task<Guid> Handle(EndCatalogueEntry c, CancellationToken cancellationToken)
    {
        var entry = await db.CatalogueEntry(c.Catalogue, c.EntryId, cancellationToken);
        var lastDay = c.LastDay!.Value;
        RuleBroken.Unless(entry.ValidFrom is null || entry.ValidFrom <= lastDay, "catalogue.period", "LastDay", "De laatste dag ligt vóór de eerste dag.");
        if (entry is Partner partner)
            await RefuseBusy(partner, lastDay, cancellationToken);
        entry.ValidBetween(entry.ValidFrom, lastDay);
        await db.RefuseSecondName(c.Catalogue, entry, cancellationToken);
        return entry.Id;
    }

    /// <summary>Whether there are grants, never how many or of whom: the administrator sees no dossiers.</summary>
    private async Task RefuseBusy(Partner partner, DateOnly lastDay, CancellationToken ct)
    {
        var given = await db.Interventions.Where(i => i.ProviderId == partner.Id).OrderBy(i => i.Order).ThenBy(i => i.Name).ToListAsync(ct);
        var goingOn = given.Where(i => i.IsValidWithin(lastDay.AddDays(1), null)).Select(i => i.Name).ToList();
        RuleBroken.Unless(goingOn.Count == 0, "partner.gives-interventions", "LastDay",
            $"Deze partner geeft na die dag nog: {string.Join(", ", goingOn)}. Stop eerst deze interventies, of kies een andere aanbieder.");
        var today = clock.Today();
        var isGranted = await db.Referrals.IgnoreQueryFilters()
            .AnyAsync(r => r.PartnerId == partner.Id && r.ClosedAt == null && r.GrantEndedAt == null && r.GrantUntil >= today, ct);
        RuleBroken.Unless(!isGranted, "partner.has-grants", "LastDay",
            "Er lopen nog verwijzingen naar deze partner. De partner kan pas stoppen als die zijn afgesloten. Vraag de coördinatoren om ze af te ronden.");
    }
}
