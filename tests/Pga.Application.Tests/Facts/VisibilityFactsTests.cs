using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Contacts;
using Pga.Application.Facts;
using Pga.Application.Pipeline;
using Pga.Application.Relations;
using Pga.Application.Tests.Trajects;
using Pga.Application.Trajects;
using Pga.Domain.Facts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Facts;

/// <summary>Who sees which facts, by role, assignment and provenance; written from access.md, not from the rule in code.</summary>
internal sealed class VisibilityFactsTests : SliceTest
{
    /// <summary>Each way of standing towards a traject of team-1, with what is seen: nothing, the facts that aren't of justice, or all.</summary>
    private static IEnumerable<TestCaseData> Standings()
    {
        static TestCaseData Case(string name, string role, string? team, string? assignedAs, string programme, bool restricted, Sight sight) =>
            new TestCaseData(role, team, assignedAs, programme, restricted, sight).SetArgDisplayNames(name);

        yield return Case("expert assigned", StaffRoles.PgaExpert, "team-1", AssignmentRoles.Case, Programmes.LocalPga, false, Sight.All);
        yield return Case("expert assigned from another team", StaffRoles.PgaExpert, "team-2", AssignmentRoles.Process, Programmes.LocalPga, false, Sight.All);
        yield return Case("expert assigned to a restricted one", StaffRoles.PgaExpert, null, AssignmentRoles.Case, Programmes.TopX, true, Sight.All);
        yield return Case("expert of the team", StaffRoles.PgaExpert, "team-1", null, Programmes.LocalPga, false, Sight.Others);
        yield return Case("expert of the team, assigned until yesterday", StaffRoles.PgaExpert, "team-1", "ended", Programmes.LocalPga, false, Sight.Others);
        yield return Case("expert of the team, assigned from tomorrow", StaffRoles.PgaExpert, "team-1", "later", Programmes.LocalPga, false, Sight.Others);
        yield return Case("expert of another team", StaffRoles.PgaExpert, "team-2", null, Programmes.LocalPga, false, Sight.Nothing);
        yield return Case("rio assigned", StaffRoles.Rio, null, AssignmentRoles.Rio, Programmes.Rio, false, Sight.All);
        yield return Case("rio assigned to a local one", StaffRoles.Rio, null, AssignmentRoles.Case, Programmes.LocalPga, false, Sight.Nothing);
        yield return Case("rio of the team", StaffRoles.Rio, "team-1", null, Programmes.Rio, false, Sight.Nothing);
        yield return Case("coordinator of the team", StaffRoles.Coordinator, "team-1", null, Programmes.LocalPga, false, Sight.All);
        yield return Case("coordinator of the team, restricted", StaffRoles.Coordinator, "team-1", null, Programmes.LocalPga, true, Sight.Nothing);
        yield return Case("coordinator of the team, restricted and assigned", StaffRoles.Coordinator, "team-1", AssignmentRoles.Process, Programmes.LocalPga, true, Sight.All);
        yield return Case("coordinator of another team, assigned", StaffRoles.Coordinator, "team-2", AssignmentRoles.Process, Programmes.LocalPga, false, Sight.Others);
        yield return Case("coordinator of another team", StaffRoles.Coordinator, "team-2", null, Programmes.LocalPga, false, Sight.Nothing);
        yield return Case("partner assigned", StaffRoles.Partner, "team-1", AssignmentRoles.Case, Programmes.LocalPga, false, Sight.Forbidden);
        yield return Case("manager", StaffRoles.Manager, "team-1", AssignmentRoles.Case, Programmes.LocalPga, false, Sight.Forbidden);
        yield return Case("privacy officer", StaffRoles.PrivacyOfficer, "team-1", AssignmentRoles.Case, Programmes.LocalPga, false, Sight.Forbidden);
        yield return Case("administrator", StaffRoles.Administrator, "team-1", AssignmentRoles.Case, Programmes.LocalPga, false, Sight.Forbidden);
    }

