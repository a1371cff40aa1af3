using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Aanmeldingen;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Application.Demo;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Application.Stories;
using Pga.Application.Triage;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Contacts;
using Pga.Domain.DataSharings;
using Pga.Domain.Interventions;
using Pga.Domain.Outflow;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Demo;

internal sealed class MakeDemoTests : SliceTest
{
    private const int Seed = MakeDemo.DefaultSeed;

    [Test]
    public async Task Gives_the_same_data_for_the_same_seed_size_and_day()
    {
        var first = await HashOfNewDatabase(60, seed: 1);

        Assert.That(await HashOfNewDatabase(60, seed: 1), Is.EqualTo(first));
        Assert.That(await HashOfNewDatabase(60, seed: 2), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Gives_the_same_data_at_another_hour_of_the_day()
    {
        var first = await HashOfNewDatabase(60, seed: 1);

        Assert.That(await HashOfNewDatabase(60, seed: 1, later: TimeSpan.FromHours(9)), Is.EqualTo(first));
    }

    [Test]
    public async Task Counts_what_it_made()
    {
        var steps = new Steps();

        var result = await Pga.SendAsSystem(new MakeDemo(150, Seed, steps));

        Assert.Multiple(async () =>
        {
            Assert.That(result.Clients, Is.EqualTo(150));
            Assert.That(await Pga.Read(db => db.Clients.CountAsync()), Is.EqualTo(result.Clients));
            Assert.That(await Pga.Read(db => db.Trajects.CountAsync()), Is.EqualTo(result.Trajects));
            Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.EqualTo(result.Contacts));
            Assert.That(await Pga.Read(db => db.Staff.CountAsync()), Is.EqualTo(result.Staff));
            Assert.That(await Pga.Read(db => db.Assessments.CountAsync()), Is.EqualTo(result.Assessments));
            Assert.That(await Pga.Read(db => db.Spreekuren.CountAsync()), Is.EqualTo(result.Spreekuren));
            Assert.That(await Pga.Read(db => db.History.CountAsync(h => h.Event == "demo" && h.TrajectId != null)), Is.EqualTo(result.Trajects));
            Assert.That(steps.Last, Is.EqualTo(150));
        });
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(1_000)]
    public async Task Makes_exactly_as_many_clients_as_asked(int clients)
    {
        Assert.That((await Pga.SendAsSystem(new MakeDemo(clients, Seed))).Clients, Is.EqualTo(clients));
    }

    [Test]
    public async Task Obeys_the_rules_of_the_domain()
    {
        await Pga.SendAsSystem(new MakeDemo(400, Seed));
        var trajects = await Pga.Read(db => db.Trajects.Include(t => t.Assignments).AsNoTracking().ToListAsync());
        var assessments = await Pga.Read(db => db.Assessments.AsNoTracking().ToListAsync());
        var contacts = await Pga.Read(db => db.ContactMoments.AsNoTracking().ToListAsync());
        var participations = await Pga.Read(db => db.Participations.AsNoTracking().ToListAsync());
        var detentions = await Pga.Read(db => db.DetentionPeriods.AsNoTracking().ToListAsync());
        var ofTraject = trajects.ToDictionary(t => t.Id);
        var now = Pga.Clock.UtcNow();

        Assert.Multiple(() =>
        {
            Assert.That(trajects.Where(t => t.StartedOn < t.ReferredOn || t.StartedOn > Today), Is.Empty, "start");
            Assert.That(trajects.Where(t => t.EndedOn is not null && (t.StartedOn is null || t.EndedOn < t.StartedOn || t.EndedOn > Today)), Is.Empty, "end");
            Assert.That(trajects.Where(t => (t.EndedOn is null) != (t.EndReason is null)), Is.Empty, "reason");
            Assert.That(trajects.Where(t => t.IsEnded && (t.OutflowConfirmedById == t.OutflowProposedById || t.OutflowConfirmedAt < t.OutflowProposedAt || t.OutflowConfirmedAt > now)), Is.Empty, "confirmed");
            Assert.That(trajects.Where(t => t.IsEnded && t.Assignments.Any(a => a.Until is null || a.Until > t.EndedOn)), Is.Empty, "assignments end");
            Assert.That(trajects.Where(t => t.StartedOn is not null && !t.Assignments.Any(a => a.Role is AssignmentRoles.Case or AssignmentRoles.Rio)), Is.Empty, "assigned");
            Assert.That(trajects.Where(t => t.IsEnded && EndReasons.NeedsEvaluation(t.EndReason!) && !assessments.Any(a => a.TrajectId == t.Id && a.Moment == Moments.End)), Is.Empty, "end assessment");
            Assert.That(assessments.Where(a => a.SupersededById is null).GroupBy(a => (a.TrajectId, a.MeasuredOn, a.Moment)).Where(g => g.Count() > 1), Is.Empty, "one current assessment");
            Assert.That(assessments.Where(a => a.MeasuredOn < ofTraject[a.TrajectId].StartedOn || a.MeasuredOn > (ofTraject[a.TrajectId].EndedOn ?? Today)), Is.Empty, "measured while it ran");
            Assert.That(contacts.Where(c => c.Outcome is not null && c.OccurredOn >= Today), Is.Empty, "no outcome in the future");
            Assert.That(contacts.Where(c => c.Outcome is null && c.OccurredOn < Today), Is.Empty, "no plan in the past");
            Assert.That(contacts.Where(c => c.Outcome == ContactCodes.Held && c.Report is null), Is.Empty, "report");
            Assert.That(contacts.Where(c => c.OccurredOn < ofTraject[c.TrajectId].StartedOn || c.OccurredOn > (ofTraject[c.TrajectId].EndedOn ?? DateOnly.MaxValue)), Is.Empty, "contact while it ran");
            Assert.That(participations.Where(p => p.StartedOn < p.ReferredOn || p.EndedOn < (p.StartedOn ?? p.ReferredOn) || p.EndedOn > Today), Is.Empty, "participation");
            Assert.That(participations.Where(p => p.EndedOn is null && ofTraject[p.TrajectId].EndedOn is not null), Is.Empty, "participations end");
            Assert.That(detentions.Where(d => d.Until < d.From || d.ExpectedRelease < d.From || d.From > Today || d.Until > Today), Is.Empty, "detention");
            Assert.That(detentions.Where(d => detentions.Any(o => o.Id != d.Id && o.ClientId == d.ClientId && o.From <= (d.Until ?? DateOnly.MaxValue) && d.From <= (o.Until ?? DateOnly.MaxValue))), Is.Empty, "one place at a time");
        });
    }

    [Test]
    public async Task Gives_the_first_accounts_their_work()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, Seed));
        var expert = await Account("expert@pga.example");
        var rio = await Account("rio@pga.example");

        var running = await Pga.ReadAs(expert, db => db.Trajects.CountAsync(t => t.StartedOn != null && t.EndedOn == null && t.Assignments.Any(a => a.StaffId == expert.Id && a.Until == null)));
        var today = await Pga.ReadAs(expert, db => db.ContactMoments.CountAsync(c => c.StaffId == expert.Id && c.Outcome == null && c.OccurredOn == Today));
        var withoutStart = await Pga.ReadAs(expert, db => db.Trajects.CountAsync(t =>
            t.StartedOn < Today.AddDays(-Traject.StartAssessmentWithinDays) && t.EndedOn == null && t.Assignments.Any(a => a.StaffId == expert.Id)
            && !db.Assessments.Any(m => m.TrajectId == t.Id && m.Moment == Moments.Start)));
        var followed = await Pga.ReadAs(rio, db => db.Trajects.Where(t => t.StartedOn != null && t.EndedOn == null && t.Assignments.Any(a => a.StaffId == rio.Id)).Select(t => t.ClientId).ToListAsync());
        var spreekuur = await Pga.ReadAs(rio, db => db.Spreekuren.SingleAsync(s => s.RioId == rio.Id && s.HeldOn == Today));
        var inside = await Pga.ReadAs(rio, db => db.DetentionPeriods.CountAsync(d => followed.Contains(d.ClientId) && d.Until == null && d.InstitutionId == spreekuur.InstitutionId));

        Assert.Multiple(() =>
        {
            Assert.That(running, Is.EqualTo(24));
            Assert.That(today, Is.GreaterThanOrEqualTo(1));
            Assert.That(withoutStart, Is.GreaterThanOrEqualTo(1));
            Assert.That(followed, Has.Count.EqualTo(12));
            Assert.That(inside, Is.InRange(8, 12));
        });
    }

    [Test]
    public async Task Has_a_story_at_every_step_and_those_of_last_year_released_by_the_rules()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, Seed));
        var (expert, officer, manager) = (await Account("expert@pga.example"), await Account("privacy@pga.example"), await Account("manager@pga.example"));

        var mine = (await Pga.Send(expert, new GetStories())).Stories.Where(s => s.IsMine).ToList();
        Assert.That(mine.Select(s => s.State).Distinct(), Is.EquivalentTo(StoryStates.List.All.Select(s => s.Key)));
        Assert.That(await Pga.ReadAs(manager, db => ReleasedStories.CountUnreleased(db, Today.Year - 1, default)), Is.Zero, "so last year can be confirmed");
        Assert.That(await Pga.ReadAs(manager, db => ReleasedStories.Of(db, Today.Year - 1, default)), Has.Count.EqualTo(2));
        Assert.That((await Pga.ReadAs(manager, db => TextBlocks.Of(db, Today.Year - 1, default))).Evaluations, Has.Count.EqualTo(2));

        // One of the two can be released, the other shows what a refusal is like.
        var results = new List<string>();
        foreach (var story in (await Pga.Send(officer, new GetStories())).Stories.Where(s => s.State == StoryStates.Consented))
        {
            var view = await Pga.Send(officer, new GetStory(story.Id));
            results.Add(string.Join(", ", view.Traces.Select(t => t.InWords)));
        }

        Assert.That(results, Is.EquivalentTo(new[] { "", "‘3 maart 2025’ (datum)" }));
        foreach (var story in mine.Where(s => s.State == StoryStates.Released))
            Assert.That(await Traces(story.Id), Is.Empty, "what is released would be released again");

        async Task<IReadOnlyList<StoryTrace>> Traces(Guid id) => await Pga.Read(async db =>
        {
            var vault = Pga.Services.GetRequiredService<BsnVault>();
            var dossier = await SourceDossier.Read(db, vault, id, everything: true, Today, default);
            return await db.Traces(await db.Stories.SingleAsync(s => s.Id == id), dossier!, default);
        });
    }

    [TestCase("expert@pga.example")]
    [TestCase("rio@pga.example")]
    public async Task Has_documents_that_open(string email)
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, Seed));
        var worker = await Account(email);
        var documents = await Pga.ReadAs(worker, db => db.Documents.Include(d => d.Versions).Where(d => d.Versions.Any(v => v.UploadedById == worker.Id)).ToListAsync());

        Assert.That(documents.Select(d => d.TrajectId).Distinct().Count(), Is.EqualTo(4));
        Assert.That(documents, Has.Count.InRange(10, 20).And.Some.Property(nameof(Domain.Documents.Document.Versions)).Count.EqualTo(2));
        foreach (var version in documents.Where(d => d.WithdrawnAt is null).SelectMany(d => d.Versions.Select(v => (d.TrajectId, d.Id, v))))
        {
            var file = await Pga.Send(worker, new DownloadDocument(version.TrajectId, version.Id, version.v.Number));
            using var content = new MemoryStream();
            await using (file.Content)
                await file.Content.CopyToAsync(content);
            Assert.That((await FileCheck.Check(version.v.FileName, content, default)).MediaType, Is.EqualTo(version.v.MediaType), "would be taken in too");
        }
    }

    [TestCase("coordinator@pga.example")]
    [TestCase("coordinator2@pga.example")]
    public async Task Gives_coordinators_an_outflow_to_confirm(string email)
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, Seed));
        var coordinator = await Account(email);

        var proposed = await Pga.ReadAs(coordinator, db => db.Trajects.CountAsync(t => t.OutflowProposedAt != null && t.OutflowConfirmedAt == null && t.OutflowProposedById != coordinator.Id));

        Assert.That(proposed, Is.InRange(2, 3));
    }

    [Test]
    public async Task Has_an_active_member_of_staff_for_every_demo_account()
    {
        await Pga.SendAsSystem(new MakeDemo(5, Seed));

        foreach (var account in DemoStaff.Accounts)
        {
            var member = await Account(account.Email);
            Assert.That((member.Name, member.RoleCodes, member.Team, member.Active), Is.EqualTo((account.Name, account.Role, account.Team, true)));
        }
    }

    [Test]
    public async Task Has_something_on_every_list_of_the_triage_and_for_the_partner()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, Seed));
        StaffMember[] coordinators = [await Account("coordinator@pga.example"), await Account("coordinator2@pga.example")];
        var partner = await Account("partner@pga.example");

        foreach (var list in new[] { TriageLists.Now, TriageLists.Accepted, TriageLists.Decided, TriageLists.Review, TriageLists.Partners })
            Assert.That((await Task.WhenAll(coordinators.Select(c => Pga.Send(c, new GetTriage())))).Sum(t => t.Counts[list]), Is.GreaterThan(0), list);
        var sent = (await Pga.Send(partner, new GetMyAanmeldingen())).Rows;
        Assert.That(sent.Select(s => s.State), Does.Contain(AanmeldingStates.Received).And.Contain(AanmeldingStates.Dismissed).And.Contain(TriageOutcomes.Accepted));
        Assert.That(sent.Select(s => s.Number), Is.Unique);
        Assert.That(await Pga.Read(db => db.Trajects.CountAsync(t => t.StartedOn != null && !db.TriageDecisions.Any(d => d.TrajectId == t.Id && d.Outcome == TriageOutcomes.Accepted))), Is.Zero);
        Assert.That(await Pga.Read(db => db.TriageDecisions.Where(d => d.Outcome != TriageOutcomes.Accepted).Select(d => d.Outcome).Distinct().CountAsync()), Is.EqualTo(2));
        Assert.That(await Pga.Read(db => db.DataSharings.CountAsync(s => s.Kind == SharingKinds.ScaleUp && s.Until == null)), Is.GreaterThan(0));
    }

    [Test]
    public async Task Keeps_a_worklist_the_same_size_in_a_larger_database()
    {
        await Pga.SendAsSystem(new MakeDemo(3_000, Seed));

        var perExpert = await Pga.Read(db => db.Assignments
            .Where(a => a.Role == AssignmentRoles.Case && a.Until == null)
            .GroupBy(a => a.StaffId).Select(g => g.Count()).ToListAsync());

        Assert.That(perExpert, Is.All.InRange(18, 34));
    }

    [Test]
    public async Task Shows_what_a_real_caseload_has()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, Seed));

        Assert.Multiple(async () =>
        {
            Assert.That(await Pga.Read(db => db.Trajects.Select(t => t.Programme).Distinct().CountAsync()), Is.EqualTo(3));
            Assert.That(await Pga.Read(db => db.Trajects.Where(t => t.EndReason != null).Select(t => t.EndReason).Distinct().CountAsync()), Is.GreaterThan(8));
            Assert.That(await Pga.Read(db => db.Participations.Select(p => p.InterventionId).Distinct().CountAsync()), Is.EqualTo(7));
            Assert.That(await Pga.Read(db => db.Participations.CountAsync(p => p.Result == Participation.Completed)), Is.GreaterThan(10));
            Assert.That(await Pga.Read(db => db.Trajects.CountAsync(t => t.StartedOn == null)), Is.GreaterThan(3));
            Assert.That(await Pga.Read(db => db.Trajects.CountAsync(t => t.Restricted)), Is.InRange(2, 20));
            Assert.That(await Pga.Read(db => db.Clients.CountAsync(c => db.Trajects.Count(t => t.ClientId == c.Id) > 1)), Is.GreaterThan(5));
            Assert.That(await Pga.Read(db => db.Clients.CountAsync(c => c.Residences.Count > 1)), Is.GreaterThan(5));
            Assert.That(await Pga.Read(db => db.Clients.CountAsync(c => c.SafetyAgreement != null)), Is.InRange(8, 35));
            Assert.That(await Pga.Read(db => db.SpreekuurVisits.CountAsync(v => v.ClientId == null)), Is.GreaterThan(50));
            Assert.That(await Pga.Read(db => db.SpreekuurVisits.CountAsync(v => v.NoShowCause != null)), Is.GreaterThan(10));
            Assert.That(await Pga.Read(db => db.DetentionPeriods.CountAsync(d => d.Until == null && d.ExpectedRelease >= Today)), Is.GreaterThan(10));
            Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync(c => c.NextStepDue < Today)), Is.GreaterThan(10));
            Assert.That(await Pga.Read(db => db.Activities.CountAsync()), Is.EqualTo(15));
            Assert.That(await Pga.Read(db => db.Budgets.CountAsync()), Is.EqualTo(15));
            Assert.That(await Pga.Read(db => db.Relations.CountAsync()), Is.GreaterThan(50));
            foreach (var year in new[] { Today.Year - 2, Today.Year - 1 })
            {
                DateOnly first = new(year, 1, 1), last = new(year, 12, 31);
                Assert.That(await Pga.Read(db => db.Trajects.CountAsync(t => t.StartedOn >= first && t.StartedOn <= last)), Is.GreaterThan(40), "inflow");
                Assert.That(await Pga.Read(db => db.Trajects.CountAsync(t => t.OutflowConfirmedAt != null && t.EndedOn >= first && t.EndedOn <= last)), Is.GreaterThan(30), "outflow");
            }
        });
    }

    [Test]
    public async Task Uses_only_test_numbers_that_pass_the_elfproef()
    {
        await Pga.SendAsSystem(new MakeDemo(50, Seed));
        var vault = (global::Pga.Application.Clients.BsnVault)Pga.Services.GetService(typeof(global::Pga.Application.Clients.BsnVault))!;
        var clients = await Pga.Read(db => db.Clients.Where(c => c.BsnCipher != null).ToListAsync());

        var numbers = clients.ConvertAll(vault.Reveal);

        Assert.That(numbers, Has.Count.InRange(5, 45));
        Assert.That(numbers, Is.Unique.And.All.StartsWith("99999"));
        Assert.That(numbers.Select(n => Bsn.Parse(n!)), Is.EqualTo(numbers));
    }

    [Test]
    public async Task Refuses_a_database_that_holds_clients()
    {
        await Pga.Given(A.Client());

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.SendAsSystem(new MakeDemo(5, Seed)));

        Assert.That(refusal.Errors.Single().Code, Is.EqualTo("demo.not-empty"));
        Assert.That(await Pga.Read(db => db.Clients.IgnoreQueryFilters().CountAsync()), Is.EqualTo(1));
        Assert.That(await Pga.Read(db => db.Staff.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Refuses_to_run_twice()
    {
        await Pga.SendAsSystem(new MakeDemo(5, Seed));

        Assert.ThrowsAsync<Invalid>(() => Pga.SendAsSystem(new MakeDemo(5, Seed)));
        Assert.That(await Pga.Read(db => db.Clients.CountAsync()), Is.EqualTo(5));
    }

    [TestCase(0)]
    [TestCase(MakeDemo.MaxClients + 1)]
    public void Refuses_a_size_that_makes_no_sense(int clients)
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.SendAsSystem(new MakeDemo(clients, Seed)));
        Assert.That(refusal.Errors.Single().Field, Is.EqualTo(nameof(MakeDemo.Clients)));
    }

    [Test]
    public void Is_refused_without_the_permission()
    {
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(A.Staff(StaffRoles.Administrator), new MakeDemo(5, Seed)));
    }

    private Task<StaffMember> Account(string email) => Pga.Read(db => db.Staff.AsNoTracking().SingleAsync(s => s.Email == email));

    private static async Task<string> HashOfNewDatabase(int clients, int seed, TimeSpan later = default)
    {
        using var pga = new TestPga();
        pga.Clock.Advance(later);
        await pga.SendAsSystem(new MakeDemo(clients, seed));
        return await pga.Read(Hash);
    }

    /// <summary>Of every row of every table, but for what an encryption makes anew and when the history was written.</summary>
    private static async Task<string> Hash(PgaDbContext db)
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Made of the model's own table names.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = Enumerable.Range(0, reader.FieldCount)
                    .Where(i => reader.GetName(i) is not ("BsnCipher" or "At") && (table != "History" || reader.GetName(i) != "Id"))
                    .Select(i => $"{reader.GetName(i)}={reader.GetValue(i)}");
                rows.Add($"{table}: {string.Join('|', values)}");
            }
        }

        Assert.That(rows, Has.Count.GreaterThan(1_000));
        rows.Sort(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
    }

    private sealed class Steps : IProgress<int>
    {
        public int Last { get; private set; }

        public void Report(int value) => Last = value;
    }
}
