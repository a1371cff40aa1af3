using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>Records a letter as a contact moment of now, with its text as the report. Answers the id of the contact moment.</summary>
[Requires(Permission.LogContact)]
public sealed record RecordLetter(Guid CommandId, Guid TrajectId, string? Subject, string? Text) : ICommand, IAboutTraject, ILetter;

internal sealed class RecordLetterValidator : LetterRules<RecordLetter>;

internal sealed class RecordLetterHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<RecordLetter, Guid>
{
    public Task<Guid> Handle(RecordLetter c, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var report = SentLetter.Report(c.Subject!, c.Text!);
        db.ContactMoments.Add(new ContactMoment(
            c.CommandId, c.TrajectId, actor.StaffId, now, new ContactDetails(ContactCodes.Letter, now, ContactCodes.Held, report)));
        return Task.FromResult(c.CommandId);
    }
}
