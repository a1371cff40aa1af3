using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Contacts;
using Pga.Application.Pipeline;
using Pga.Application.Relations;
using Pga.Application.Tests.Trajects;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Relations;

/// <summary>Families across random users and trajects: nobody learns of a client whom they may not see.</summary>
internal sealed class VisibilityRelationsTests : SliceTest
{
    private readonly List<(Client From, Client To, Guid LinkId)> _links = [];
    private VisibilityWorld _world = null!;

    [Test]
    public async Task Tell_nobody_of_a_client_they_may_not_see()
    {
        _world = new VisibilityWorld(Pga.Clock);
        var relations = _world.Clients.Select((c, i) => new Relation(Guid.CreateVersion7(), c.Id, i % 3 == 0 ? "sister" : "brother", $"Relatie {i}", 2000 + i, "Woont in")).ToList();
        await Pga.Given([.. _world.Entities, .. relations]);
        var before = await AnswersOfAll();

        await LinkAtRandom(relations);

        var after = await AnswersOfAll();
        var (told, untold) = (0, 0);
        foreach (var user in _world.Users)
        {
            var seen = _world.Clients.Where(c => _world.MaySee(user, c)).ToList();
            string[] hidden = [.. _world.Clients.Except(seen).SelectMany(c => new[] { c.Id.ToString(), c.Number }), .. _world.Trajects.Where(t => !_world.MaySee(user, t)).Select(t => t.Id.ToString())];
            foreach (var ((name, client), answer) in after[user])
            {
                Assert.That(hidden.Where(h => answer.Contains(h, StringComparison.OrdinalIgnoreCase)), Is.Empty, name);
                if (Steps(user, client).Count > 0)
                    continue;
                untold++;
                Assert.That(answer, Is.EqualTo(before[user][(name, client)]), $"{name}: not even a version tells that there is a link");
            }

            foreach (var client in seen)
            {
                var traject = _world.Trajects.First(t => t.ClientId == client.Id && _world.MaySee(user, t));
                var members = (await Pga.Send(user, new GetFamily(traject.Id))).Members.Select(m => m.ClientId);
                Assert.That(members, Is.EquivalentTo(Steps(user, client).Select(c => c.Id)));
                told += Steps(user, client).Count;
            }
        }

        Assert.That(told, Is.GreaterThan(20), "Not nothing, or this test says little.");
        Assert.That(untold, Is.GreaterThan(50), "Not everything, or this test says little.");
    }

    [Test]
    public async Task Leave_no_trace_in_history_or_access_log_for_who_sees_one_side_only()
    {
        _world = new VisibilityWorld(Pga.Clock);
        var relations = _world.Clients.Select((c, i) => new Relation(Guid.CreateVersion7(), c.Id, "brother", $"Relatie {i}", null, "Woont in")).ToList();
        await Pga.Given([.. _world.Entities, .. relations]);
        await LinkAtRandom(relations);
        Assert.That(await Pga.Read(db => db.AccessLog.CountAsync(l => l.Request == nameof(LinkFamily))), Is.GreaterThan(3), "Made by messages, or this test says nothing of the log.");

        foreach (var user in _world.Users)
        {
            var visible = Visible(user).Select(l => l.LinkId).ToList();
            Assert.That(await Pga.ReadAs(user, db => db.FamilyLinks.Select(l => l.Id).ToListAsync()), Is.EquivalentTo(visible));
            Assert.That(await Pga.ReadAs(user, db => db.FamilyLinks.CountAsync()), Is.EqualTo(visible.Count));
            Assert.That(await Pga.ReadAs(user, db => db.History.Where(h => h.Entity == nameof(FamilyLink)).Select(h => h.EntityId).ToListAsync()), Is.EquivalentTo(visible));
            Assert.That(
                await Pga.ReadAs(user, db => db.AccessLog.Where(l => l.Request == nameof(LinkFamily) && l.ActorId != user.Id).CountAsync()), Is.Zero,
                "A line about one client says that there is another.");
        }
    }

    private async Task LinkAtRandom(List<Relation> relations)
    {
        var random = new Random(4);
        foreach (var relation in relations)
        {
            var from = _world.Clients.Single(c => c.Id == relation.ClientId);
            var to = _world.Clients.Where(c => c != from).ElementAt(random.Next(_world.Clients.Count - 1));
            var own = _world.Trajects.Where(t => t.ClientId == from.Id).ToList();
            var maker = _world.Users.FirstOrDefault(u => u.Roles.Contains(StaffRoles.PgaExpert) && own.Any(t => _world.MayWrite(u, t)) && _world.MaySee(u, to));
            if (maker is not null)
            {
                var traject = own.First(t => _world.MayWrite(maker, t));
                _links.Add((from, to, await Pga.Send(maker, new LinkFamily(Guid.CreateVersion7(), traject.Id, relation.Id, to.Id, "Gezin"))));
                continue;
            }

            // By somebody who saw both then.
            var link = new FamilyLink(Guid.CreateVersion7(), relation.Id, from.Id, to.Id, "Gezin", "Samen op bezoek", Today);
            await Pga.Given(link);
            _links.Add((from, to, link.Id));
        }
    }

    private IEnumerable<(Client From, Client To, Guid LinkId)> Visible(StaffMember user) => _links.Where(l => _world.MaySee(user, l.From) && _world.MaySee(user, l.To));

    /// <summary>Written from the rule: whom one reaches in three steps over clients one may see.</summary>
    private HashSet<Client> Steps(StaffMember user, Client client)
    {
        HashSet<Client> reached = [client];
        for (var step = 0; step < Family.MaxSteps; step++)
            reached.UnionWith(Visible(user).Where(l => reached.Contains(l.From) || reached.Contains(l.To)).SelectMany(l => new[] { l.From, l.To }).ToList());
        reached.Remove(client);
        return reached;
    }

    private async Task<Dictionary<StaffMember, Dictionary<(string Name, Client Client), string>>> AnswersOfAll()
    {
        var answers = new Dictionary<StaffMember, Dictionary<(string, Client), string>>();
        foreach (var user in _world.Users)
            answers[user] = await Answers(user);
        return answers;
    }

    private async Task<Dictionary<(string, Client), string>> Answers(StaffMember user)
    {
        var answers = new Dictionary<(string, Client), string>();
        foreach (var client in _world.Clients)
        {
            foreach (var traject in _world.Trajects.Where(t => t.ClientId == client.Id))
            {
                answers[($"relations {traject.Id}", client)] = await Answer(user, new GetRelations(traject.Id));
                answers[($"family {traject.Id}", client)] = await Answer(user, new GetFamily(traject.Id));
                answers[($"dossier {traject.Id}", client)] = await Answer(user, new GetDossier(traject.Id, All: true));
                if (user.Roles.Any(r => r is StaffRoles.PgaExpert or StaffRoles.Rio))
                    answers[($"contact {traject.Id}", client)] = await Answer(user, new GetContactForm(traject.Id));
            }

            answers[("other trajects", client)] = await Answer(user, new GetOtherTrajects(client.Id));
        }

        return answers;
    }

    private async Task<string> Answer<T>(StaffMember user, IQuery<T> query)
    {
        try
        {
            return JsonSerializer.Serialize(await Pga.Send(user, query));
        }
        catch (NotFound)
        {
            return "not found";
        }
    }
}
