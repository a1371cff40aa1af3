using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Catalogues;

/// <summary>What the administrator fills in about an entry; the last six only in the catalogue that has them.</summary>
internal interface IEntryFields
{
    /// <summary>One of <see cref="CatalogueKinds"/>.</summary>
    string Catalogue { get; }

    string? Name { get; }

    DateOnly? ValidFrom { get; }

    /// <summary>Of an intervention, like the next five.</summary>
    string? Kind { get; }

    string? Purpose { get; }

    Guid? ProviderId { get; }

    int? Places { get; }

    bool PlacesPerGroup { get; }

    int? Costs { get; }

    /// <summary>Of an institution.</summary>
    string? Country { get; }

    /// <summary>Of a letter, like the next.</summary>
    string? Subject { get; }

    string? Body { get; }
}

internal abstract class EntryRules<T> : AbstractValidator<T>
    where T : IEntryFields
{
    private const string OfAnother = "Dit veld hoort niet bij deze catalogus.";

    protected EntryRules()
    {
        RuleFor(e => e.Name).Must(name => !string.IsNullOrWhiteSpace(name)).WithErrorCode("catalogue.name").WithMessage("Vul een naam in.");
        RuleFor(e => e.Name).MaximumLength(CatalogueItem.MaxName).WithMessage($"De naam is te lang. Gebruik hoogstens {CatalogueItem.MaxName} tekens.");
        RuleFor(e => e.Purpose).MaximumLength(Intervention.MaxPurpose).WithMessage($"Het doel is te lang. Gebruik hoogstens {Intervention.MaxPurpose} tekens.");
        RuleFor(e => e.Subject).MaximumLength(LetterTemplate.MaxSubject).WithMessage($"Het onderwerp is te lang. Gebruik hoogstens {LetterTemplate.MaxSubject} tekens.");
        RuleFor(e => e.Body).MaximumLength(LetterText.MaxLength).WithMessage("De brief is te lang. Gebruik hoogstens 15.000 tekens.");
        When(e => e.Catalogue != CatalogueKinds.Interventions, () =>
        {
            RuleFor(e => e.Kind).Null().WithMessage(OfAnother);
            RuleFor(e => e.Purpose).Null().WithMessage(OfAnother);
            RuleFor(e => e.ProviderId).Null().WithMessage(OfAnother);
            RuleFor(e => e.Places).Null().WithMessage(OfAnother);
            RuleFor(e => e.PlacesPerGroup).Equal(false).WithMessage(OfAnother);
            RuleFor(e => e.Costs).Null().WithMessage(OfAnother);
        });
        When(e => e.Catalogue != CatalogueKinds.Institutions, () => RuleFor(e => e.Country).Null().WithMessage(OfAnother));
        When(e => e.Catalogue != CatalogueKinds.LetterTemplates, () =>
        {
            RuleFor(e => e.Subject).Null().WithMessage(OfAnother);
            RuleFor(e => e.Body).Null().WithMessage(OfAnother);
        });
    }
}

internal static class EntryFields
{
    /// <summary>Writes what was filled in on the entry. A provider that is chosen now must be there to choose.</summary>
    public static async Task Fill(this PgaDbContext db, CatalogueItem entry, IEntryFields c, DateOnly? validUntil, DateOnly today, CancellationToken ct)
    {
        entry.Rename(c.Name!);
        entry.ValidBetween(c.ValidFrom, validUntil);
        switch (entry)
        {
            case Intervention intervention:
                if (c.ProviderId != intervention.ProviderId)
                    await db.RefuseUnlessValid(CatalogueKinds.Partners, c.ProviderId, today, "intervention.provider", "ProviderId", ct);
                intervention.Describe(c.Kind, c.Purpose);
                intervention.Offer(c.ProviderId, c.Places, c.PlacesPerGroup, c.Costs);
                break;
            case Institution institution:
                institution.Stand(c.Country);
                break;
            case LetterTemplate letter:
                letter.Write(c.Subject ?? "", c.Body ?? "");
                break;
        }

        await db.RefuseSecondName(c.Catalogue, entry, ct);
    }

    /// <summary>What is there now beside what was filled in, where the two differ.</summary>
    public static async Task<IReadOnlyList<ConflictingValue>> Compare(this PgaDbContext db, CatalogueItem now, IEntryFields c, CancellationToken ct)
    {
        var values = new List<ConflictingValue> { new("Name", "Naam", now.Name, c.Name?.Trim()), new("ValidFrom", "Eerste dag", Day(now.ValidFrom), Day(c.ValidFrom)) };
        if (now is Intervention i)
        {
            Guid?[] partners = [i.ProviderId, c.ProviderId];
            var names = await db.Partners.Where(p => partners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
            values.AddRange(
            [
                new("Kind", "Soort", Label(i.Kind), Label(c.Kind)),
                new("Purpose", "Doel", i.Purpose, string.IsNullOrWhiteSpace(c.Purpose) ? null : c.Purpose.Trim()),
                new("ProviderId", "Aanbieder", Named(i.ProviderId), Named(c.ProviderId)),
                new("Places", "Plekken", Number(i.Places), Number(c.Places)),
                new("PlacesPerGroup", "Plekken per groep", i.PlacesPerGroup ? "Ja" : "Nee", c.PlacesPerGroup ? "Ja" : "Nee"),
                new("Costs", "Kosten", Number(i.Costs), Number(c.Costs)),
            ]);
            string Named(Guid? id) => id is { } known ? names.GetValueOrDefault(known, "") : "Het eigen team";
        }

        if (now is Institution institution)
            values.Add(new("Country", "Land", Institution.Countries.Label(institution.Country), Institution.Countries.Label(c.Country ?? "")));
        if (now is LetterTemplate letter)
        {
            values.Add(new("Subject", "Onderwerp", letter.Subject, c.Subject?.Trim()));
            values.Add(new("Body", "Tekst", letter.Body, c.Body?.ReplaceLineEndings("\n").Trim()));
        }

        return [.. values.Where(v => v.Theirs != v.Yours)];
    }

    private static string? Label(string? kind) => kind is null ? null : Intervention.Kinds.Label(kind);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? date) => date?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
