using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>A letter that was recorded, to print it or download it (again).</summary>
/// <param name="ContactId">Any version of its contact moment.</param>
[Requires(Permission.LogContact)]
public sealed record GetSentLetter(Guid TrajectId, Guid ContactId) : IQuery<SentLetter>, IAboutTraject;

public sealed record SentLetter(string Subject, string Text, DateOnly On)
{
    /// <summary>The subject on a line of its own, then the letter.</summary>
    internal static string Report(string subject, string text) => $"{subject.Trim()}\n\n{text.ReplaceLineEndings("\n").Trim()}";

    internal static SentLetter Of(string report, DateOnly on)
    {
        var parts = report.ReplaceLineEndings("\n").Split("\n\n", 2);
        // A letter that was written elsewhere and described here has no subject of its own.
        return parts is [{ Length: <= LetterTemplate.MaxSubject } subject, var text] && !subject.Contains('\n', StringComparison.Ordinal)
            ? new SentLetter(subject, text, on)
            : new SentLetter(ContactCodes.Kinds.Label(ContactCodes.Letter), report, on);
    }
}

internal sealed class GetSentLetterHandler(PgaDbContext db) : IRequestHandler<GetSentLetter, SentLetter>
{
    public async Task<SentLetter> Handle(GetSentLetter q, CancellationToken cancellationToken)
    {
        var letter = await db.ContactMoments.AsNoTracking().CurrentOf(q.TrajectId, q.ContactId, cancellationToken);
        return letter is { Kind: ContactCodes.Letter, Report: { } report } ? SentLetter.Of(report, letter.OccurredOn) : throw new NotFound();
    }
}
