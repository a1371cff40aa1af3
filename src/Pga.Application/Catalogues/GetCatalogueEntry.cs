using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Catalogues;

/// <summary>An entry with everything of it, for the form; or, without an id, what the form for a new one needs.</summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record GetCatalogueEntry(string Catalogue, Guid? EntryId = null) : IQuery<CatalogueEntryForm>;

/// <param name="Entry">Null for a new one.</param>
/// <param name="Providers">Partners that can give an intervention from today; the one that does stays among them.</param>
/// <param name="LetterFields">What a letter can have filled in, with the words for it.</param>
public sealed record CatalogueEntryForm(CatalogueEntryView? Entry, IReadOnlyList<ProviderChoice> Providers, IReadOnlyList<Code> LetterFields);

public sealed record ProviderChoice(Guid Id, string Name);

/// <param name="Version">The base version of an edit.</param>
/// <param name="IsUsed">Yes or no, and never how often: see <see cref="EntryRow"/>.</param>
/// <param name="Accounts">Of a partner: who signs in for it.</param>
/// <param name="Gives">Of a partner: the interventions it gives.</param>
/// <param name="Changes">The last ones, newest first.</param>
public sealed record CatalogueEntryView(
    Guid Id,
    Guid Version,
    string Code,
    string Name,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    bool IsValid,
    bool NeedsReview,
    bool IsUsed,
    InterventionEntry? Intervention,
    string? Country,
    LetterEntry? Letter,
    IReadOnlyList<PartnerAccount> Accounts,
    IReadOnlyList<string> Gives,
    IReadOnlyList<EntryChange> Changes);

/// <param name="ProviderId">Null when the team gives it itself.</param>
public sealed record InterventionEntry(string? Kind, string? Purpose, Guid? ProviderId, string? Provider, int? Places, bool PlacesPerGroup, int? Costs);

public sealed record LetterEntry(string Subject, string Body);

public sealed record PartnerAccount(string Name, bool Active);

/// <param name="By">Null for the system: what was shipped or imported.</param>
/// <param name="What">Which fields, in Dutch.</param>
public sealed record EntryChange(DateTime At, string? By, string What);

internal sealed class GetCatalogueEntryHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetCatalogueEntry, CatalogueEntryForm>
{
    public async Task<CatalogueEntryForm> Handle(GetCatalogueEntry q, CancellationToken cancellationToken)
    {
        // Asked for a new one too: a catalogue that doesn't exist has no form.
        var entries = db.Catalogue(q.Catalogue).AsNoTracking();
        var entry = q.EntryId is { } id ? await entries.SingleOrDefaultAsync(e => e.Id == id, cancellationToken) ?? throw new NotFound() : null;
        var providers = q.Catalogue == CatalogueKinds.Interventions ? await Providers((entry as Intervention)?.ProviderId, cancellationToken) : [];
        return new CatalogueEntryForm(
            entry is null ? null : await View(entry, providers, cancellationToken),
            providers,
            q.Catalogue == CatalogueKinds.LetterTemplates ? LetterText.Fields.All : []);
    }

    private async Task<IReadOnlyList<ProviderChoice>> Providers(Guid? chosen, CancellationToken ct)
    {
        var valid = db.Partners.ValidOn(clock.Today()).Select(p => p.Id);
        return await db.Partners.Where(p => p.Id == chosen || valid.Contains(p.Id))
            .OrderBy(p => p.Order).ThenBy(p => p.Name).Select(p => new ProviderChoice(p.Id, p.Name)).ToListAsync(ct);
    }

    private async Task<CatalogueEntryView> View(CatalogueItem entry, IReadOnlyList<ProviderChoice> providers, CancellationToken ct)
    {
        var accounts = entry is Partner
            ? await db.Staff.Where(s => s.PartnerId == entry.Id).OrderBy(s => s.Name).ThenBy(s => s.Email).Select(s => new PartnerAccount(s.Name, s.Active)).ToListAsync(ct) : [];
        var gives = entry is Partner
            ? await db.Interventions.Where(i => i.ProviderId == entry.Id).OrderBy(i => i.Order).ThenBy(i => i.Name).Select(i => i.Name).ToListAsync(ct) : [];
        return new CatalogueEntryView(
            entry.Id, entry.Version, entry.Code, entry.Name, entry.ValidFrom, entry.ValidUntil, entry.IsValidOn(clock.Today()), entry.NeedsReview,
            await db.IsUsed(entry, ct),
            entry is Intervention i
                ? new InterventionEntry(i.Kind, i.Purpose, i.ProviderId, providers.FirstOrDefault(p => p.Id == i.ProviderId)?.Name, i.Places, i.PlacesPerGroup, i.Costs) : null,
            (entry as Institution)?.Country,
            entry is LetterTemplate l ? new LetterEntry(l.Subject, l.Body) : null,
            accounts,
            gives,
            await EntryHistory.Of(db, entry, ct));
    }
}
