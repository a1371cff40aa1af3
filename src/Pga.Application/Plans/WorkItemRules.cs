using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Plans;

namespace Pga.Application.Plans;

/// <summary>What a worker fills in about an action, the first time and in a change.</summary>
internal interface IWorkItemFields
{
    Guid TrajectId { get; }

    string Text { get; }

    WorkOwner Owner { get; }

    DateOnly DueOn { get; }
}

internal abstract class WorkItemRules<T> : AbstractValidator<T>
    where T : IWorkItemFields
{
    protected WorkItemRules()
    {
        RuleFor(w => w.Text).NotEmpty().WithErrorCode("action.text").WithMessage("Schrijf op wat er moet gebeuren.");
        RuleFor(w => w.Text).MaximumLength(WorkItem.MaxText).WithMessage("De actie is te lang. Gebruik hoogstens 300 tekens.");
        RuleFor(w => w.Owner).Must(o => OwnerKinds.List.Has(o?.Kind)).WithErrorCode("action.owner").WithMessage("Kies wie dit doet.");
        RuleFor(w => w.Owner).Must(o => o?.Organisation is not { Length: > WorkOwner.MaxOrganisation } && o?.ContactName is not { Length: > WorkOwner.MaxContactName })
            .WithErrorCode("action.owner-too-long").WithMessage("De naam van de organisatie of van de persoon is te lang.");
        RuleFor(w => w.DueOn).NotEmpty().WithErrorCode("action.due").WithMessage("Kies wanneer het klaar moet zijn.");
    }
}

internal static class Owners
{
    /// <summary>An owner is somebody around this traject: a colleague who works on it, a relative on file, a known partner.</summary>
    public static async Task RefuseStranger(this PgaDbContext db, IWorkItemFields w, DateOnly today, CancellationToken ct)
    {
        var known = w.Owner switch
        {
            { Kind: OwnerKinds.Staff, StaffId: { } staff } => await db.Assignments.AnyAsync(
                a => a.TrajectId == w.TrajectId && a.StaffId == staff && a.From <= today && (a.Until == null || a.Until >= today), ct),
            { Kind: OwnerKinds.Relative, RelationId: { } relation } => await db.Relations.AnyAsync(
                r => r.Id == relation && db.Trajects.Any(t => t.Id == w.TrajectId && t.ClientId == r.ClientId), ct),
            { Kind: OwnerKinds.Organisation, PartnerId: { } partner } => await db.Partners.AnyAsync(p => p.Id == partner, ct),
            _ => true,
        };
        RuleBroken.Unless(known, "action.unknown-owner", "Owner", "Kies iemand uit de lijst. Een medewerker moet op dit traject werken.");
        if (w.Owner is { Kind: OwnerKinds.Organisation })
            await db.RefuseUnlessValid(CatalogueKinds.Partners, w.Owner.PartnerId, today, "action.unknown-owner", "Owner", ct);
    }
}
