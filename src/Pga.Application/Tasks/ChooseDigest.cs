using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Tasks;

namespace Pga.Application.Tasks;

/// <summary>Whether the actor gets a mail on a working day on which something waits for them. Answers the id of the actor.</summary>
[Requires(Permission.ViewTasks)]
public sealed record ChooseDigest(Guid CommandId, bool Daily) : ICommand;

internal sealed class ChooseDigestHandler(PgaDbContext db, Actor actor) : IRequestHandler<ChooseDigest, Guid>
{
    public async Task<Guid> Handle(ChooseDigest c, CancellationToken cancellationToken)
    {
        var setting = await db.DigestOf(actor.StaffId ?? throw new Forbidden(), cancellationToken);
        setting.Choose(c.Daily);
        return setting.StaffId;
    }
}

internal static class Digests
{
    public static async Task<DigestSetting> DigestOf(this PgaDbContext db, Guid staffId, CancellationToken ct)
    {
        if (await db.DigestSettings.SingleOrDefaultAsync(s => s.StaffId == staffId, ct) is { } setting)
            return setting;
        return db.DigestSettings.Add(new DigestSetting(staffId)).Entity;
    }
}
