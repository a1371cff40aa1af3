using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Rapportage;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Outflow;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>Tests of the definitions: hand-made cases in 2024 and the counts of its tables before protection.</summary>
internal abstract class ReportTest : SliceTest
{
    protected const int Year = 2024;

    protected static DateOnly Day(int month, int day, int year = Year) => new(year, month, day);

    protected static Traject Started(Client client, DateOnly on, string programme = Programmes.LocalPga) => A.Traject(client, programme: programme, startedOn: on);

    /// <summary>Proposes an end, and has a second person confirm it.</summary>
    protected static Traject Ended(Traject traject, DateOnly on, string reason = "goals-achieved", bool confirmed = true)
    {
        var now = on.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        traject.ProposeOutflow(on, reason, null, Guid.NewGuid(), now, new OutflowFacts(on, []));
        if (confirmed)
            traject.ConfirmOutflow(Guid.NewGuid(), now);
        return traject;
    }

    /// <summary>The counts of a table by row, in the order of its columns, unprotected.</summary>
    protected async Task<Dictionary<string, long[]>> Counts(string table, int year = Year)
    {
        var counted = (await Tables(Pga, year)).Single(t => t.Id == table);
        return counted.Rows.ToDictionary(r => r.Key, r => r.Cells.Select(c => c.Count).ToArray());
    }

    /// <summary>The persons behind the counts of a table.</summary>
    protected async Task<Dictionary<string, long[]>> Persons(string table)
    {
        var counted = (await Tables(Pga)).Single(t => t.Id == table);
        return counted.Rows.ToDictionary(r => r.Key, r => r.Cells.Select(c => c.Persons).ToArray());
    }

    internal static async Task<IReadOnlyList<CountedTable>> Tables(TestPga pga, int year = Year) =>
        Definitions.Count(await new FactReader(pga.Services.GetRequiredService<IServiceScopeFactory>(), year, pga.Clock.GetUtcNow().UtcDateTime, CancellationToken.None).Read());

    protected Task<T> Shipped<T>(string code)
        where T : CatalogueItem => Pga.Read(db => Task.FromResult(db.Set<T>().Single(i => i.Code == code)));
}
