using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Stories;

namespace Pga.Application.Stories;

/// <summary>
/// Writes texts beside the figures of a year. Only what differs from what is stored is a change, so two people can each write
/// their own. Answers the command's id.
/// </summary>
[Requires(Permission.EditReport, Purpose = Purposes.Statistics)]
public sealed record WriteTexts(Guid CommandId, int Year, IReadOnlyList<TextEdit> Texts) : ICommand;

/// <param name="Kind">One of <see cref="TextBlockKinds"/>.</param>
/// <param name="Key">Id of the table, or the programme.</param>
/// <param name="Text">Plain text; empty to take it away.</param>
/// <param name="BaseVersion">Version that the form showed; empty when there was no text.</param>
public sealed record TextEdit(string Kind, string Key, string? Text, Guid BaseVersion);

internal sealed class WriteTextsValidator : AbstractValidator<WriteTexts>
{
    public WriteTextsValidator(TimeProvider clock)
    {
        RuleFor(c => c.Year).Must(year => FrozenYears.IsYear(year, clock)).WithMessage(FrozenYears.ChooseYear);
        RuleFor(c => c.Texts).NotNull().WithMessage("Er is niets verstuurd.");
        RuleForEach(c => c.Texts).ChildRules(text =>
        {
            text.RuleFor(t => t.Text).MaximumLength(TextBlock.MaxText).WithMessage("De tekst is te lang. Gebruik hoogstens 8.000 tekens.");
        });
    }
}

internal sealed class WriteTextsHandler(PgaDbContext db) : IRequestHandler<WriteTexts, Guid>
{
    public async Task<Guid> Handle(WriteTexts c, CancellationToken cancellationToken)
    {
        await db.RefuseFrozen(c.Year, cancellationToken);
        var places = TextBlocks.Places(c.Year).ToDictionary(p => (p.Kind, p.Key), p => p.Title);
        var written = await db.TextBlocks.Where(b => b.Year == c.Year).ToDictionaryAsync(b => (b.Kind, b.Key), cancellationToken);
        var conflicts = new List<ConflictingValue>();
        for (var i = 0; i < c.Texts.Count; i++)
        {
            var edit = c.Texts[i];
            if (!places.TryGetValue((edit.Kind, edit.Key), out var title))
                throw new NotFound();
            var text = (edit.Text ?? "").ReplaceLineEndings("\n").Trim();
            var block = written.GetValueOrDefault((edit.Kind, edit.Key));
            if (text == (block?.Text ?? ""))
                continue;
            if ((block?.Version ?? Guid.Empty) != edit.BaseVersion)
                conflicts.Add(new ConflictingValue($"{nameof(c.Texts)}[{i}].{nameof(edit.Text)}", title, block?.Text, text));
            else if (block is null)
                db.TextBlocks.Add(written[(edit.Kind, edit.Key)] = new TextBlock(Guid.CreateVersion7(), c.Year, edit.Kind, edit.Key, text));
            else
                block.Write(text);
        }

        if (conflicts.Count > 0)
            throw new Conflict(Guid.Empty, conflicts);
        return c.CommandId;
    }
}
