using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Data;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;

using Pga.Domain.Contacts;
using Pga.Domain.Interventions;
using Pga.Domain.Outflow;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

/// <summary>Stand-in for the import.</summary>
internal static class UtrechtSample
{
    public static async Task Load(TestPga pga, string folder)
    {
        var now = new DateTime(2026, 3, 3, 9, 0, 0, DateTimeKind.Utc);
        var staff = new StaffMember(Guid.CreateVersion7(), "import@pga.example", "Import", ["rio"], null, null, true);
        var clients = Rows(folder, "clients").ToDictionary(r => r["client_id"], r =>
        {
            var c = new Client(Guid.CreateVersion7(), r["client_id"], "Noor", null, "Voorbeeld", Day(r["birth_date"]), "unknown");
            c.LivesIn(r["wijk"] == "" ? null : r["wijk"], Residence.Always);
            return c;
        });
        var trajects = Rows(folder, "trajects").ToDictionary(r => r["traject_id"], r =>
        {
            var t = new Traject(Guid.CreateVersion7(), r["traject_id"], clients[r["client_id"]].Id, r["programme"], Day(r["referred_on"])!.Value, null, null);
            if (Day(r["started_on"]) is { } s)
                t.Start(s, s);
            if (Day(r["ended_on"]) is { } e)
            {
                t.ProposeOutflow(e, r["end_reason"], null, staff.Id, now, new OutflowFacts(new DateOnly(2026, 3, 1), []));
                t.ConfirmOutflow(Guid.NewGuid(), now);
            }

            return t;
        });
        await pga.Given([staff, .. clients.Values, .. trajects.Values]);
        var rows = new List<object>();
        rows.AddRange(Rows(folder, "assessments").GroupBy(r => (r["traject_id"], r["measured_on"], r["moment"])).Select(g => new Assessment(
            Guid.CreateVersion7(), trajects[g.Key.Item1].Id, trajects[g.Key.Item1].Programme, Day(g.Key.Item2)!.Value, g.Key.Item3, g.ToDictionary(r => r["leefgebied"], r => Int(r["level"])), null, now)));
        rows.AddRange(Rows(folder, "basic_conditions").GroupBy(r => (r["traject_id"], r["measured_on"], r["moment"])).Select(g => new ConditionMeasurement(
            Guid.CreateVersion7(), trajects[g.Key.Item1].Id, Day(g.Key.Item2)!.Value, g.Key.Item3, g.ToDictionary(r => r["condition"], r => r["status"]), null, now)));
        rows.AddRange(Rows(folder, "contacts").Select(r => ContactMoment.FromImport(Guid.CreateVersion7(), r["contact_id"], trajects[r["traject_id"]].Id, null, now,
            new ContactDetails(r["kind"], Utc(r["occurred_at"]), r["outcome"]))));
        var (interventions, partners, institutions, kinds) = await pga.Read(async db => (
            await db.Interventions.ToListAsync(), await db.Partners.ToListAsync(), await db.Institutions.ToListAsync(), await db.ActivityKinds.ToListAsync()));
        Guid In<T>(IEnumerable<T> list, string name)
            where T : CatalogueItem => list.Single(i => i.Code.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase) || i.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Id;
        rows.AddRange(Rows(folder, "participations").Select(r =>
        {
            var p = new Participation(Guid.CreateVersion7(), trajects[r["traject_id"]].Id, In(interventions, r["intervention"]), Day(r["referred_on"])!.Value);
            if (Day(r["started_on"]) is { } s)
                p.Start(s);
            if (Day(r["ended_on"]) is { } e)
                p.End(e, r["result"] == "" ? null : r["result"]);
            return p;
        }));
        rows.AddRange(Rows(folder, "partners").Select(r => new PartnerInvolvement(Guid.CreateVersion7(), trajects[r["traject_id"]].Id, In(partners, r["partner"]), Day(r["from"])!.Value, Day(r["until"]))));
        var spreekuren = Rows(folder, "spreekuren").ToDictionary(r => r["spreekuur_id"], r => new Spreekuur(Guid.CreateVersion7(), In(institutions, r["institution"]), Utc(r["held_at"]), staff.Id));
        rows.AddRange(spreekuren.Values);
        rows.AddRange(Rows(folder, "activities").Select(r => new Activity(Guid.CreateVersion7(), Int(r["year"]), In(kinds, r["kind"]), Int(r["count"]))));
        rows.AddRange(Rows(folder, "budgets").Select(r => new Budget(Guid.CreateVersion7(), Int(r["year"]), r["priority"], Int(r["budgeted"]), Int(r["realised"]))));
        await pga.Given([.. rows]);
        await pga.Given([.. Rows(folder, "spreekuur_visits").Select((r, i) =>
            Spreekuur.VisitFromImport(Guid.CreateVersion7(), spreekuren[r["spreekuur_id"]].Id, r["client_id"] == "" ? null : clients[r["client_id"]].Id, r["attendance"], i))]);
    }

    private static DateTime Utc(string local) => Domain.Common.Calendar.TryToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), out var utc) ? utc : throw new FormatException(local);

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => text == "" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Rows(string folder, string file)
    {
        var rows = Csv.Parse(File.ReadAllText(Path.Combine(folder, file + ".csv")));
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(f => f.First, f => f.Second))];
    }
}
