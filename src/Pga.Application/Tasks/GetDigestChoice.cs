using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Tasks;

/// <summary>What the actor chose about mail; daily for who never chose.</summary>
[Requires(Permission.ViewTasks)]
public sealed record GetDigestChoice : IQuery<DigestChoice>;

/// <param name="Email">Where it goes.</param>
public sealed record DigestChoice(bool Daily, string Email);

internal sealed class GetDigestChoiceHandler(PgaDbContext db) : IRequestHandler<GetDigestChoice, DigestChoice>
{
    public async Task<DigestChoice> Handle(GetDigestChoice q, CancellationToken cancellationToken) =>
        await db.Staff.Where(s => s.Id == db.ActorId)
            .Select(s => new DigestChoice(!db.DigestSettings.Any(d => d.StaffId == s.Id && !d.Daily), s.Email))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
}
