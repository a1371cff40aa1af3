using Pga.Application.Clients;

namespace Pga.Application.Import;

/// <summary>Lays the rows of the folder beside those of the database: which are new, which are there, which differ.</summary>
internal sealed class Comparison(Staging staging, BsnVault vault)
{
    public void Run(IReadOnlyList<ImportFile> present)
    {
        staging.Function<string?, string?>("sealed", bsn => bsn is null ? null : vault.IndexOf(bsn));
        NumberNamelessVisits();
        FollowCorrections();
        staging.Run("CREATE INDEX ix_x_visits ON x_spreekuur_visits (\"spreekuur_id:key\")");
        foreach (var file in present)
        {
            staging.Run($"CREATE INDEX ix_{file.Table} ON {file.Table} (key)");
            staging.Run($"CREATE INDEX ix_{file.Existing} ON {file.Existing} (key)");
            if (file.RepeatIsFine)
                staging.Run($"DELETE FROM {file.Table} WHERE key IS NOT NULL AND line > (SELECT MIN(line) FROM {file.Table} same WHERE same.key = {file.Table}.key)");
            Match(file);
            staging.Run($"UPDATE {file.Table} SET id = new_guid(), is_new = 1 WHERE id IS NULL");
        }

        foreach (var name in ImportFiles.All.SelectMany(f => f.Columns).Select(c => c.RefersTo).OfType<string>().Distinct())
            Know(ImportFiles.Named(name));
    }

    private void NumberNamelessVisits() => staging.Run($"""
        UPDATE spreekuur_visits SET key = "spreekuur_id:key" || char({(int)StagedKey.Separator}) || '#' || numbered.n
        FROM (SELECT line, ROW_NUMBER() OVER (PARTITION BY "spreekuur_id:key" ORDER BY line) AS n FROM spreekuur_visits WHERE client_id IS NULL AND key IS NOT NULL) numbered
        WHERE numbered.line = spreekuur_visits.line
        """);

    /// <summary>A contact moment that was corrected is compared by its newest version.</summary>
    private void FollowCorrections()
    {
        staging.Run("CREATE INDEX ix_corrections ON x_contacts (superseded)");
        while (staging.Run("""
            UPDATE x_contacts SET key = earlier.key FROM x_contacts earlier
            WHERE earlier.superseded = x_contacts.id AND earlier.key IS NOT NULL AND x_contacts.key IS NULL
            """) > 0)
        {
            // Once more for the correction of a correction.
        }

        // One that was cancelled beforehand points at itself and is its own newest version.
        staging.Run("DELETE FROM x_contacts WHERE (superseded IS NOT NULL AND superseded <> id) OR key IS NULL");
    }

    private void Match(ImportFile file)
    {
        var compared = file.Content.Where(c => staging.Has(file, c)).ToList();
        var changed = compared.Count == 0 ? "NULL" : $"CASE {string.Join(' ', compared.Select(c => $"WHEN {Staged(file, c)} IS NOT x.{c.Compared} THEN '{c.Name}'"))} END";
        // A column that the file doesn't have keeps what is there.
        var kept = string.Concat(file.Content.Except(compared).Where(c => !c.Sealed).SelectMany(c => new[] { c.Quoted, c.Compared }.Distinct()).Select(c => $", {c} = x.{c}"));
        staging.Run($"UPDATE {file.Table} SET id = x.id, changed = {changed}{kept} FROM {file.Existing} x WHERE x.key = {file.Table}.key AND bad = 0");
    }

    private static string Staged(ImportFile file, ImportColumn column) =>
        column.Sealed ? $"sealed({file.Table}.{column.Quoted})" : $"{file.Table}.{column.Compared}";

    /// <summary>What may be referred to: the folder's rows, and the database's that aren't in the folder.</summary>
    private void Know(ImportFile file)
    {
        var columns = string.Join(", ", file.StagedColumns.Prepend("id").Prepend("key"));
        staging.Run($"INSERT OR IGNORE INTO {file.Known} ({columns}) SELECT {columns} FROM {file.Table} WHERE key IS NOT NULL");
        staging.Run($"INSERT OR IGNORE INTO {file.Known} ({columns}) SELECT {columns} FROM {file.Existing} WHERE key IS NOT NULL");
    }
}