    [TestCaseSource(nameof(Standings))]
    public async Task Are_seen_by_role_assignment_and_provenance(string role, string? team, string? assignedAs, string programme, bool restricted, Sight sight)
    {
        var recorder = A.Staff(StaffRoles.PgaExpert, "team-1", "Geheim Vastlegger");
        var user = A.Staff(role, team);
        var client = A.Client();
        var traject = A.Traject(client, programme: programme, team: "team-1");
        if (restricted)
            traject.Restrict(true, "Familie van een medewerker");
        if (assignedAs is "ended")
            traject.Assign(Guid.CreateVersion7(), user.Id, AssignmentRoles.Case, Today.AddDays(-90)).EndBy(Today.AddDays(-1));
        else if (assignedAs is not null)
            traject.Assign(Guid.CreateVersion7(), user.Id, assignedAs is "later" ? AssignmentRoles.Case : assignedAs, assignedAs is "later" ? Today.AddDays(1) : Today.AddDays(-90));
        await Pga.Given([recorder, user, client, traject, .. FactCodes.Provenances.All.Select(p => Fact(traject, p.Key, recorder.Id))]);
        string[] expected = sight switch
        {
            Sight.All => [.. FactCodes.Provenances.All.Select(p => p.Key)],
            Sight.Others => [FactCodes.Own, FactCodes.Partner],
            _ => [],
        };

        Assert.That(await Pga.ReadAs(user, db => db.Facts.Select(f => f.Provenance).ToListAsync()), Is.EquivalentTo(expected));
        Assert.That(await Pga.ReadAs(user, db => db.Facts.CountAsync()), Is.EqualTo(expected.Length));
        Assert.That(await Pga.ReadAs(user, db => db.History.CountAsync(h => h.Entity == nameof(Fact))), Is.EqualTo(expected.Length));
        if (sight is Sight.Nothing or Sight.Forbidden)
        {
            Assert.That(() => Pga.Send(user, new GetFacts(traject.Id)), sight is Sight.Nothing ? Throws.TypeOf<NotFound>() : Throws.TypeOf<Forbidden>());
            return;
        }

        var list = await Pga.Send(user, new GetFacts(traject.Id));
        var dossier = await Pga.Send(user, new GetDossier(traject.Id, All: true));
        Assert.That(list.Rows.Select(r => r.Provenance), Is.EquivalentTo(expected));
        Assert.That((list.Total, list.All, list.Counts.Sum(c => c.Count)), Is.EqualTo((expected.Length, expected.Length, expected.Length)));
        Assert.That(dossier.Timeline.Count(e => e.Kind == TimelineKinds.Fact), Is.EqualTo(expected.Length));
        Assert.That((list.SeesJustice, list.HidesJustice, dossier.HidesJustice), Is.EqualTo((sight is Sight.All, sight is Sight.Others, sight is Sight.Others)));
        if (sight is not Sight.Others)
            return;
        foreach (var answer in await Answers(user, traject))
            Assert.That(answer, Does.Not.Contain("Geheim").And.Not.Contain("2026-02-1"), "Neither what, nor who, nor when.");
    }

