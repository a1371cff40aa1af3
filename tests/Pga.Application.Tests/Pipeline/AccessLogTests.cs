using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Pipeline;

internal sealed class AccessLogTests : PipelineTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client[] _clients = [A.Client(), A.Client(), A.Client()];
    private readonly Traject[] _trajects;

    public AccessLogTests() => _trajects = [.. _clients.Select(c => A.Traject(c, _expert))];

    [SetUp]
    public Task Given() => Pga.Given([_expert, .. _clients, .. _trajects]);

    [Test]
    public async Task Has_a_line_for_each_client_that_an_answer_reveals()
    {
        var rows = await Pga.Send(_expert, new ListTrajects());

        Assert.That(rows, Has.Count.EqualTo(3));
        var lines = await Lines();
        Assert.That(lines.Select(l => (l.ClientId, l.TrajectId)), Is.EquivalentTo(_trajects.Select(t => ((Guid?)t.ClientId, (Guid?)t.Id))));
        Assert.That(lines, Has.All.Property(nameof(AccessLogLine.Outcome)).EqualTo(AccessOutcomes.Granted));
        Assert.That(lines, Has.All.Property(nameof(AccessLogLine.Purpose)).EqualTo(Purposes.Management));
        Assert.That(lines, Has.All.Property(nameof(AccessLogLine.At)).EqualTo(Pga.Clock.GetUtcNow().UtcDateTime));
    }

    [Test]
    public async Task Has_no_line_when_an_answer_reveals_nobody()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        await Pga.Given(stranger);

        Assert.That(await Pga.Send(stranger, new ListTrajects()), Is.Empty);
        Assert.That(await Lines(), Is.Empty);
    }

    [Test]
    public async Task Names_the_client_of_the_traject_that_was_opened_in_one_line()
    {
        await Pga.Send(_expert, new LookAtTraject(_trajects[0].Id));

        var line = (await Lines()).Single();
        Assert.That((line.ClientId, line.TrajectId), Is.EqualTo(((Guid?)_clients[0].Id, (Guid?)_trajects[0].Id)));
        Assert.That(line.Purpose, Is.EqualTo(Purposes.Casework));
    }

    [Test]
    public async Task Has_a_line_for_a_command()
    {
        await Pga.Send(_expert, new WriteLetter(Guid.CreateVersion7(), _trajects[0].Id, "Beste Noor"));

        Assert.That((await Lines()).Select(l => (l.Request, l.Outcome)), Is.EqualTo(new[] { (nameof(WriteLetter), AccessOutcomes.Granted) }));
    }

    [Test]
    [Category("Sqlite")]
    public async Task Is_written_before_the_answer_so_that_without_it_there_is_no_answer()
    {
        await LoseTheLog();

        Assert.That(() => Pga.Send(_expert, new ListTrajects()), Throws.InstanceOf<DbException>());
        Assert.That(() => Pga.Send(_expert, new LookAtTraject(_trajects[0].Id)), Throws.InstanceOf<DbException>());
        Assert.That(() => Pga.Send(_expert, new WriteLetter(Guid.CreateVersion7(), _trajects[0].Id, "Beste Noor")), Throws.InstanceOf<DbException>());
    }

    [Test]
    [Category("Sqlite")]
    public async Task Takes_lines_again_after_it_was_lost_for_a_while()
    {
        await LoseTheLog();
        Assert.That(() => Pga.Send(_expert, new ListTrajects()), Throws.Exception);
        await Pga.Read(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Lost RENAME TO AccessLog"));

        await Pga.Send(_expert, new ListTrajects());

        Assert.That(await Lines(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Gives_each_of_many_requests_at_once_its_own_lines()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => Pga.Send(_expert, new LookAtTraject(_trajects[i % 3].Id)))));

        var lines = await Lines();
        Assert.That(lines.GroupBy(l => l.TrajectId).Select(g => (g.Key, g.Count())), Is.EquivalentTo(_trajects.Select(t => ((Guid?)t.Id, 20))));
    }

    [Test]
    [Category("Sqlite")]
    public async Task Fails_every_one_of_many_requests_at_once_when_it_is_lost()
    {
        await LoseTheLog();
        var requests = Enumerable.Range(0, 20).Select(_ => Task.Run(() => Pga.Send(_expert, new ListTrajects()))).ToList();

        foreach (var request in requests)
            Assert.That(() => request, Throws.InstanceOf<DbException>());
    }

    private Task<List<AccessLogLine>> Lines() => Pga.Read(db => db.AccessLog.AsNoTracking().ToListAsync());

    private Task<int> LoseTheLog()
    {
        TestDatabase.OnlyOnSqlite("Renames a table, which the next test on a shared server would miss.");
        return Pga.Read(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE AccessLog RENAME TO Lost"));
    }
}
