using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;

namespace Pga.Application.Tasks;

/// <summary>A colleague got their mail of a day, or there was nothing to send. Answers the colleague's id.</summary>
[Requires(Permission.SendDigests, Purpose = Purposes.Management)]
public sealed record RecordDigest(Guid CommandId, Guid StaffId, DateOnly Day) : ICommand;

internal sealed class RecordDigestHandler(PgaDbContext db) : IRequestHandler<RecordDigest, Guid>
{
    public async Task<Guid> Handle(RecordDigest c, CancellationToken cancellationToken)
    {
        var setting = await db.DigestOf(c.StaffId, cancellationToken);
        setting.Done(c.Day);
        return setting.StaffId;
    }
}
