using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Stories;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Stories;

/// <summary>Who reads a story at which step, and who may take the next.</summary>
internal sealed class StoryAccessTests : StoryTest
{
    [Test]
    public async Task Is_read_by_each_role_from_the_step_that_is_theirs()
    {
        var stories = new Dictionary<string, Guid>
        {
            [StoryStates.Concept] = await Write(),
            [StoryStates.Anonymised] = await Anonymised(),
            [StoryStates.Consented] = await Consented(),
            [StoryStates.Released] = await Released(),
        };
        string[] all = [StoryStates.Concept, StoryStates.Anonymised, StoryStates.Consented, StoryStates.Released];

        await Reads(Expert, all);
        await Reads(TeamMate, all);
        await Reads(Coordinator, all);
        await Reads(Stranger, []);
        await Reads(Officer, all[1..]);
        await Reads(Manager, all[3..]);

        async Task Reads(StaffMember reader, string[] expected)
        {
            var listed = (await Pga.Send(reader, new GetStories())).Stories.Select(s => s.State);
            Assert.That(listed, Is.EquivalentTo(expected), $"{reader.RoleCodes} lists");
            foreach (var (state, id) in stories)
            {
                if (expected.Contains(state))
                    Assert.That((await Pga.Send(reader, new GetStory(id))).State, Is.EqualTo(state));
                else
                    Assert.ThrowsAsync<NotFound>(() => Pga.Send(reader, new GetStory(id)), $"{reader.RoleCodes} opens {state}");
            }
        }
    }

    [Test]
    public async Task Of_a_restricted_dossier_is_not_read_by_the_team()
    {
        var id = await Write();
        await Pga.Read(async db =>
        {
            (await db.Trajects.SingleAsync()).Restrict(true, "Familie van een medewerker");
            return await db.SaveChangesAsync();
        });

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(TeamMate, new GetStory(id)));
        Assert.That((await Pga.Send(Expert, new GetStory(id))).Id, Is.EqualTo(id));
    }

    [Test]
    public async Task Is_written_only_by_who_may_write_in_the_dossier()
    {
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, Draft()));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Stranger, Draft()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Manager, Draft()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Officer, Draft()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Administrator, Draft()));
        Assert.That(await Pga.Read(db => db.Stories.CountAsync()), Is.Zero);

        await Pga.Send(Coordinator, Draft());
    }

    [Test]
    public async Task Is_written_by_a_rio_in_their_own_traject()
    {
        var rio = A.Staff(StaffRoles.Rio);
        var traject = A.Traject(Client, rio, Programmes.Rio);
        await Pga.Given(rio, traject);

        var id = await Pga.Send(rio, Draft() with { TrajectId = traject.Id });

        Assert.That((await Pga.Send(rio, new GetStory(id))).MayWrite, Is.True);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(rio, Draft()));
    }

    [Test]
    public async Task Is_taken_further_only_by_who_may_write_in_the_dossier()
    {
        var id = await Write();
        var version = await Version(id);
        var edit = new EditStory(Guid.CreateVersion7(), id, version, Year, "t", "x", StoryLinks.Goal, "Werk");

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, new AnonymiseStory(Guid.CreateVersion7(), id, version)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, edit));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, new WithdrawStory(Guid.CreateVersion7(), id, version)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Stranger, edit));
        Assert.That((await Pga.Send(TeamMate, new GetStory(id))).MayWrite, Is.False);
        var consented = await Consented();
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Officer, new WithdrawConsent(Guid.CreateVersion7(), consented, Version(consented).Result)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Expert, Release(consented).Result));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Manager, Release(consented).Result));
    }

    [Test]
    public async Task Stays_readable_for_its_author_after_the_dossier_closed_for_them_but_tells_them_nothing_of_it()
    {
        var id = await Write("Zoë had schulden.");
        await Pga.Read(async db =>
        {
            var traject = await db.Trajects.Include(t => t.Assignments).SingleAsync();
            traject.Assignments.Single().EndBy(Today.AddDays(-1));
            db.Entry(traject).Property(t => t.Team).CurrentValue = "team-2";
            return await db.SaveChangesAsync();
        });

        var view = await Pga.Send(Expert, new GetStory(id));

        Assert.That((view.Text, view.MayWrite, view.MayWithdraw), Is.EqualTo(("Zoë had schulden.", false, true)));
        Assert.That(view.Traces, Is.Empty);
        var edit = new EditStory(Guid.CreateVersion7(), id, view.Version, Year, "t", "In Overvecht?", StoryLinks.Goal, "Werk");
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Expert, edit));
        await Pga.Send(Expert, new WithdrawStory(Guid.CreateVersion7(), id, view.Version));
    }

    [Test]
    public async Task Never_says_whose_it_is()
    {
        var id = await Released();
        foreach (var reader in new[] { Expert, Officer, Manager })
        {
            var json = JsonSerializer.Serialize(await Pga.Send(reader, new GetStory(id))) + JsonSerializer.Serialize(await Pga.Send(reader, new GetStories()));
            Assert.That(json, Does.Contain(id.ToString()).And.Not.Contain(Client.Id.ToString()).And.Not.Contain(Traject.Id.ToString()).And.Not.Contain("Revealed").And.Not.Contain("Subject"));
        }
    }

    [Test]
    public async Task Is_a_look_at_the_client_as_long_as_it_may_name_them()
    {
        var concept = await Write();
        var anonymised = await Anonymised();
        var before = await Lines();

        await Pga.Send(TeamMate, new GetStory(concept));
        await Pga.Send(TeamMate, new GetStories());
        await Pga.Send(TeamMate, new GetStory(anonymised));
        await Pga.Send(Officer, new GetStory(anonymised));

        var lines = (await Lines())[before.Count..];
        Assert.That(lines, Is.EqualTo(new[] { (nameof(GetStory), TeamMate.Id, Client.Id), (nameof(GetStories), TeamMate.Id, Client.Id) }));

        async Task<List<(string, Guid, Guid)>> Lines() => await Pga.Read(async db =>
            (await db.AccessLog.OrderBy(l => l.Id).ToListAsync()).Select(l => (l.Request, l.ActorId!.Value, l.ClientId ?? Guid.Empty)).ToList());
    }

    [Test]
    public async Task Has_its_source_behind_the_access_rule()
    {
        await Released();

        Assert.That(await Pga.ReadAs(Officer, db => db.StorySources.CountAsync()), Is.Zero);
        Assert.That(await Pga.ReadAs(Manager, db => db.StorySources.CountAsync()), Is.Zero);
        Assert.That(await Pga.ReadAs(Expert, db => db.StorySources.CountAsync()), Is.EqualTo(1));
    }
}
