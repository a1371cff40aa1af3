using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Assessments;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>
/// Records a contact that was, or plans one that will be (no outcome, in the future). Levels that changed become an
/// interim assessment of that day. Answers the id of the contact moment.
/// </summary>
/// <param name="Date">In Amsterdam, as is <paramref name="Time"/>.</param>
/// <param name="Outcome">One of <see cref="ContactCodes.Outcomes"/>, or null for a planned contact.</param>
/// <param name="Topics">Codes of leefgebieden.</param>
/// <param name="Levels">Only the leefgebieden whose level changed.</param>
[Requires(Permission.LogContact)]
public sealed record LogContact(
    Guid CommandId,
    Guid TrajectId,
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
    IReadOnlyDictionary<string, int>? Levels = null,
    string? Place = null) : ICommand, IAboutTraject, IContactFields;

internal sealed class LogContactValidator : ContactRules<LogContact>
{
    public LogContactValidator(TimeProvider clock)
    {
        RuleFor(c => c.NextStepDue).Must(due => due is null || due >= clock.Today())
            .WithErrorCode("contact.step-in-past").WithMessage(ContactFields.DueInPast);
        RuleFor(c => c.Levels).Empty().When(c => c.Outcome is null)
            .WithErrorCode("contact.levels-planned").WithMessage("Dit contact moet nog komen. Geef de scores na afloop.");
    }
}

internal sealed class LogContactHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<LogContact, Guid>
{
    private const string AddedAtContact = "aangevuld bij contact";

    public async Task<Guid> Handle(LogContact c, CancellationToken cancellationToken)
    {
        var contact = new ContactMoment(c.CommandId, c.TrajectId, actor.StaffId, clock.UtcNow(), c.Details());
        db.ContactMoments.Add(contact);
        if (c.Levels is { Count: > 0 } levels)
            await Assess(c.TrajectId, c.Date, levels, cancellationToken);
        return contact.Id;
    }

    private async Task Assess(Guid trajectId, DateOnly on, IReadOnlyDictionary<string, int> changed, CancellationToken ct)
    {
        var programme = await db.Trajects.Where(t => t.Id == trajectId).Select(t => t.Programme).SingleAsync(ct);
        var earlier = await db.Assessments.SingleOrDefaultAsync(
            a => a.TrajectId == trajectId && a.MeasuredOn == on && a.Moment == Moments.Interim && a.SupersededById == null, ct);
        var levels = earlier?.Scores.ToDictionary(s => s.Leefgebied, s => s.Level) ?? [];
        foreach (var (leefgebied, level) in changed)
            levels[leefgebied] = level;
        var assessment = new Assessment(Guid.CreateVersion7(), trajectId, programme, on, Moments.Interim, levels, actor.StaffId, clock.UtcNow());
        earlier?.SupersedeBy(assessment, AddedAtContact);
        db.Assessments.Add(assessment);
    }
}
