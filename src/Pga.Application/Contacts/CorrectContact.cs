using System.Globalization;
using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.Trajects;
using Calendar = Pga.Domain.Common.Calendar;

namespace Pga.Application.Contacts;

/// <summary>
/// Replaces a contact by a better version; the earlier one is kept and no longer counts. Levels have a correction of
/// their own. Answers the id of the new version.
/// </summary>
/// <param name="ContactId">Any version of the contact; the current one is corrected.</param>
/// <param name="BaseVersion">The version that the worker had before them.</param>
/// <param name="Reason">May be left out when a planned contact gets its outcome.</param>
[Requires(Permission.LogContact)]
public sealed record CorrectContact(
    Guid CommandId,
    Guid TrajectId,
    Guid ContactId,
    Guid BaseVersion,
    string Kind,
    DateOnly Date,
    TimeOnly Time,
    string? Outcome,
    string? Report = null,
    string? Present = null,
    IReadOnlyList<string>? Topics = null,
    bool? SafetyConcern = null,
    string? NextStep = null,
    DateOnly? NextStepDue = null,
    string? Reason = null,
    string? Place = null) : ICommand, IAboutTraject, IContactFields;

internal sealed class CorrectContactValidator : ContactRules<CorrectContact>
{
    public CorrectContactValidator() =>
        RuleFor(c => c.Reason).MaximumLength(Traject.MaxText).WithMessage("De reden is te lang. Gebruik hoogstens 2.000 tekens.");
}

internal sealed class CorrectContactHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<CorrectContact, Guid>
{
    private const string Happened = "gepland contact ingevuld";

    public async Task<Guid> Handle(CorrectContact c, CancellationToken cancellationToken)
    {
        var current = await db.ContactMoments.CurrentOf(c.TrajectId, c.ContactId, cancellationToken);
        if (current.Version != c.BaseVersion)
            throw new Conflict(current.Version, [.. Compare(current, c).Where(v => v.Theirs != v.Yours)]);
        // An old step that isn't touched may lie in the past.
        RuleBroken.Unless(c.NextStepDue is null || c.NextStepDue == current.NextStepDue || c.NextStepDue >= clock.Today(),
            "contact.step-in-past", "NextStepDue", ContactFields.DueInPast);
        var reason = string.IsNullOrWhiteSpace(c.Reason) && current.Outcome is null ? Happened : c.Reason?.Trim() ?? "";
        // It stays the contact of whoever had it; the history says who corrected it.
        var correction = current.Correct(c.CommandId, current.StaffId, clock.UtcNow(), c.Details(), reason);
        db.ContactMoments.Add(correction);
        return correction.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(ContactMoment now, CorrectContact c)
    {
        var yours = c.Details();
        yield return new("Kind", "Soort contact", ContactCodes.Kinds.Label(now.Kind), ContactCodes.Kinds.Label(yours.Kind));
        yield return new("Date", "Datum en tijd", Text(now.OccurredAt), Text(yours.OccurredAt));
        yield return new("Place", "Plaats", now.Place, Text(yours.Place));
        yield return new("Outcome", "Hoe verliep het?", Outcome(now.Outcome), Outcome(yours.Outcome));
        yield return new("Present", "Wie was erbij?", now.Present, Text(yours.Present));
        yield return new("Report", "Verslag", now.Report, Text(yours.Report));
        yield return new("Topics", "Onderwerpen", Topics(now.Topics?.Split('|')), Topics(yours.Topics));
        yield return new("SafetyConcern", "Zorg over veiligheid", Text(now.SafetyConcern), Text(yours.SafetyConcern));
        yield return new("NextStep", "Volgende actie", now.NextStep, Text(yours.NextStep));
        yield return new("NextStepDue", "Uiterlijk", Text(now.NextStepDue), Text(yours.NextStepDue));
    }

    private static string Outcome(string? outcome) => outcome is null ? "Gepland" : ContactCodes.Outcomes.Label(outcome);

    private static string? Topics(IReadOnlyList<string>? topics) =>
        topics is { Count: > 0 } ? string.Join(", ", topics.Select(Leefgebieden.Label)) : null;

    private static string Text(DateTime utc) => Calendar.LocalTime(utc).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? date) => date?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string? Text(bool? yes) => yes is null ? null : yes.Value ? "ja" : "nee";

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
