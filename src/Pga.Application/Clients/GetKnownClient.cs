using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;

namespace Pga.Application.Clients;

/// <summary>The client for whom a new traject is made.</summary>
[Requires(Permission.ReferClient)]
public sealed record GetKnownClient(Guid ClientId) : IQuery<ReferredClient>, IAboutClient;

public sealed record ReferredClient(Guid ClientId, string Name, string Number, string? Wijk);

internal sealed class GetKnownClientHandler(PgaDbContext db) : IRequestHandler<GetKnownClient, ReferredClient>
{
    public async Task<ReferredClient> Handle(GetKnownClient q, CancellationToken cancellationToken)
    {
        var client = await db.Clients.Where(c => c.Id == q.ClientId)
            .Select(c => new { c.GivenName, c.Prefix, c.FamilyName, c.Number, c.Wijk })
            .SingleAsync(cancellationToken);
        return new ReferredClient(q.ClientId, Client.NameOf(client.GivenName, client.Prefix, client.FamilyName), client.Number, client.Wijk);
    }
}
