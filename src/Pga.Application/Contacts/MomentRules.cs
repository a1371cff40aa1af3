using FluentValidation;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>When and where a planned contact will be.</summary>
internal interface IPlannedMoment
{
    DateOnly? Date { get; }

    TimeOnly? Time { get; }

    string? Place { get; }
}

internal static class PlannedMoment
{
    /// <summary>UTC. The validator has seen to it that the time exists.</summary>
    public static DateTime At(this IPlannedMoment moment)
    {
        Calendar.TryToUtc(moment.Date!.Value.ToDateTime(moment.Time!.Value), out var at);
        return at;
    }
}

internal abstract class MomentRules<T> : AbstractValidator<T>
    where T : IPlannedMoment
{
    /// <summary>Further ahead than this is a typing error.</summary>
    private const int MaxDaysAhead = 366;

    protected MomentRules(TimeProvider clock)
    {
        RuleFor(c => c.Date).NotNull().WithErrorCode("contact.date").WithMessage("Kies een datum.");
        RuleFor(c => c.Date).Must(date => date is null || date <= clock.Today().AddDays(MaxDaysAhead))
            .WithErrorCode("contact.too-far-ahead").WithMessage("Deze datum is meer dan een jaar vooruit. Kies een eerdere datum.");
        RuleFor(c => c.Time).NotNull().WithErrorCode("contact.time").WithMessage("Vul een tijd in.");
        RuleFor(c => c.Time).Must((c, time) => c.Date is not { } date || time is not { } at || Calendar.TryToUtc(date.ToDateTime(at), out _))
            .WithErrorCode("contact.no-such-time").WithMessage("Deze tijd bestaat niet: die nacht gaat de klok een uur vooruit. Kies een andere tijd.");
        RuleFor(c => c.Place).MaximumLength(ContactMoment.MaxPlace).WithMessage($"De plaats is te lang. Gebruik hoogstens {ContactMoment.MaxPlace} tekens.");
    }
}
