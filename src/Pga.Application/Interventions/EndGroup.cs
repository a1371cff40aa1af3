using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Interventions;

/// <summary>Says on which day a group ends, or that it goes on. Whoever is in it stays until their end report. Answers the id of the group.</summary>
/// <param name="Until">The last day; null when it goes on.</param>
[Requires(Permission.HoldSession)]
public sealed record EndGroup(Guid CommandId, Guid GroupId, Guid BaseVersion, DateOnly? Until) : ICommand;

internal sealed class EndGroupHandler(PgaDbContext db) : IRequestHandler<EndGroup, Guid>
{
    public async Task<Guid> Handle(EndGroup c, CancellationToken cancellationToken)
    {
        var group = await db.InterventionGroups.SingleOrDefaultAsync(g => g.Id == c.GroupId && db.Grouped().Any(i => i.Id == g.InterventionId), cancellationToken)
            ?? throw new NotFound();
        if (group.Version != c.BaseVersion)
            throw new Conflict(group.Version, [new("Until", "Laatste dag", Text(group.Until), Text(c.Until))]);
        group.EndOn(c.Until);
        return group.Id;
    }

    private static string? Text(DateOnly? date) => date?.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
