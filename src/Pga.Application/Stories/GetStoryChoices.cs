using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Stories;

/// <summary>What a story can belong to, besides a goal.</summary>
[Requires(Permission.WriteStory)]
public sealed record GetStoryChoices : IQuery<StoryChoices>;

/// <param name="Leefgebieden">Of every list.</param>
/// <param name="Interventions">By code, in catalogue order.</param>
public sealed record StoryChoices(IReadOnlyList<Code> Leefgebieden, IReadOnlyList<Code> Interventions);

internal sealed class GetStoryChoicesHandler(PgaDbContext db) : IRequestHandler<GetStoryChoices, StoryChoices>
{
    public async Task<StoryChoices> Handle(GetStoryChoices q, CancellationToken cancellationToken) => new(
        [.. Leefgebieden.Pga2024.All, .. Leefgebieden.Rio2024.All],
        await db.Interventions.OrderBy(i => i.Order).ThenBy(i => i.Name).Select(i => new Code(i.Code, i.Name)).ToListAsync(cancellationToken));
}
