using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Audit;

/// <summary>The access log as one request sees it: makes the lines and waits until they are stored.</summary>
internal sealed class AccessLog(Actor actor, CurrentRequest current, TimeProvider clock, AccessLogWriter writer)
{
    public Task Write(IReadOnlyCollection<AccessSubject> subjects, string outcome)
    {
        if (subjects.Count == 0)
            return Task.CompletedTask;
        var at = clock.UtcNow();
        var role = string.Join('|', actor.Roles);
        return writer.Write(
        [
            .. subjects.Select(s => new AccessLogLine
            {
                At = at,
                ActorId = actor.StaffId,
                Role = role,
                Request = current.Name,
                ClientId = s.ClientId,
                TrajectId = s.TrajectId,
                Purpose = current.Purpose,
                Outcome = outcome,
                Source = actor.Source,
            }),
        ]);
    }
}
