using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Catalogues;

/// <summary>A page of a catalogue, in its order.</summary>
/// <param name="Catalogue">One of <see cref="CatalogueKinds"/>.</param>
/// <param name="Show">One of <see cref="CatalogueViews"/>.</param>
/// <param name="Search">Part of a name or a code.</param>
[Requires(Permission.ManageCatalogues, Purpose = Purposes.Management)]
public sealed record GetCatalogue(string Catalogue, string Show = CatalogueViews.All, string? Search = null, int Page = 1) : IQuery<CataloguePage>
{
    public const int PageSize = 25;
    public const int MaxSearch = 100;
}

/// <summary>Which entries of a catalogue are shown.</summary>
public static class CatalogueViews
{
    public const string All = "all";
    public const string Valid = "valid";
    public const string Others = "others";
    public const string ToCheck = "to-check";

    public static readonly CodeList List = new((All, "Alle"), (Valid, "Nu te kiezen"), (Others, "Nu niet te kiezen"), (ToCheck, "Te controleren"));
}

public sealed record CataloguePage(IReadOnlyList<EntryRow> Entries, int Total, int Page, int Pages);

/// <param name="About">What tells it apart besides its name: kind and provider, country, subject.</param>
/// <param name="IsUsed">
/// Somebody's dossier, an account or a figure has it, so it can't be removed. Yes or no and never how often: the
/// administrator sees no dossiers, and with one client at a partner a count would be about that client.
/// </param>
/// <param name="IsFirst">Nothing to move up past; and so for the last.</param>
public sealed record EntryRow(
    Guid Id, string Code, string Name, string? About, DateOnly? ValidFrom, DateOnly? ValidUntil, bool IsValid, bool NeedsReview, bool IsUsed, bool IsFirst, bool IsLast);

internal sealed class GetCatalogueValidator : AbstractValidator<GetCatalogue>
{
    public GetCatalogueValidator()
    {
        RuleFor(q => q.Show).Must(CatalogueViews.List.Has).WithMessage("Kies wat u wilt zien uit de lijst.");
        RuleFor(q => q.Search).MaximumLength(GetCatalogue.MaxSearch).WithMessage($"Zoek met hoogstens {GetCatalogue.MaxSearch} tekens.");
    }
}

internal sealed class GetCatalogueHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetCatalogue, CataloguePage>
{
    public async Task<CataloguePage> Handle(GetCatalogue q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        // A catalogue is short; and so a search looks past capitals and accents, in every database alike.
        var all = await db.Catalogue(q.Catalogue).AsNoTracking().InOrder().ToListAsync(cancellationToken);
        var words = SearchText.Normalise(q.Search?.Trim() ?? "");
        var found = all.Where(e => IsShown(e, q.Show, today))
            .Where(e => words.Length == 0 || SearchText.Normalise(e.Name).Contains(words, StringComparison.Ordinal) || e.Code.Contains(words, StringComparison.Ordinal))
            .ToList();
        var (page, pages) = Paging.Of(q.Page, found.Count, GetCatalogue.PageSize);
        var rows = found.Skip((page - 1) * GetCatalogue.PageSize).Take(GetCatalogue.PageSize).ToList();
        var used = rows.Count == 0 ? [] : await db.UsedOf(rows[0].GetType(), [.. rows.Select(r => r.Id)], cancellationToken);
        var partners = q.Catalogue == CatalogueKinds.Interventions ? await db.Partners.ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken) : [];
        return new CataloguePage(
            [
                .. rows.Select(e => new EntryRow(
                    e.Id, e.Code, e.Name, EntryTexts.About(e, partners), e.ValidFrom, e.ValidUntil, e.IsValidOn(today), e.NeedsReview, used.Contains(e.Id), e == all[0], e == all[^1])),
            ],
            found.Count, page, pages);
    }

    private static bool IsShown(CatalogueItem entry, string show, DateOnly today) => show switch
    {
        CatalogueViews.Valid => entry.IsValidOn(today),
        CatalogueViews.Others => !entry.IsValidOn(today),
        CatalogueViews.ToCheck => entry.NeedsReview,
        _ => true,
    };
}
