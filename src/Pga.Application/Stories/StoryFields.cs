using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Application.Rapportage;
using Pga.Domain.Common;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>What a writer fills in, the first time and later.</summary>
internal interface IStoryFields
{
    int Year { get; }

    string Title { get; }

    string Text { get; }

    string LinkKind { get; }

    string LinkTo { get; }
}

internal abstract class StoryRules<T> : AbstractValidator<T>
    where T : IStoryFields
{
    protected StoryRules(TimeProvider clock)
    {
        RuleFor(c => c.Year).Must(year => FrozenYears.IsYear(year, clock)).WithErrorCode("story.year").WithMessage(FrozenYears.ChooseYear);
        RuleFor(c => c.Title).Must(Filled).WithErrorCode("story.title").WithMessage("Geef het verhaal een titel.");
        RuleFor(c => c.Title).MaximumLength(Story.MaxTitle).WithMessage($"De titel is te lang. Gebruik hoogstens {Story.MaxTitle} tekens.");
        RuleFor(c => c.Text).Must(Filled).WithErrorCode("story.text").WithMessage("Schrijf het verhaal.");
        RuleFor(c => c.Text).MaximumLength(Story.MaxText).WithMessage("Het verhaal is te lang. Gebruik hoogstens 6.000 tekens.");
        RuleFor(c => c.LinkKind).Must(StoryLinks.Kinds.Has).WithErrorCode("story.link-kind").WithMessage("Kies waar het verhaal bij hoort.");
        RuleFor(c => c.LinkTo).Must(Filled).WithErrorCode("story.link").WithMessage("Kies of schrijf waar het verhaal bij hoort.").When(c => StoryLinks.Kinds.Has(c.LinkKind));
        RuleFor(c => c.LinkTo).MaximumLength(StoryLinks.MaxTo).WithMessage($"Het doel is te lang. Gebruik hoogstens {StoryLinks.MaxTo} tekens.");
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}

internal static class StoryFields
{
    /// <summary>For the domain, once what it refers to is known to be there.</summary>
    /// <param name="was">The story that is changed; what it belongs to may stay.</param>
    public static async Task<StoryDraft> Draft(this IStoryFields c, PgaDbContext db, CancellationToken ct, Story? was = null)
    {
        if (c.LinkKind == StoryLinks.Intervention && (was?.LinkKind, was?.LinkTo) != (c.LinkKind, c.LinkTo))
        {
            var intervention = await db.Interventions.AsNoTracking().SingleOrDefaultAsync(i => i.Code == c.LinkTo, ct);
            RuleBroken.Unless(intervention is not null, "story.link", "LinkTo", "Kies een interventie uit de lijst.");
            intervention!.RefuseUnlessValidWithin(new DateOnly(c.Year, 1, 1), new DateOnly(c.Year, 12, 31), "story.link", "LinkTo");
        }

        return new StoryDraft(c.Year, c.Title, c.Text, c.LinkKind, c.LinkTo);
    }
}
