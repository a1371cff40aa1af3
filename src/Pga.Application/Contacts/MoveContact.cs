using System.Globalization;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Calendar = Pga.Domain.Common.Calendar;

namespace Pga.Application.Contacts;

/// <summary>Puts a planned contact at another moment or place. Answers the id of the new version.</summary>
/// <param name="ContactId">Any version of the contact.</param>
/// <param name="BaseVersion">The version that the worker had before them.</param>
[Requires(Permission.LogContact)]
public sealed record MoveContact(
    Guid CommandId, Guid TrajectId, Guid ContactId, Guid BaseVersion, DateOnly? Date, TimeOnly? Time, string? Place = null)
    : ICommand, IAboutTraject, IPlannedMoment;

internal sealed class MoveContactValidator(TimeProvider clock) : MomentRules<MoveContact>(clock);

internal sealed class MoveContactHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<MoveContact, Guid>
{
    public async Task<Guid> Handle(MoveContact c, CancellationToken cancellationToken)
    {
        var current = await db.ContactMoments.CurrentOf(c.TrajectId, c.ContactId, cancellationToken);
        var to = c.At();
        var place = string.IsNullOrWhiteSpace(c.Place) ? null : c.Place.Trim();
        if (current.Version != c.BaseVersion)
        {
            ConflictingValue[] values =
            [
                new("Date", "Datum en tijd", Text(current.OccurredAt), Text(to)),
                new("Place", "Plaats", current.Place, place),
            ];
            throw new Conflict(current.Version, [.. values.Where(v => v.Theirs != v.Yours)]);
        }

        var moved = current.Move(c.CommandId, clock.UtcNow(), to, place);
        db.ContactMoments.Add(moved);
        return moved.Id;
    }

    private static string Text(DateTime utc) => Calendar.LocalTime(utc).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);
}