    [Test]
    public async Task Of_justice_are_written_by_those_only_who_may_read_them()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator, "team-2");
        var own = A.Staff(StaffRoles.Coordinator);
        var client = A.Client();
        var traject = A.Traject(client);
        traject.Assign(Guid.CreateVersion7(), coordinator.Id, AssignmentRoles.Process, Today.AddDays(-9));
        await Pga.Given(coordinator, own, client, traject);
        var police = new RecordFact(Guid.CreateVersion7(), traject.Id, Today, "arrest", FactCodes.Police, "Politie", "Tekst", null, Today.AddDays(30));

        Assert.That(() => Pga.Send(coordinator, police), Throws.TypeOf<Forbidden>(), "May write on this traject, but isn't of its team.");
        Assert.That(async () => await Pga.Send(coordinator, police with { Kind = "incident", Provenance = FactCodes.Partner, KeepUntil = null }), Throws.Nothing);
        var id = await Pga.Send(own, police with { CommandId = Guid.CreateVersion7() });
        var version = await Pga.Read(db => db.Facts.Where(f => f.Id == id).Select(f => f.Version).SingleAsync());
        Assert.That(() => Pga.Send(coordinator, new WithdrawFact(Guid.CreateVersion7(), traject.Id, id, version, "x")), Throws.TypeOf<NotFound>());
        Assert.That(
            () => Pga.Send(coordinator, new CorrectFact(Guid.CreateVersion7(), traject.Id, id, version, Today, "arrest", FactCodes.Police, "Politie", "T", null, Today.AddDays(3), "x")),
            Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Leave_no_line_in_the_access_log_that_tells_a_reader_when_or_by_whom()
    {
        var expert = A.Staff(StaffRoles.PgaExpert);
        var reader = A.Staff(StaffRoles.PgaExpert);
        var coordinator = A.Staff(StaffRoles.Coordinator);
        var client = A.Client();
        var traject = A.Traject(client, expert);
        await Pga.Given(expert, reader, coordinator, client, traject);
        await Pga.Send(expert, new RecordFact(Guid.CreateVersion7(), traject.Id, Today, "arrest", FactCodes.Police, "Politie", "Tekst", null, Today.AddDays(30)));
        await Pga.Send(expert, new RecordFact(Guid.CreateVersion7(), traject.Id, Today, "incident", FactCodes.Own, null, "Tekst"));

        Assert.That(await Pga.ReadAs(reader, db => db.AccessLog.CountAsync(l => l.Request == nameof(RecordFact))), Is.EqualTo(1));
        Assert.That(await Pga.ReadAs(coordinator, db => db.AccessLog.CountAsync(l => l.Request == nameof(RecordFact))), Is.EqualTo(2));
    }

    [Test]
    public async Task Are_the_same_when_listed_counted_and_on_the_timeline_for_random_users_and_trajects()
    {
        var world = new VisibilityWorld(Pga.Clock);
        var random = new Random(7);
        var facts = world.Trajects.SelectMany(t => Enumerable.Range(0, random.Next(6)).Select(_ => Fact(t, random.GetItems([.. FactCodes.Provenances.All.Select(p => p.Key)], 1)[0], null))).ToList();
        await Pga.Given([.. world.Entities, .. facts]);
        var (seen, hidden) = (0, 0);

        foreach (var user in world.Users)
        {
            var expected = facts.Where(f => MaySee(world, user, f)).Select(f => f.Id).ToHashSet();
            Assert.That(await Pga.ReadAs(user, db => db.Facts.Select(f => f.Id).ToListAsync()), Is.EquivalentTo(expected));
            foreach (var traject in world.Trajects.Where(t => world.MaySee(user, t)))
            {
                var its = facts.Where(f => f.TrajectId == traject.Id).ToList();
                var list = await Pga.Send(user, new GetFacts(traject.Id));
                Assert.That(list.Rows.Select(r => r.Id), Is.EquivalentTo(its.Where(f => expected.Contains(f.Id)).Select(f => f.Id)));
                Assert.That(list.Counts.Sum(c => c.Count), Is.EqualTo(list.Rows.Count));
                var dossier = await Pga.Send(user, new GetDossier(traject.Id, All: true));
                Assert.That(dossier.Timeline.Count(e => e.Kind == TimelineKinds.Fact), Is.EqualTo(list.Rows.Count));
                Assert.That(dossier.HidesJustice, Is.EqualTo(its.Any(f => !expected.Contains(f.Id))));
                seen += list.Rows.Count;
                hidden += its.Count - list.Rows.Count;
            }
        }

        Assert.That(seen, Is.GreaterThan(50), "Not nothing, or this test says little.");
        Assert.That(hidden, Is.GreaterThan(20), "Not everything, or this test says little.");
    }

    public enum Sight
    {
        Nothing,
        Forbidden,
        Others,
        All,
    }

    // From access.md: assigned pga-expert and RIO, and coordinator of the team.
    private static bool MaySee(VisibilityWorld world, StaffMember user, Fact fact)
    {
        var traject = world.Trajects.Single(t => t.Id == fact.TrajectId);
        if (!world.MaySee(user, traject) || !FactCodes.IsJustice(fact.Provenance))
            return world.MaySee(user, traject);
        // Only a coordinator writes without being assigned, and only on their team's.
        return world.MayWrite(user, traject) && (!user.Roles.Contains(StaffRoles.Coordinator) || user.Team == traject.Team);
    }

    /// <summary>Of the police and justice with words and a date that nothing else has.</summary>
    private Fact Fact(Traject traject, string provenance, Guid? by)
    {
        var justice = FactCodes.IsJustice(provenance);
        return new Fact(Guid.CreateVersion7(), traject.Id, justice ? by : null, Pga.Clock.GetUtcNow().UtcDateTime, new FactDetails(
            justice ? new DateOnly(2026, 2, 14) : new DateOnly(2026, 1, 3),
            justice ? "arrest" : "incident",
            provenance,
            provenance == FactCodes.Own ? null : justice ? "Geheim bureau" : "Buurtteam",
            justice ? "Geheim gegeven" : "Open gegeven",
            null,
            Today.AddDays(100)));
    }

    private async Task<List<string>> Answers(StaffMember user, Traject traject)
    {
        var answers = new List<string>
        {
            JsonSerializer.Serialize(await Pga.Send(user, new GetFacts(traject.Id))),
            JsonSerializer.Serialize(await Pga.Send(user, new GetDossier(traject.Id, All: true))),
            JsonSerializer.Serialize(await Pga.Send(user, new GetIdentity(traject.Id))),
            JsonSerializer.Serialize(await Pga.Send(user, new GetOtherTrajects(traject.ClientId))),
            JsonSerializer.Serialize(await Pga.Send(user, new GetRelations(traject.Id))),
            JsonSerializer.Serialize(await Pga.Send(user, new GetFamily(traject.Id))),
            JsonSerializer.Serialize(await Pga.Send(user, new GetWorklist(Team: true))),
            JsonSerializer.Serialize(await Pga.ReadAs(user, db => db.History.ToListAsync())),
        };
        if (user.Roles.Contains(StaffRoles.PgaExpert))
            answers.Add(JsonSerializer.Serialize(await Pga.Send(user, new GetContactForm(traject.Id))));
        return answers;
    }
}
