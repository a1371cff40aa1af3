using FluentValidation;
using Pga.Domain.Common;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>What adding and changing a document have in common.</summary>
internal interface IDocumentFields
{
    string Title { get; }

    string Kind { get; }

    string Source { get; }

    DateOnly Date { get; }
}

/// <summary>Says all that is wrong at once; the domain has the same rules, one at a time.</summary>
internal abstract class DocumentRules<T> : AbstractValidator<T>
    where T : IDocumentFields
{
    protected DocumentRules(TimeProvider clock)
    {
        RuleFor(d => d.Title).Cascade(CascadeMode.Stop)
            .Must(t => !string.IsNullOrWhiteSpace(t)).WithErrorCode("document.title").WithMessage("Vul een titel in.")
            .Must(t => t.Trim().Length <= Document.MaxTitle).WithErrorCode("document.title").WithMessage("De titel is te lang. Gebruik hoogstens 150 tekens.");
        RuleFor(d => d.Kind).Must(DocumentKinds.List.Has).WithErrorCode("document.kind").WithMessage("Kies wat voor document het is.");
        RuleFor(d => d.Date).Cascade(CascadeMode.Stop)
            .NotEqual(default(DateOnly)).WithErrorCode("document.date").WithMessage("Vul de datum van het document in.")
            .Must(d => d <= clock.Today()).WithErrorCode("document.date-in-future").WithMessage("Deze datum ligt in de toekomst. Kies vandaag of eerder.")
            .Must(d => d >= Document.Earliest).WithErrorCode("document.date-too-early").WithMessage("Deze datum is te lang geleden. Controleer het jaar.");
        RuleFor(d => d.Source).Must(DocumentSources.List.Has).WithErrorCode("document.source").WithMessage("Kies waar het document vandaan komt.");
    }
}

internal static class DocumentFields
{
    public static DocumentDetails Details(this IDocumentFields fields) => new(fields.Title, fields.Kind, fields.Source, fields.Date);
}
