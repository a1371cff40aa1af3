using System.Globalization;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Conferences;

namespace Pga.Application.Conferences;

/// <summary>Moves a conference to another day, time or place. Answers its id.</summary>
[Requires(Permission.HoldConference)]
public sealed record MoveConference(Guid CommandId, Guid ConferenceId, Guid BaseVersion, DateOnly? HeldOn, TimeOnly? StartsAt, string? Place) : ICommand, IConferenceFields;

internal sealed class MoveConferenceValidator : ConferenceRules<MoveConference>;

internal sealed class MoveConferenceHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<MoveConference, Guid>
{
    public async Task<Guid> Handle(MoveConference c, CancellationToken cancellationToken)
    {
        var conference = await db.ToHold(c.ConferenceId, cancellationToken);
        if (conference.Version != c.BaseVersion)
            throw new Conflict(conference.Version, [.. Compare(conference, c).Where(v => v.Theirs != v.Yours)]);
        conference.Move(c.HeldOn!.Value, c.StartsAt!.Value, c.Place!, clock.Today());
        await db.RefuseTaken(conference, cancellationToken);
        return conference.Id;
    }

    private static IEnumerable<ConflictingValue> Compare(CaseConference now, MoveConference c)
    {
        yield return new("HeldOn", "Dag", Text(now.HeldOn), Text(c.HeldOn!.Value));
        yield return new("StartsAt", "Begint om", Text(now.StartsAt), Text(c.StartsAt!.Value));
        yield return new("Place", "Plaats", now.Place, c.Place!.Trim());
    }

    private static string Text(DateOnly date) => date.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
