using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Staff;

namespace Pga.Application.Tasks;

/// <summary>Who may still get a mail on a day: colleagues who can sign in, didn't turn it off, and weren't looked at yet that day.</summary>
[Requires(Permission.SendDigests, Purpose = Purposes.Management)]
public sealed record GetDigestReceivers(DateOnly Day) : IQuery<IReadOnlyList<DigestReceiver>>;

/// <summary>Holds all that the sender needs to ask in this colleague's name.</summary>
public sealed record DigestReceiver(Guid StaffId, string Email, string Name, IReadOnlyList<string> Roles, string? Team, string? Organisation, Guid? PartnerId)
{
    public void SignIn(Actor actor, string source) => actor.BecomeStaff(StaffId, Name, Roles, Team, Organisation, source, PartnerId);
}

internal sealed class GetDigestReceiversHandler(PgaDbContext db) : IRequestHandler<GetDigestReceivers, IReadOnlyList<DigestReceiver>>
{
    public async Task<IReadOnlyList<DigestReceiver>> Handle(GetDigestReceivers q, CancellationToken cancellationToken)
    {
        var staff = await db.Staff.AsNoTracking()
            .Where(s => s.Active && db.Users.Any(u => u.Id == s.Id)
                && !db.DigestSettings.Any(d => d.StaffId == s.Id && (!d.Daily || d.DoneOn >= q.Day)))
            .OrderBy(s => s.Email).ToListAsync(cancellationToken);
        return [.. staff.Select(Of)];
    }

    private static DigestReceiver Of(StaffMember s) => new(s.Id, s.Email, s.Name, s.Roles, s.Team, s.Organisation, s.PartnerId);
}
