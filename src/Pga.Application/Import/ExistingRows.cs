using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Domain.Trajects;

namespace Pga.Application.Import;

/// <summary>
/// Streams what the database holds already into the staging database, in the form of the files, so that the two are compared
/// there: one query per kind of row, whatever the number of rows.
/// </summary>
[SeesAll("An import is compared with everything that is there, a client without a traject included.")]
internal sealed class ExistingRows(PgaDbContext db, Staging staging, ProgressTicker progress)
{
    /// <summary>What other files refer to is always needed.</summary>
    private static readonly ImportFile[] Always = [ImportFiles.Staff, ImportFiles.Clients, ImportFiles.Trajects, ImportFiles.Spreekuren];

    public async Task Load(IReadOnlyList<ImportFile> present, CancellationToken ct)
    {
        foreach (var file in ImportFiles.All.Where(f => present.Contains(f) || Always.Contains(f)))
        {
            using var insert = staging.Insert(file, file.Existing, "id", "superseded", "sequence");
            await foreach (var row in RowsOf(file))
            {
                insert.Row(row.Key, row.Values, row.Id.ToString(), row.SupersededById?.ToString(), row.Sequence);
                progress.Row();
            }
        }

        await Coordinators(ct);
    }

    private IAsyncEnumerable<Existing> RowsOf(ImportFile file) => file.Name switch
    {
        "staff" => Staff(),
        "clients" => Clients(),
        "trajects" => Trajects(),
        "assessments" => Assessments(),
        "basic_conditions" => BasicConditions(),
        "contacts" => Contacts(),
        "participations" => Participations(),
        "partners" => Partners(),
        "detentions" => Detentions(),
        "spreekuren" => Spreekuren(),
        "spreekuur_visits" => SpreekuurVisits(),
        "relations" => Relations(),
        "activities" => Activities(),
        "budgets" => Budgets(),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file.Name, "No such file."),
    };

    // In each of these the values are in the order of the file's columns.
    private async IAsyncEnumerable<Existing> Staff()
    {
        await foreach (var s in Stream(db.Staff.Select(s => new { s.Id, s.Email, s.Name, s.RoleCodes, s.Team, s.Organisation })))
            yield return new(s.Id, s.Email, s.Email, s.Name, Cells.Of(s.RoleCodes.Split('|')), s.Team, s.Organisation);
    }

    private async IAsyncEnumerable<Existing> Clients()
    {
        var clients = db.Clients.IgnoreQueryFilters()
            .Select(c => new { c.Id, c.Number, c.GivenName, c.Prefix, c.FamilyName, c.BirthDate, c.Gender, c.Wijk, c.BsnIndex });
        await foreach (var c in Stream(clients))
            yield return new(c.Id, c.Number, c.Number, c.GivenName, c.Prefix, c.FamilyName, Cells.Of(c.BirthDate), Cells.KnownGender(c.Gender), c.Wijk, c.BsnIndex);
    }

    private async IAsyncEnumerable<Existing> Trajects()
    {
        var trajects =
            from t in db.Trajects.IgnoreQueryFilters()
            join c in db.Clients on t.ClientId equals c.Id
            select new { t.Id, t.Number, Client = c.Number, t.Programme, t.ReferredOn, t.ReferredBy, t.StartedOn, t.EndedOn, t.EndReason, Ended = t.OutflowConfirmedAt != null };
        // An outflow that is only proposed isn't an end. The coordinator comes after.
        await foreach (var t in Stream(trajects))
        {
            yield return new(t.Id, t.Number, t.Number, t.Client, t.Programme, Cells.Of(t.ReferredOn), t.ReferredBy, Cells.Of(t.StartedOn),
                t.Ended ? Cells.Of(t.EndedOn) : null, t.Ended ? t.EndReason : null, null);
        }
    }

    private async IAsyncEnumerable<Existing> Assessments()
    {
        var assessments =
            from a in db.Assessments.IgnoreQueryFilters()
            where a.SupersededById == null
            join t in db.Trajects on a.TrajectId equals t.Id
            select new { a.Id, t.Number, a.MeasuredOn, a.Moment, a.Scores };
        await foreach (var a in Stream(assessments))
        {
            var day = Cells.Of(a.MeasuredOn);
            foreach (var s in a.Scores)
                yield return new(a.Id, StagedKey.Of(a.Number, day, a.Moment, s.Leefgebied), a.Number, day, a.Moment, s.Leefgebied, Cells.Of(s.Level));
        }
    }

    private async IAsyncEnumerable<Existing> BasicConditions()
    {
        var measurements =
            from m in db.ConditionMeasurements.IgnoreQueryFilters()
            where m.SupersededById == null
            join t in db.Trajects on m.TrajectId equals t.Id
            select new { m.Id, t.Number, m.MeasuredOn, m.Moment, m.Statuses };
        await foreach (var m in Stream(measurements))
        {
            var day = Cells.Of(m.MeasuredOn);
            foreach (var s in m.Statuses)
                yield return new(m.Id, StagedKey.Of(m.Number, day, m.Moment, s.Condition), m.Number, day, m.Moment, s.Condition, s.Status);
        }
    }

    private async IAsyncEnumerable<Existing> Contacts()
    {
        // Corrections have no key of their own; Comparison gives them that of what they correct.
        var contacts =
            from c in db.ContactMoments.IgnoreQueryFilters()
            where c.ImportKey != null || c.CorrectionReason != null
            join t in db.Trajects on c.TrajectId equals t.Id
            join s in db.Staff on c.StaffId equals s.Id into staff
            from s in staff.DefaultIfEmpty()
            select new { c.Id, c.SupersededById, c.ImportKey, t.Number, c.Kind, c.OccurredAt, c.Outcome, Email = (string?)s.Email, c.Topics, c.Report };
        await foreach (var c in Stream(contacts))
        {
            yield return new(c.Id, c.ImportKey, c.ImportKey, c.Number, c.Kind, Cells.Of(c.OccurredAt), c.Outcome, c.Email, c.Topics, c.Report)
            {
                SupersededById = c.SupersededById,
            };
        }
    }

    private async IAsyncEnumerable<Existing> Participations()
    {
        var participations =
            from p in db.Participations.IgnoreQueryFilters()
            where p.ImportKey != null
            join t in db.Trajects on p.TrajectId equals t.Id
            join i in db.Interventions on p.InterventionId equals i.Id
            select new { p.Id, p.ImportKey, t.Number, i.Code, p.ReferredOn, p.StartedOn, p.EndedOn, p.Result };
        await foreach (var p in Stream(participations))
            yield return new(p.Id, p.ImportKey, p.ImportKey, p.Number, p.Code, Cells.Of(p.ReferredOn), Cells.Of(p.StartedOn), Cells.Of(p.EndedOn), p.Result);
    }

    private async IAsyncEnumerable<Existing> Partners()
    {
        var involvements =
            from i in db.PartnerInvolvements.IgnoreQueryFilters()
            join t in db.Trajects on i.TrajectId equals t.Id
            join p in db.Partners on i.PartnerId equals p.Id
            select new { i.Id, t.Number, p.Code, i.From, i.Until };
        await foreach (var i in Stream(involvements))
            yield return new(i.Id, StagedKey.Of(i.Number, i.Code, Cells.Of(i.From)), i.Number, i.Code, Cells.Of(i.From), Cells.Of(i.Until));
    }

    private async IAsyncEnumerable<Existing> Detentions()
    {
        var periods =
            from p in db.DetentionPeriods.IgnoreQueryFilters()
            join c in db.Clients on p.ClientId equals c.Id
            join i in db.Institutions on p.InstitutionId equals i.Id
            select new { p.Id, c.Number, i.Code, p.From, p.ExpectedRelease, p.Until };
        await foreach (var p in Stream(periods))
            yield return new(p.Id, StagedKey.Of(p.Number, p.Code, Cells.Of(p.From)), p.Number, p.Code, Cells.Of(p.From), Cells.Of(p.ExpectedRelease), Cells.Of(p.Until));
    }

    private async IAsyncEnumerable<Existing> Spreekuren()
    {
        var spreekuren =
            from s in db.Spreekuren
            where s.ImportKey != null
            join i in db.Institutions on s.InstitutionId equals i.Id
            join r in db.Staff on s.RioId equals r.Id
            select new { s.Id, s.ImportKey, i.Code, s.HeldAt, r.Email };
        await foreach (var s in Stream(spreekuren))
            yield return new(s.Id, s.ImportKey, s.ImportKey, s.Code, Cells.Of(s.HeldAt), s.Email);
    }

    private async IAsyncEnumerable<Existing> SpreekuurVisits()
    {
        var visits =
            from v in db.SpreekuurVisits.IgnoreQueryFilters()
            where v.SupersededById == null
            join s in db.Spreekuren on v.SpreekuurId equals s.Id
            where s.ImportKey != null
            join c in db.Clients on v.ClientId equals c.Id into clients
            from c in clients.DefaultIfEmpty()
            orderby s.ImportKey, v.Sequence
            select new { v.Id, s.ImportKey, Client = (string?)c.Number, v.Attendance, v.Sequence };
        var (spreekuur, nameless) = ("", 0);
        await foreach (var v in Stream(visits))
        {
            if (v.ImportKey != spreekuur)
                (spreekuur, nameless) = (v.ImportKey!, 0);
            if (v.Client is null)
                nameless++;
            yield return new(v.Id, StagedKey.Of(v.ImportKey, v.Client ?? StagedKey.Nameless(nameless)), v.ImportKey, v.Client, v.Attendance) { Sequence = v.Sequence };
        }
    }

    private async IAsyncEnumerable<Existing> Relations()
    {
        var relations =
            from r in db.Relations.IgnoreQueryFilters()
            join c in db.Clients on r.ClientId equals c.Id
            select new { r.Id, c.Number, r.Kind, r.Name, r.BirthYear, r.NotedAs };
        await foreach (var r in Stream(relations))
        {
            var year = r.BirthYear is { } y ? Cells.Of(y) : null;
            yield return new(r.Id, StagedKey.Of(r.Number, r.Kind, r.Name, year), r.Number, r.Kind, r.Name, year);
            // One that was corrected is still the one that the folder has.
            if (r.NotedAs?.Split('|', 3) is [var kind, var born, var name])
            {
                var first = born.Length == 0 ? null : born;
                yield return new(r.Id, StagedKey.Of(r.Number, kind, name, first), r.Number, kind, name, first);
            }
        }
    }

    private async IAsyncEnumerable<Existing> Activities()
    {
        var activities = from a in db.Activities join k in db.ActivityKinds on a.KindId equals k.Id select new { a.Id, a.Year, k.Code, a.Count };
        await foreach (var a in Stream(activities))
            yield return new(a.Id, StagedKey.Of(Cells.Of(a.Year), a.Code), Cells.Of(a.Year), a.Code, Cells.Of(a.Count));
    }

    private async IAsyncEnumerable<Existing> Budgets()
    {
        await foreach (var b in Stream(db.Budgets.Select(b => new { b.Id, b.Year, b.Priority, b.Budgeted, b.Realised })))
            yield return new(b.Id, StagedKey.Of(Cells.Of(b.Year), b.Priority), Cells.Of(b.Year), b.Priority, Cells.Of(b.Budgeted), Cells.Of(b.Realised));
    }

    /// <summary>The coordinator of a traject is who had its casusregie, or was its RIO, last.</summary>
    private async Task Coordinators(CancellationToken ct)
    {
        staging.Run("CREATE TABLE x_coordinators (traject TEXT, email TEXT, key TEXT, since TEXT, until TEXT, id TEXT)");
        using (var insert = staging.Insert("x_coordinators", ["traject", "email", "key", "since", "until", "id"]))
        {
            var coordinators =
                from t in db.Trajects.IgnoreQueryFilters()
                from a in t.Assignments
                where (a.Role == AssignmentRoles.Rio && t.Programme == Programmes.Rio) || (a.Role == AssignmentRoles.Case && t.Programme != Programmes.Rio)
                join s in db.Staff on a.StaffId equals s.Id
                select new { TrajectId = t.Id, s.Email, a.From, a.Until, a.Id };
            await foreach (var c in Stream(coordinators).WithCancellation(ct))
                insert.Row(c.TrajectId.ToString(), c.Email, StagedKey.Fold(c.Email), Cells.Of(c.From), Cells.Of(c.Until ?? DateOnly.MaxValue), c.Id.ToString());
        }

        staging.Run("CREATE INDEX ix_coordinators ON x_coordinators (traject)");
        staging.Run("""
            UPDATE x_trajects SET (coordinator, "coordinator:key") =
                (SELECT email, key FROM x_coordinators c WHERE c.traject = x_trajects.id ORDER BY until DESC, since DESC, id DESC LIMIT 1)
            """);
    }

    private static IAsyncEnumerable<T> Stream<T>(IQueryable<T> query) => query.AsAsyncEnumerable();

    private sealed record Existing(Guid Id, string? Key, params string?[] Values)
    {
        public Guid? SupersededById { get; init; }

        public int? Sequence { get; init; }
    }
}
