using System.Runtime.CompilerServices;
using Pga.Domain.Common;

namespace Pga.Application.Import;

/// <summary>The rows that must be written, with the ids of what they refer to and the entity as it is now.</summary>
internal sealed class StagedRows(Staging staging, ImportWriter writer, ProgressTicker progress)
{
    /// <summary>Entities to change are loaded so many at a time.</summary>
    private const int BatchSize = 500;

    /// <summary>Each new or changed row; without an entity for a new one.</summary>
    /// <param name="with">What to load with the entity besides what it owns.</param>
    public async IAsyncEnumerable<(StagedRow Row, T? Current)> Of<T>(ImportFile file, [EnumeratorCancellation] CancellationToken ct, Func<IQueryable<T>, IQueryable<T>>? with = null)
        where T : Entity
    {
        progress.Start("schrijven", file.FileName);
        foreach (var batch in staging.Query(Select(file, "f.line")).Chunk(BatchSize))
        {
            var current = await writer.Load([.. batch.Where(r => !r.IsNew).Select(r => r.Id)], with, ct);
            foreach (var row in batch)
            {
                yield return (row, row.IsNew ? null : current[row.Id]);
                progress.Row();
            }
        }

        progress.Done();
    }

    /// <summary>Rows that make one measurement together: those of a traject, day and moment.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<StagedRow> Rows, T? Current)> Measurements<T>(ImportFile file, [EnumeratorCancellation] CancellationToken ct)
        where T : Entity
    {
        progress.Start("schrijven", file.FileName);
        staging.Run($"CREATE INDEX ix_measurements_{file.Existing} ON {file.Existing} (\"traject_id:key\", measured_on, moment)");
        foreach (var batch in Grouped(staging.Query(Select(file, "f.\"traject_id:key\", f.measured_on, f.moment, f.line"))).Chunk(BatchSize))
        {
            var current = await writer.Load<T>([.. batch.Select(g => g[0].MeasurementId).OfType<Guid>()], null, ct);
            foreach (var rows in batch)
            {
                yield return (rows, rows[0].MeasurementId is { } id ? current[id] : null);
                foreach (var _ in rows)
                    progress.Row();
            }
        }

        progress.Done();
    }

    private static IEnumerable<List<StagedRow>> Grouped(IEnumerable<StagedRow> rows)
    {
        List<StagedRow> group = [];
        foreach (var row in rows)
        {
            if (group.Count > 0 && !row.SameMeasurementAs(group[0]))
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        if (group.Count > 0)
            yield return group;
    }

    private static string Select(ImportFile file, string order)
    {
        var columns = new List<string> { Extra(file) };
        var joins = new List<string>();
        var client = "NULL";
        foreach (var column in file.Columns.Where(c => c.RefersTo is not null))
        {
            var alias = "r_" + column.Name;
            joins.Add($"LEFT JOIN {ImportFiles.Named(column.RefersTo!).Known} {alias} ON {alias}.key = f.{column.Compared}");
            columns.Add($"{alias}.id AS \"{column.Name}:id\"");
            if (column.RefersTo == ImportFiles.Clients.Name)
                client = alias + ".id";
            if (column.RefersTo == ImportFiles.Staff.Name)
                columns.Add($"{alias}.team AS \"{column.Name}:team\"");
            if (column.RefersTo == ImportFiles.Trajects.Name)
            {
                joins.Add($"LEFT JOIN known_clients c ON c.key = {alias}.\"client_id:key\"");
                columns.Add($"{alias}.programme AS programme");
                client = "c.id";
            }
        }

        return $"""
            SELECT f.*, {client} AS "client:id", {string.Join(", ", columns)} FROM {file.Table} f {string.Join(' ', joins)}
            WHERE f.is_new = 1 OR f.changed IS NOT NULL ORDER BY {order}
            """;
    }

    private static string Extra(ImportFile file)
    {
        if (file == ImportFiles.Assessments || file == ImportFiles.BasicConditions)
            return $"(SELECT x.id FROM {file.Existing} x WHERE x.\"traject_id:key\" = f.\"traject_id:key\" AND x.measured_on = f.measured_on AND x.moment = f.moment LIMIT 1) AS measurement";
        if (file == ImportFiles.SpreekuurVisits)
        {
            return $"""
                COALESCE((SELECT MAX(x.sequence) FROM {file.Existing} x WHERE x."spreekuur_id:key" = f."spreekuur_id:key"), 0)
                + ROW_NUMBER() OVER (PARTITION BY f."spreekuur_id:key" ORDER BY f.line) AS sequence
                """;
        }

        return "NULL AS nothing_more";
    }
}
