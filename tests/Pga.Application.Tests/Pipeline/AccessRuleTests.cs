using Microsoft.EntityFrameworkCore;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Pipeline;

internal sealed class AccessRuleTests : SliceTest
{
    [Test]
    public async Task Shows_an_expert_their_own_and_their_teams_trajects_and_no_others()
    {
        var expert = A.Staff(StaffRoles.PgaExpert, "team-1");
        var other = A.Staff(StaffRoles.PgaExpert, "team-2");
        Domain.Clients.Client[] clients = [A.Client(), A.Client(), A.Client()];
        var own = A.Traject(clients[0], expert, team: "team-2");
        var teams = A.Traject(clients[1], other, team: "team-1");
        var foreign = A.Traject(clients[2], other, team: "team-2");
        await Pga.Given([expert, other, .. clients, own, teams, foreign]);

        var seen = await Pga.ReadAs(expert, db => db.Trajects.Select(t => t.Id).ToListAsync());
        var seenClients = await Pga.ReadAs(expert, db => db.Clients.Select(t => t.Id).ToListAsync());

        Assert.That(seen, Is.EquivalentTo(new[] { own.Id, teams.Id }));
        Assert.That(seenClients, Is.EquivalentTo(new[] { clients[0].Id, clients[1].Id }));
    }

    [Test]
    public async Task Shows_a_manager_nothing()
    {
        var manager = A.Staff(StaffRoles.Manager, "team-1");
        var client = A.Client();
        await Pga.Given(manager, client, A.Traject(client, manager));

        Assert.That(await Pga.ReadAs(manager, db => db.Trajects.CountAsync()), Is.Zero);
        Assert.That(await Pga.ReadAs(manager, db => db.Clients.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_a_rio_only_rio_trajects_assigned_to_them()
    {
        var rio = A.Staff(StaffRoles.Rio);
        var client = A.Client();
        var theirs = A.Traject(client, rio, Programmes.Rio);
        var local = A.Traject(client, programme: Programmes.LocalPga);
        await Pga.Given(rio, client, theirs, local);

        Assert.That(await Pga.ReadAs(rio, db => db.Trajects.Select(t => t.Id).ToListAsync()), Is.EqualTo(new[] { theirs.Id }));
    }
}
