using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>What a worker fills in about a contact, the first time and in a correction.</summary>
internal interface IContactFields
{
    string Kind { get; }

    DateOnly Date { get; }

    TimeOnly Time { get; }

    string? Outcome { get; }

    string? Report { get; }

    string? Present { get; }

    IReadOnlyList<string>? Topics { get; }

    bool? SafetyConcern { get; }

    string? NextStep { get; }

    DateOnly? NextStepDue { get; }

    string? Place { get; }
}

internal static class ContactFields
{
    public const string DueInPast = "Deze datum is al voorbij. Kies vandaag of later.";

    /// <summary>For the domain. The validator has seen to it that the time exists.</summary>
    public static ContactDetails Details(this IContactFields c)
    {
        Calendar.TryToUtc(c.Date.ToDateTime(c.Time), out var occurredAt);
        return new ContactDetails(c.Kind, occurredAt, c.Outcome, c.Report, c.Present, c.Topics, c.SafetyConcern, c.NextStep, c.NextStepDue, c.Place);
    }

    /// <summary>The current version of a contact of which somebody has any version; not found when it was cancelled beforehand.</summary>
    public static async Task<ContactMoment> CurrentOf(this IQueryable<ContactMoment> moments, Guid trajectId, Guid id, CancellationToken ct)
    {
        while (true)
        {
            var moment = await moments.SingleOrDefaultAsync(m => m.Id == id && m.TrajectId == trajectId, ct) ?? throw new NotFound();
            if (moment.SupersededById is not { } next)
                return moment;
            if (next == moment.Id)
                throw new NotFound();
            id = next;
        }
    }
}

/// <summary>The rules about single fields, all told at once; <see cref="ContactMoment"/> has the rest.</summary>
internal abstract class ContactRules<T> : AbstractValidator<T>
    where T : IContactFields
{
    protected ContactRules()
    {
        RuleFor(c => c.Kind).NotEmpty().WithErrorCode("contact.unknown-kind").WithMessage("Kies een soort contact.");
        RuleFor(c => c.Date).NotEmpty().WithErrorCode("contact.date").WithMessage("Kies een datum.");
        RuleFor(c => c.Time).Must((c, time) => c.Date == default || Calendar.TryToUtc(c.Date.ToDateTime(time), out _))
            .WithErrorCode("contact.no-such-time")
            .WithMessage("Deze tijd bestaat niet: die nacht gaat de klok een uur vooruit. Kies een andere tijd.");
        RuleFor(c => c.Report).MaximumLength(ContactMoment.MaxReport).WithMessage("Het verslag is te lang. Gebruik hoogstens 20.000 tekens.");
        RuleFor(c => c.Present).MaximumLength(ContactMoment.MaxPresent).WithMessage("De lijst met wie erbij was is te lang. Gebruik hoogstens 500 tekens.");
        RuleFor(c => c.NextStep).MaximumLength(ContactMoment.MaxNextStep).WithMessage("De volgende actie is te lang. Gebruik hoogstens 200 tekens.");
        RuleFor(c => c.Place).MaximumLength(ContactMoment.MaxPlace).WithMessage($"De plaats is te lang. Gebruik hoogstens {ContactMoment.MaxPlace} tekens.");
        RuleForEach(c => c.Topics).Must(t => Leefgebieden.Pga2024.Has(t) || Leefgebieden.Rio2024.Has(t))
            .WithErrorCode("contact.unknown-topic").WithMessage("Kies onderwerpen uit de lijst met leefgebieden.");

        When(c => c.Outcome == ContactCodes.Held, () =>
        {
            RuleFor(c => c.Report).NotEmpty().WithErrorCode("contact.report").WithMessage(ContactMoment.ReportMissing);
            RuleFor(c => c.Present).NotEmpty().When(c => ContactCodes.IsMeeting(c.Kind), ApplyConditionTo.CurrentValidator)
                .WithErrorCode("contact.present").WithMessage("Geef aan wie erbij was.");
            RuleFor(c => c.SafetyConcern).NotNull().When(c => c.Kind == ContactCodes.HomeVisit, ApplyConditionTo.CurrentValidator)
                .WithErrorCode("contact.safety-concern").WithMessage("Kies of er een zorg over veiligheid is.");
            RuleFor(c => c.NextStep).NotEmpty().When(c => c.NextStepDue is not null, ApplyConditionTo.CurrentValidator)
                .WithErrorCode("contact.step-without-text").WithMessage("Schrijf op wat u dan gaat doen, of haal de datum weg.");
        });
        When(c => c.Outcome is not null and not ContactCodes.Held, () =>
        {
            RuleFor(c => c.NextStep).NotEmpty().WithErrorCode("contact.next-attempt").WithMessage("Schrijf op hoe u het opnieuw probeert.");
            RuleFor(c => c.NextStepDue).NotNull().WithErrorCode("contact.next-attempt-due").WithMessage("Kies wanneer u het uiterlijk opnieuw probeert.");
        });
    }
}
