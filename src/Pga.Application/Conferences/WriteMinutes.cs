using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Writes the minutes of a case while it is discussed. Answers the id of the case.</summary>
/// <param name="BaseVersion">Of the minutes that the writer had before them.</param>
[Requires(Permission.HoldConference)]
public sealed record WriteMinutes(Guid CommandId, Guid TrajectId, Guid CaseId, Guid BaseVersion, string? Text) : ICommand, IAboutTraject, IMinutes;

internal interface IMinutes
{
    Guid BaseVersion { get; }

    string? Text { get; }
}

internal abstract class MinutesRules<T> : AbstractValidator<T>
    where T : IMinutes
{
    protected MinutesRules() =>
        RuleFor(c => c.Text).MaximumLength(ConferenceCase.MaxMinutes).WithMessage("Het verslag is te lang. Gebruik hoogstens 8.000 tekens.");
}

internal static class MinutesOfCases
{
    /// <summary>Somebody else wrote other minutes meanwhile.</summary>
    public static void RefuseStale(this ConferenceCase its, IMinutes c)
    {
        var (theirs, yours) = (its.Minutes, string.IsNullOrWhiteSpace(c.Text) ? null : c.Text.Trim());
        if (its.MinutesVersion != c.BaseVersion && theirs != yours)
            throw new Conflict(its.MinutesVersion, [new ConflictingValue("Text", "Verslag", theirs, yours)]);
    }
}

internal sealed class WriteMinutesValidator : MinutesRules<WriteMinutes>;

internal sealed class WriteMinutesHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<WriteMinutes, Guid>
{
    public async Task<Guid> Handle(WriteMinutes c, CancellationToken cancellationToken)
    {
        var (_, its) = await db.ToDiscuss(c.TrajectId, c.CaseId, cancellationToken);
        its.CheckOpen();
        its.RefuseStale(c);
        its.WriteMinutes(c.Text, c.CommandId, actor.StaffId!.Value, clock.UtcNow());
        return its.Id;
    }
}
