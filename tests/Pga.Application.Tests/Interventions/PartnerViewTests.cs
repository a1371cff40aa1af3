using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Clients;
using Pga.Application.Contacts;
using Pga.Application.Interventions;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Interventions;

/// <summary>What a partner sees of a client: what was granted, while it is, and nothing else.</summary>
internal sealed class PartnerViewTests : InterventionTest
{
    [Test]
    public async Task Shows_what_was_granted_of_each_kind()
    {
        await Pga.Given(
            A.Assessment(OfNoor, Today.AddDays(-300), Moments.Start, 1),
            A.Assessment(OfNoor, Today.AddDays(-9), Moments.Interim, 4, ("gezin", 2)));
        await Agree(Noor, "Twee personen bij huisbezoek", Today);
        var all = await Refer(OfNoor, Gym, AllFields);
        var bare = await Refer(OfSami, Gym, GrantFields.Wijk);

        var person = (await Pga.Send(Jan, new GetReferral(all))).Person!;
        var other = await Pga.Send(Jan, new GetReferral(bare));

        Assert.Multiple(() =>
        {
            Assert.That(
                (person.Label, person.Name, person.BirthDate, person.Gender, person.Wijk),
                Is.EqualTo(("Noor Yıldız", "Noor Yıldız", (DateOnly?)new DateOnly(2004, 2, 29), "unknown", "overvecht")));
            Assert.That(person.Levels, Is.EqualTo(new[] { new GrantedLevel("gezin", 2) }));
            Assert.That((person.SafetyAgreement, person.SafetyAgreementUntil), Is.EqualTo(("Twee personen bij huisbezoek", (DateOnly?)Today)), "always goes along");
            Assert.That((other.Person!.Name, other.Person.BirthDate, other.Person.Gender, other.Person.Wijk), Is.EqualTo(((string?)null, (DateOnly?)null, (string?)null, "zuid")));
            Assert.That(other.Person.Label, Does.StartWith("Deelnemer "));
            Assert.That((other.Contact, other.ContactEmail, other.Purpose, other.Goal), Is.EqualTo((Expert.Name, Expert.Email, "Om te begeleiden bij het sporten", "Weer ritme")));
        });
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Pga.Send(Jan, new GetReferral(all))).Person!.SafetyAgreement, Is.Null, "it holds no longer");
    }

    [Test]
    public async Task Holds_nothing_that_was_not_granted_whatever_was()
    {
        var random = new Random(20260303);
        var areas = Leefgebieden.Pga2024.All.Select(l => GrantFields.Level(l.Key)).ToList();
        var fields = GrantFields.Person.All.Select(f => f.Key).Concat(areas).ToList();
        var cases = new List<(Client Client, string[] Fields, string? Safety, int[] Levels)>();
        for (var i = 0; i < 40; i++)
        {
            // Every value tells its kind and whose it is, so that it can be found back anywhere.
            var client = new Client(Guid.CreateVersion7(), $"NUMMER{i:D3}X", $"VOORNAAM{i:D3}X", null, $"ACHTERNAAM{i:D3}X", new DateOnly(1990, 1, 1).AddDays(i * 31), "female");
            client.LivesIn(Wijken.List.All[i % 10].Key, Residence.Always);
            var safety = random.Next(3) switch { 0 => $"VEILIG{i:D3}X", 1 => $"VERLOPEN{i:D3}X", _ => null };
            client.AgreeOnSafety(safety, safety is null ? null : safety.StartsWith("VERLOPEN", StringComparison.Ordinal) ? Today.AddDays(-1) : Today.AddDays(5));
            var traject = A.Traject(client, Expert);
            traject.GroundIn($"GROND{i:D3}X", $"DOELVANTRAJECT{i:D3}X", "yes", null, null);
            var levels = areas.Select(_ => random.Next(1, 6)).ToArray();
            var chosen = fields.Where(_ => random.Next(3) == 0).DefaultIfEmpty(fields[random.Next(fields.Count)]).ToArray();
            await Pga.Given(client, traject, A.Assessment(traject, Today.AddDays(-1), Moments.Start, 3, [.. Leefgebieden.Pga2024.All.Select((l, n) => (l.Key, levels[n]))]));
            var id = await Refer(traject, Gym, chosen);
            if (random.Next(2) == 0)
                await Plan(Jan, Gym, Today, await ParticipationOf(await Accept(id)));
            cases.Add((client, chosen, safety, levels));
        }

        var referrals = await Pga.Read(db => db.Referrals.Join(db.Trajects, r => r.TrajectId, t => t.Id, (r, t) => new { r.Id, r.ParticipationId, r.AcceptedAt, t.ClientId, TrajectId = t.Id }).ToListAsync());
        var sessions = await Pga.Read(db => db.InterventionSessions.Select(s => s.Id).ToListAsync());
        Dictionary<string, object> shared = new()
        {
            ["desk 1"] = await Pga.Send(Jan, new GetPartnerDesk()),
            ["desk 2"] = await Pga.Send(Jan, new GetPartnerDesk(2)),
            ["sessions"] = await Pga.Send(Jan, new GetSessions()),
            ["form"] = await Pga.Send(Jan, new GetSessionForm(Gym.Id)),
        };
        foreach (var session in sessions)
            shared[$"session {session}"] = await Pga.Send(Jan, new GetSession(session));
        foreach (var (name, answer) in shared)
        {
            var json = JsonSerializer.Serialize(answer);
            foreach (var c in cases)
                AssertOnly(name, json, c.Client, c.Fields, c.Safety);
            Assert.That(json, Does.Not.Contain("GROND").And.Not.Contain("DOELVANTRAJECT"));
        }

        foreach (var r in referrals)
        {
            var c = cases.Single(x => x.Client.Id == r.ClientId);
            var view = await Pga.Send(Jan, new GetReferral(r.Id));
            var json = JsonSerializer.Serialize(view);
            AssertOnly($"referral with {string.Join(',', c.Fields)}", json, c.Client, c.Fields, c.Safety);
            foreach (var other in cases.Where(x => x.Client.Id != r.ClientId))
                AssertOnly("another's referral", json, other.Client, [], null);
            Assert.That(json, Does.Not.Contain("GROND").And.Not.Contain(c.Client.Id.ToString()).And.Not.Contain(r.TrajectId.ToString()));
            // Granted is shown, so that this test can't pass on nothing.
            Assert.That((view.Person!.Name is not null, view.Person.BirthDate is not null, view.Person.Gender is not null, view.Person.Wijk is not null),
                Is.EqualTo((c.Fields.Contains("name"), c.Fields.Contains("birth-date"), c.Fields.Contains("gender"), c.Fields.Contains("wijk"))));
            Assert.That(view.Person.Levels, Is.EquivalentTo(
                Leefgebieden.Pga2024.All.Select((l, n) => new GrantedLevel(l.Key, c.Levels[n])).Where(l => c.Fields.Contains(GrantFields.Level(l.Leefgebied)))));
            if (r.AcceptedAt is null)
                continue;
            var report = JsonSerializer.Serialize(await Pga.Send(Jan, new GetEndReportForm(r.ParticipationId)));
            AssertOnly("end report", report, c.Client, c.Fields, c.Safety);
            Assert.That(report, Does.Not.Contain(r.TrajectId.ToString()));
        }
    }

    [Test]
    public async Task Is_not_there_for_another_organisation_or_an_account_of_none()
    {
        var id = await Refer(OfNoor, Gym);
        var version = await Version(id);
        foreach (var other in new[] { Els, Loose })
        {
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(other, new GetReferral(id)));
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(other, new AcceptReferral(Guid.CreateVersion7(), id, version)));
            Assert.ThrowsAsync<NotFound>(() => Pga.Send(other, new DeclineReferral(Guid.CreateVersion7(), id, version, "Nee")));
            var desk = await Pga.Send(other, new GetPartnerDesk());
            Assert.That(desk.AllToAnswer + desk.AllParticipants + desk.AllWaiting, Is.Zero);
        }

        Assert.That((await Pga.Send(Loose, new GetPartnerDesk())).Organisation, Is.Null);
        Assert.That((await Pga.Send(Piet, new GetReferral(id))).Id, Is.EqualTo(id), "a colleague of the same organisation");
        foreach (var role in new[] { Expert, Coordinator, Manager, Officer, Administrator })
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(role, new GetReferral(id)), role.RoleCodes);
    }

    [TestCase("expired")]
    [TestCase("ended early")]
    [TestCase("declined")]
    [TestCase("withdrawn")]
    [TestCase("reported on")]
    public async Task Is_gone_at_the_next_request_when_the_grant_is_over(string how)
    {
        var id = await Refer(OfNoor, Gym);
        var participation = await ParticipationOf(id);
        if (how is not "declined")
            await Accept(id);
        var session = how is "declined" ? Guid.Empty : await Plan(Jan, Gym, Today, participation);
        Assert.That((await Pga.Send(Jan, new GetReferral(id))).Person, Is.Not.Null);
        switch (how)
        {
            case "expired":
                Pga.Clock.Advance(TimeSpan.FromDays(Today.AddMonths(3).DayNumber - Today.DayNumber + 1));
                break;
            case "ended early":
                await Pga.Send(Expert, new EndGrant(Guid.CreateVersion7(), OfNoor.Id, id, await Version(id)));
                break;
            case "declined":
                await Pga.Send(Jan, new DeclineReferral(Guid.CreateVersion7(), id, await Version(id), "Geen tijd"));
                break;
            case "withdrawn":
                await Pga.Send(Expert, new WithdrawReferral(Guid.CreateVersion7(), OfNoor.Id, id, await Version(id), "Verhuisd"));
                break;
            default:
                await Record(Jan, session, (participation, AttendanceCodes.Attended));
                await Pga.Send(Jan, await Report(participation));
                break;
        }

        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Jan, new GetReferral(id)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Jan, new DeclineReferral(Guid.CreateVersion7(), id, Guid.Empty, "Nog eens nee")), "declining twice too");
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Jan, new GetEndReportForm(participation)));
        var desk = await Pga.Send(Jan, new GetPartnerDesk());
        Assert.That((desk.AllToAnswer, desk.AllParticipants, desk.AllWaiting), Is.EqualTo((0, 0, 0)));
        if (how is "declined")
            return;
        var sheet = await Pga.Send(Jan, new GetSession(session));
        Assert.That((sheet.Rows.Count, sheet.Others), Is.EqualTo((0, 1)), "somebody was there, but not who");
        Assert.ThrowsAsync<NotFound>(() => Record(Jan, session, (participation, AttendanceCodes.NoShow)));
        Assert.ThrowsAsync<NotFound>(() => Plan(Jan, Gym, Today, participation));
    }

    [Test]
    public async Task Comes_back_when_the_grant_is_extended()
    {
        var id = await Accept(await Refer(OfNoor, Gym));
        await Pga.Send(Expert, new EndGrant(Guid.CreateVersion7(), OfNoor.Id, id, await Version(id)));
        Assert.That((await Card(OfNoor, Gym)).IsKept, "the team keeps it from then on");

        await Pga.Send(Expert, new ExtendGrant(Guid.CreateVersion7(), OfNoor.Id, id, await Version(id), Today.AddMonths(9)));

        Assert.That((await Pga.Send(Jan, new GetReferral(id))).GrantUntil, Is.EqualTo(Today.AddMonths(9)));
        Assert.That((await Card(OfNoor, Gym)).IsKept, Is.False);
        Assert.That(await Pga.Read(db => db.DataSharings.Select(s => s.Until).ToListAsync()), Is.EquivalentTo(new DateOnly?[] { Today, Today.AddMonths(9) }));
    }

    [Test]
    public async Task Writes_a_line_in_the_access_log_for_each_look_as_of_that_client()
    {
        var id = await Refer(OfNoor, Gym, GrantFields.Wijk);
        await Refer(OfSami, Gym);
        await Pga.Send(Jan, new GetReferral(id));
        await Pga.Send(Jan, new GetPartnerDesk());
        await Accept(id);
        await Pga.Send(Jan, new GetSessionForm(Gym.Id));

        var lines = await Pga.Read(db => db.AccessLog.Where(l => l.ActorId == Jan.Id).Select(l => new { l.Request, l.ClientId, l.TrajectId, l.Outcome }).ToListAsync());

        Assert.That(lines.Select(l => (l.Request, l.ClientId, l.TrajectId, l.Outcome)), Is.EquivalentTo(new[]
        {
            ("GetReferral", (Guid?)Noor.Id, (Guid?)OfNoor.Id, AccessOutcomes.Granted),
            ("GetPartnerDesk", Noor.Id, OfNoor.Id, AccessOutcomes.Granted),
            ("GetPartnerDesk", Sami.Id, OfSami.Id, AccessOutcomes.Granted),
            ("AcceptReferral", Noor.Id, OfNoor.Id, AccessOutcomes.Granted),
            ("GetSessionForm", Noor.Id, OfNoor.Id, AccessOutcomes.Granted),
        }));
    }

    [Test]
    public async Task Opens_no_dossier()
    {
        var participation = await Accepted(OfNoor, Gym, AllFields);

        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Jan, new GetDossier(OfNoor.Id)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Jan, new GetIdentity(OfNoor.Id)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Jan, new GetInterventions(OfNoor.Id)));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Jan, new SearchClients("Noor")));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Jan, new GetWorklist()));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Jan, new GetContactForm(OfNoor.Id)));
        Assert.That(Roles.Table[StaffRoles.Partner], Is.EquivalentTo(new[] { Permission.SendAanmelding, Permission.AnswerReferral, Permission.HoldSession, Permission.ViewTasks }));
        Assert.That(await Pga.ReadAs(Jan, db => db.Trajects.CountAsync()), Is.Zero);
        Assert.That(await Pga.ReadAs(Jan, db => db.Clients.CountAsync()), Is.Zero);
        Assert.That(await Pga.ReadAs(Jan, db => db.DataSharings.CountAsync()), Is.Zero);
        Assert.That(await Pga.ReadAs(Jan, db => db.Participations.Select(p => p.Id).ToListAsync()), Is.EqualTo(new[] { participation }));
    }

    private static void AssertOnly(string where, string json, Client client, string[] fields, string? safety)
    {
        Assert.That(json, Does.Not.Contain(client.Number).And.Not.Contain(client.Id.ToString()), where);
        if (!fields.Contains(GrantFields.Name))
            Assert.That(json, Does.Not.Contain(client.GivenName).And.Not.Contain(client.FamilyName), where);
        if (!fields.Contains(GrantFields.BirthDate))
            Assert.That(json, Does.Not.Contain(client.BirthDate!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), where);
        if (client.SafetyAgreement is { } agreement && (safety != agreement || agreement.StartsWith("VERLOPEN", StringComparison.Ordinal)))
            Assert.That(json, Does.Not.Contain(agreement), where);
    }

    private Task<int> Agree(Client client, string agreement, DateOnly until) => Pga.Read(async db =>
    {
        (await db.Clients.SingleAsync(c => c.Id == client.Id)).AgreeOnSafety(agreement, until);
        return await db.SaveChangesAsync();
    });
}
