using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Facts;

namespace Pga.Application.Facts;

/// <summary>Replaces a fact by a better version; the earlier one is kept. Answers the id of the new version.</summary>
/// <param name="FactId">Any version of the fact; the current one is corrected.</param>
[Requires(Permission.RecordFact, Purpose = Purposes.Facts)]
public sealed record CorrectFact(
    Guid CommandId,
    Guid TrajectId,
    Guid FactId,
    Guid BaseVersion,
    DateOnly OccurredOn,
    string Kind,
    string Provenance,
    string? Organisation,
    string Text,
    string? Reliability,
    DateOnly? KeepUntil,
    string Reason) : ICommand, IAboutTraject, IFactFields;

internal sealed class CorrectFactValidator : FactRules<CorrectFact>
{
    public CorrectFactValidator(TimeProvider clock)
        : base(clock)
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("fact.reason").WithMessage("Schrijf op waarom u dit signaal wijzigt.");
        RuleFor(c => c.Reason).MaximumLength(Fact.MaxReason).WithMessage($"De reden is te lang. Gebruik hoogstens {Fact.MaxReason} tekens.");
    }
}

internal sealed class CorrectFactHandler(PgaDbContext db, Actor actor, CurrentRequest current, TimeProvider clock) : IRequestHandler<CorrectFact, Guid>
{
    public async Task<Guid> Handle(CorrectFact c, CancellationToken cancellationToken)
    {
        var now = await db.Facts.CurrentOf(c.TrajectId, c.FactId, cancellationToken);
        await db.CheckJustice(current, c.TrajectId, now.IsJustice ? now.Provenance : c.Provenance, cancellationToken);
        if (now.Version != c.BaseVersion)
            throw new Conflict(now.Version, [.. Compare(now, c).Where(v => v.Theirs != v.Yours)]);
        var correction = now.Correct(c.CommandId, actor.StaffId, clock.UtcNow(), c.Details(), c.Reason);
        if (correction.IsJustice)
        {
            // What it was called before says as much.
            foreach (var version in await db.Facts.Where(f => f.OriginId == now.OriginId && !f.IsJustice).ToListAsync(cancellationToken))
                version.HideAsJustice();
        }

        db.Facts.Add(correction);
        return correction.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(Fact now, CorrectFact c)
    {
        yield return new("OccurredOn", "Datum", Text(now.OccurredOn), Text(c.OccurredOn));
        yield return new("Kind", "Soort signaal", FactCodes.Kinds.Label(now.Kind), FactCodes.Kinds.Label(c.Kind));
        yield return new("Provenance", "Herkomst", FactCodes.Provenances.Label(now.Provenance), FactCodes.Provenances.Label(c.Provenance));
        yield return new("Organisation", "Organisatie", now.Organisation, Text(c.Organisation));
        yield return new("Text", "Wat is er gebeurd of gemeld?", now.Text, c.Text.Trim());
        yield return new("Reliability", "Hoe zeker is dit?", Reliability(now.Reliability), Reliability(c.Reliability));
        yield return new("KeepUntil", "Bewaren tot en met", Text(now.KeepUntil), Text(c.KeepUntil));
        if (now.WithdrawnOn is not null)
            yield return new("", "Ingetrokken", now.WithdrawReason, null);
    }

    private static string? Reliability(string? code) => code is null ? null : FactCodes.Reliabilities.Label(code);

    private static string? Text(DateOnly? date) => date?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
