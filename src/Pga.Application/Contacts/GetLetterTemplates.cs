using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>The letters that there are to choose from today.</summary>
[Requires(Permission.LogContact)]
public sealed record GetLetterTemplates : IQuery<IReadOnlyList<LetterChoice>>;

public sealed record LetterChoice
{
    public required string Code { get; init; }

    public required string Name { get; init; }
}

internal sealed class LetterProjection : Profile
{
    public LetterProjection() => CreateProjection<LetterTemplate, LetterChoice>();
}

internal sealed class GetLetterTemplatesHandler(PgaDbContext db, AutoMapper.IConfigurationProvider projections, TimeProvider clock)
    : IRequestHandler<GetLetterTemplates, IReadOnlyList<LetterChoice>>
{
    public async Task<IReadOnlyList<LetterChoice>> Handle(GetLetterTemplates q, CancellationToken cancellationToken) =>
        await db.LetterTemplates.ValidOn(clock.Today()).OrderBy(t => t.Order).ThenBy(t => t.Name).ProjectTo<LetterChoice>(projections).ToListAsync(cancellationToken);
}
