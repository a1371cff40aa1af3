using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;

namespace Pga.Application.Stories;

/// <summary>What a story can belong to, besides a goal.</summary>
/// <param name="Chosen">Code of the intervention that a story has already; it stays among the choices.</param>
[Requires(Permission.WriteStory)]
public sealed record GetStoryChoices(string? Chosen = null) : IQuery<StoryChoices>;

/// <param name="Leefgebieden">Of every list.</param>
/// <param name="Interventions">Of this year and the one before, by code and in catalogue order.</param>
public sealed record StoryChoices(IReadOnlyList<Code> Leefgebieden, IReadOnlyList<Code> Interventions);

internal sealed class GetStoryChoicesHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetStoryChoices, StoryChoices>
{
    public async Task<StoryChoices> Handle(GetStoryChoices q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var valid = db.Interventions.ValidWithin(new DateOnly(today.Year - 1, 1, 1), today).Select(i => i.Id);
        return new StoryChoices(
            [.. Leefgebieden.Pga2024.All, .. Leefgebieden.Rio2024.All],
            await db.Interventions.Where(i => i.Code == q.Chosen || valid.Contains(i.Id))
                .OrderBy(i => i.Order).ThenBy(i => i.Name).Select(i => new Code(i.Code, i.Name)).ToListAsync(cancellationToken));
    }
}
