using Microsoft.EntityFrameworkCore;
using Pga.Application.Rapportage;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Outflow;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>Tests of stored editions: the clock stands in March 2026, so that 2024 and 2025 are over.</summary>
internal abstract class EditionTest : ReportTest
{
    protected StaffMember Manager { get; } = A.Staff(StaffRoles.Manager, name: "Mo Manager");

    [SetUp]
    public Task GivenAManager() => Pga.Given(Manager);

    protected Task<Guid> Make(int year = Year) => Pga.Send(Manager, new MakeDraft(Guid.CreateVersion7(), year));

    protected Task<EditionView> Get(int year = Year, string audience = Audiences.Council) => Pga.Send(Manager, new GetEdition(year, audience));

    protected async Task<Guid> Confirm(int year = Year) => await Pga.Send(Manager, new ConfirmEdition(Guid.CreateVersion7(), year, (await Get(year)).Version));

    protected async Task<byte[]> File(string format, int year = Year, string audience = Audiences.Council) =>
        (await Pga.Send(Manager, new GetEditionFile(year, audience, format))).Content;

    protected Task NextMonth()
    {
        Pga.Clock.Advance(TimeSpan.FromDays(31));
        return Task.CompletedTask;
    }

    /// <summary>Trajects of as many clients, started on a day.</summary>
    protected async Task<Traject[]> Start(int count, DateOnly on, string programme = Programmes.LocalPga, string wijk = "overvecht")
    {
        Client[] clients = [.. Enumerable.Range(0, count).Select(_ => A.Client(wijk: wijk))];
        Traject[] trajects = [.. clients.Select(c => Started(c, on, programme))];
        await Pga.Given([.. clients, .. trajects]);
        return trajects;
    }

    protected Task End(IEnumerable<Traject> trajects, DateOnly on, string reason = "goals-achieved", DateTime? confirmedAt = null)
    {
        var ids = trajects.Select(t => t.Id).ToList();
        return Pga.Read(async db =>
        {
            foreach (var traject in await db.Trajects.Include(t => t.Assignments).Where(t => ids.Contains(t.Id)).ToListAsync())
            {
                var at = confirmedAt ?? on.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
                traject.ProposeOutflow(on, reason, null, Guid.NewGuid(), at, new OutflowFacts(Calendar.DateIn(at), []));
                traject.ConfirmOutflow(Guid.NewGuid(), at);
            }

            return await db.SaveChangesAsync();
        });
    }

    protected Task Sql(string sql) => Pga.Read(db => db.Database.ExecuteSqlRawAsync(sql));

    protected static long? Cell(Report report, string table, string row, string column)
    {
        var its = report.Tables.Concat(report.Quarters).Single(t => t.Id == table);
        return its.Rows.Single(r => r.Key == row).Cells[its.Columns.ToList().FindIndex(c => c.Key == column)];
    }
}
