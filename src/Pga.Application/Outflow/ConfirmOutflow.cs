using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Outflow;
using Pga.Domain.Trajects;

namespace Pga.Application.Outflow;

/// <summary>The second person agrees: from now on the traject counts as outflow. Answers the id of the traject.</summary>
/// <param name="BaseVersion">So that what is confirmed is what was read.</param>
[Requires(Permission.ConfirmOutflow)]
public sealed record ConfirmOutflow(Guid CommandId, Guid TrajectId, Guid BaseVersion) : ICommand, IAboutTraject;

internal sealed class ConfirmOutflowHandler(PgaDbContext db, Actor actor, TimeProvider clock) : IRequestHandler<ConfirmOutflow, Guid>
{
    public async Task<Guid> Handle(ConfirmOutflow c, CancellationToken cancellationToken)
    {
        var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync(t => t.Id == c.TrajectId, cancellationToken);
        OutflowVersions.Check(traject, c.BaseVersion);
        traject.ConfirmOutflow(actor.StaffId!.Value, clock.UtcNow());
        await db.CloseReferrals(traject.Id, actor.StaffId, clock.UtcNow(), cancellationToken);
        return traject.Id;
    }
}

internal static class OutflowVersions
{
    /// <summary>For commands that carry no values of their own: shows what there is now.</summary>
    public static void Check(Traject now, Guid baseVersion)
    {
        if (now.Version == baseVersion)
            return;
        throw new Conflict(now.Version,
        [
            new("EndedOn", "Laatste dag", now.EndedOn?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture), null),
            new("Reason", "Reden", now.EndReason is null ? null : EndReasons.List.Label(now.EndReason), null),
        ]);
    }
}
