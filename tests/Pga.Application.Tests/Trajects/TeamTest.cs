using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

/// <summary>Base of tests about who works on what: one team with two experts, two RIOs and a coordinator, and another team.</summary>
internal abstract class TeamTest : SliceTest
{
    protected StaffMember Coordinator { get; } = A.Staff(StaffRoles.Coordinator, name: "Coördinator Een");

    protected StaffMember Expert { get; } = A.Staff(StaffRoles.PgaExpert, name: "Expert Een");

    protected StaffMember Colleague { get; } = A.Staff(StaffRoles.PgaExpert, name: "Expert Twee");

    protected StaffMember Rio { get; } = A.Staff(StaffRoles.Rio, name: "Rio Een");

    protected StaffMember OtherRio { get; } = A.Staff(StaffRoles.Rio, name: "Rio Twee");

    protected StaffMember OtherCoordinator { get; } = A.Staff(StaffRoles.Coordinator, "team-2", "Coördinator Twee");

    protected StaffMember Outsider { get; } = A.Staff(StaffRoles.PgaExpert, "team-2", "Expert Drie");

    protected Client Client { get; } = A.Client();

    protected Task GivenTeam(params object[] more) =>
        Pga.Given([Coordinator, Expert, Colleague, Rio, OtherRio, OtherCoordinator, Outsider, Client, .. more]);

    protected Traject Of(StaffMember worker, string programme = Programmes.LocalPga, string? team = "team-1") =>
        A.Traject(Client, worker, programme, team);

    protected async Task<bool> Opens(StaffMember who, Traject traject)
    {
        try
        {
            await Pga.Send(who, new GetDossier(traject.Id));
            return true;
        }
        catch (NotFound)
        {
            return false;
        }
    }

    protected Task<Traject> Stored(Traject traject) =>
        Pga.Read(db => db.Trajects.Include(t => t.Assignments).AsNoTracking().SingleAsync(t => t.Id == traject.Id));

    protected async Task<Guid> Version(Traject traject) => (await Stored(traject)).Version;

    protected static async Task<string> Refusal<T>(Task<T> sending)
    {
        try
        {
            await sending;
        }
        catch (Invalid invalid)
        {
            return string.Join(' ', invalid.Errors.Select(e => e.Code));
        }

        return "none";
    }
}
