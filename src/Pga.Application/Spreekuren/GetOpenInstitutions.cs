using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Catalogues;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Spreekuren;

/// <summary>The institutions that are open today, for a choice.</summary>
[Requires(Permission.HoldSpreekuur)]
public sealed record GetOpenInstitutions : IQuery<IReadOnlyList<InstitutionOption>>;

/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record InstitutionOption(Guid Id, string Name, string Country);

internal sealed class GetOpenInstitutionsHandler(PgaDbContext db, TimeProvider clock) : IRequestHandler<GetOpenInstitutions, IReadOnlyList<InstitutionOption>>
{
    public async Task<IReadOnlyList<InstitutionOption>> Handle(GetOpenInstitutions q, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await db.Institutions.ValidOn(today)
            .OrderBy(i => i.Order).ThenBy(i => i.Code)
            .Select(i => new InstitutionOption(i.Id, i.Name, i.Country))
            .ToListAsync(cancellationToken);
    }
}
