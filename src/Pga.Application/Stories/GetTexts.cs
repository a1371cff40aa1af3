using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>Every text beside the figures of a year, also those that weren't written yet.</summary>
[Requires(Permission.EditReport, Purpose = Purposes.Statistics)]
public sealed record GetTexts(int Year) : IQuery<TextsOfYear>;

/// <param name="IsFrozen">The year was confirmed; nothing changes any more.</param>
public sealed record TextsOfYear(int Year, bool IsFrozen, IReadOnlyList<TextOfYear> Texts);

/// <param name="Kind">One of <see cref="TextBlockKinds"/>.</param>
/// <param name="Key">Id of the table, or the programme.</param>
/// <param name="Title">What it stands under.</param>
/// <param name="Version">Base version for <see cref="WriteTexts"/>; empty for one that wasn't written yet.</param>
public sealed record TextOfYear(string Kind, string Key, string Title, string Text, Guid Version);

internal sealed class GetTextsValidator : AbstractValidator<GetTexts>
{
    public GetTextsValidator(TimeProvider clock) =>
        RuleFor(q => q.Year).Must(year => FrozenYears.IsYear(year, clock)).WithMessage(FrozenYears.ChooseYear);
}

internal sealed class GetTextsHandler(PgaDbContext db) : IRequestHandler<GetTexts, TextsOfYear>
{
    public async Task<TextsOfYear> Handle(GetTexts q, CancellationToken cancellationToken)
    {
        var written = await db.TextBlocks.AsNoTracking().Where(b => b.Year == q.Year).ToDictionaryAsync(b => (b.Kind, b.Key), cancellationToken);
        return new TextsOfYear(
            q.Year,
            await db.IsFrozen(q.Year, cancellationToken),
            [
                .. TextBlocks.Places(q.Year).Select(p => written.GetValueOrDefault((p.Kind, p.Key)) is { } block
                    ? new TextOfYear(p.Kind, p.Key, p.Title, block.Text, block.Version)
                    : new TextOfYear(p.Kind, p.Key, p.Title, "", Guid.Empty)),
            ]);
    }
}
