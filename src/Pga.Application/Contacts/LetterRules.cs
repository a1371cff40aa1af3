using FluentValidation;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>A letter as its writer leaves it.</summary>
internal interface ILetter
{
    string? Subject { get; }

    string? Text { get; }
}

internal abstract class LetterRules<T> : AbstractValidator<T>
    where T : ILetter
{
    private const string Unfinished = "Er moet nog iets worden ingevuld. Zoek de haken [ ] of {{ }} op, vul in wat er hoort te staan en haal de haken weg.";

    protected LetterRules()
    {
        RuleFor(l => l.Subject).NotEmpty().WithErrorCode("letter.subject").WithMessage("Vul een onderwerp in.")
            .MaximumLength(LetterTemplate.MaxSubject).WithMessage($"Het onderwerp is te lang. Gebruik hoogstens {LetterTemplate.MaxSubject} tekens.")
            .Must(LetterText.IsComplete).WithErrorCode("letter.unfinished").WithMessage(Unfinished)
            .Must(subject => subject is null || !subject.Contains('\n', StringComparison.Ordinal)).WithMessage("Zet het onderwerp op één regel.");
        RuleFor(l => l.Text).NotEmpty().WithErrorCode("letter.text").WithMessage("Schrijf de tekst van de brief.")
            .MaximumLength(LetterText.MaxLength).WithMessage("De brief is te lang. Gebruik hoogstens 15.000 tekens.")
            .Must(LetterText.IsComplete).WithErrorCode("letter.unfinished").WithMessage(Unfinished);
    }
}
