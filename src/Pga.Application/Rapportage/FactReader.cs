using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Contacts;
using Pga.Domain.Outflow;
using Pga.Domain.Spreekuren;
using Pga.Domain.Trajects;

namespace Pga.Application.Rapportage;

/// <summary>
/// Reads the facts for a year in a fixed number of queries, each with just the columns and rows that are counted. The long
/// ones run side by side, each on a context of its own, because most of their time is waiting for the disk.
/// </summary>
[SeesAll("only counts leave, protected")]
internal sealed class FactReader(IServiceScopeFactory scopes, int year, DateTime nowUtc, CancellationToken ct)
{
    private readonly DateOnly _before = new(year - 1, 1, 1);
    private readonly DateOnly _first = new(year, 1, 1);
    private readonly DateOnly _last = new(year, 12, 31);

    // A traject runs until its end is confirmed, whatever reason has been proposed.
    private static IQueryable<Traject> Trajects(PgaDbContext db) => db.Trajects.IgnoreQueryFilters().AsNoTracking()
        .Where(t => t.OutflowConfirmedAt == null || t.EndReason != EndReasons.RegisteredInError);

    private IQueryable<Traject> StartedInBothYears(PgaDbContext db) => Trajects(db).Where(t => t.StartedOn >= _before && t.StartedOn <= _last);

    private IQueryable<Traject> EndedInYear(PgaDbContext db) => Trajects(db).Where(t => t.StartedOn != null && t.OutflowConfirmedAt != null && t.EndedOn >= _first && t.EndedOn <= _last);

    public async Task<Facts> Read()
    {
        var trajects = Apart(ReadTrajects);
        var clients = Apart(ReadClientsAtStart);
        var startLevels = Apart(db => ReadLevels(db, Moments.Start));
        var endLevels = Apart(db => ReadLevels(db, Moments.End));
        var conditions = Apart(ReadConditions);
        var participations = Apart(ReadParticipations);
        var partners = Apart(ReadPartners);
        var contacts = Apart(ReadContacts);
        var spreekuren = Apart(async db => (Sessions: await ReadSessions(db), Conversations: await ReadConversations(db)));
        var few = Apart(ReadFew);
        await Task.WhenAll(trajects, clients, startLevels, endLevels, conditions, participations, partners, contacts, spreekuren, few);

        // What came in between two queries isn't in the first, and so not in the report.
        foreach (var (id, traject) in await trajects)
        {
            (traject.BirthDate, traject.WijkAtStart) = (await clients).GetValueOrDefault(id);
            traject.StartLevels = (await startLevels).GetValueOrDefault(id);
            traject.EndLevels = (await endLevels).GetValueOrDefault(id);
            (traject.StartConditions, traject.EndConditions) = (await conditions).GetValueOrDefault(id);
        }

        var (activities, budgets, catalogue) = await few;
        var (sessions, conversations) = await spreekuren;
        return new Facts(year, [.. (await trajects).Values], await participations, await partners, await contacts, sessions, conversations, activities, budgets, catalogue);
    }

    /// <summary>Only what was entered and isn't about cases: activities and money.</summary>
    public async Task<Facts> ReadEntered(PgaDbContext db)
    {
        var (activities, budgets, catalogue) = await ReadFew(db);
        return new Facts(year, [], [], new Dictionary<Guid, Tally>(), [], new Dictionary<Guid, int>(), [], activities, budgets, catalogue);
    }

    private async Task<T> Apart<T>(Func<PgaDbContext, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        // SQLite reads on the thread that asks.
        return await Task.Run(() => read(scope.ServiceProvider.GetRequiredService<PgaDbContext>()), ct);
    }

    private async Task<(List<ActivityFact> Activities, List<BudgetFact> Budgets, Catalogue Catalogue)> ReadFew(PgaDbContext db) => (
        await db.Activities.AsNoTracking().Where(a => a.Year == year - 1 || a.Year == year).Select(a => new ActivityFact(a.KindId, a.Year, a.Count)).ToListAsync(ct),
        await db.Budgets.AsNoTracking().Where(b => b.Year == year).Select(b => new BudgetFact(b.Priority, b.Budgeted, b.Realised)).ToListAsync(ct),
        await ReadCatalogue(db));

    // All that ran at some moment in the two years.
    private async Task<Dictionary<Guid, TrajectFact>> ReadTrajects(PgaDbContext db)
    {
        var rows =
            from t in Trajects(db)
            where t.StartedOn <= _last && (t.OutflowConfirmedAt == null || t.EndedOn >= _before)
            select new { t.Id, t.ClientId, t.Programme, t.StartedOn, IsEnded = t.OutflowConfirmedAt != null, t.EndedOn, t.EndReason };
        var trajects = new Dictionary<Guid, TrajectFact>();
        await foreach (var r in rows.AsAsyncEnumerable().WithCancellation(ct))
            trajects.Add(r.Id, new TrajectFact(r.ClientId, string.Intern(r.Programme), r.StartedOn!.Value, r.IsEnded ? r.EndedOn : null, r.IsEnded ? string.Intern(r.EndReason!) : null));
        return trajects;
    }

    private async Task<Dictionary<Guid, (DateOnly? BirthDate, string? Wijk)>> ReadClientsAtStart(PgaDbContext db)
    {
        var rows =
            from t in StartedInBothYears(db)
            join c in db.Clients on t.ClientId equals c.Id
            select new
            {
                t.Id,
                c.BirthDate,
                Wijk = c.Residences.Where(r => r.From <= t.StartedOn).OrderByDescending(r => r.From).Select(r => r.Wijk).FirstOrDefault(),
            };
        return await rows.ToDictionaryAsync(r => r.Id, r => (r.BirthDate, (string?)r.Wijk), ct);
    }

    private async Task<Dictionary<Guid, Levels>> ReadLevels(PgaDbContext db, string moment)
    {
        var isStart = moment == Moments.Start;
        var trajects =
            from t in Trajects(db)
            where t.Programme != Programmes.Rio
                && ((isStart && t.StartedOn >= _before && t.StartedOn <= _last)
                    || (t.StartedOn != null && t.OutflowConfirmedAt != null && t.EndedOn >= _first && t.EndedOn <= _last))
            select t.Id;
        var rows =
            from a in db.Assessments.IgnoreQueryFilters().AsNoTracking()
            where a.SupersededById == null && a.Moment == moment && trajects.Contains(a.TrajectId)
            select new { a.TrajectId, a.MeasuredOn, a.Scores };
        var latest = new Dictionary<Guid, Levels>();
        await foreach (var r in rows.AsAsyncEnumerable().WithCancellation(ct))
            latest[r.TrajectId] = new Levels(r.MeasuredOn, r.Scores).OrLater(latest.GetValueOrDefault(r.TrajectId));
        return latest;
    }

    private async Task<Dictionary<Guid, (Dictionary<string, string>? Start, Dictionary<string, string>? End)>> ReadConditions(PgaDbContext db)
    {
        var rows =
            from t in EndedInYear(db)
            where t.Programme == Programmes.Rio
            join m in db.ConditionMeasurements on t.Id equals m.TrajectId
            where m.SupersededById == null
                && (m.Moment == Moments.Start || m.Moment == Moments.End)
                && !db.ConditionMeasurements.Any(later => later.TrajectId == t.Id && later.Moment == m.Moment && later.SupersededById == null && later.MeasuredOn > m.MeasuredOn)
            select new { t.Id, IsStart = m.Moment == Moments.Start, m.Statuses };
        var measured = new Dictionary<Guid, (Dictionary<string, string>? Start, Dictionary<string, string>? End)>();
        await foreach (var r in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var (start, end) = measured.GetValueOrDefault(r.Id);
            var statuses = r.Statuses.ToDictionary(s => s.Condition, s => s.Status);
            measured[r.Id] = r.IsStart ? (statuses, end) : (start, statuses);
        }

        return measured;
    }

    private async Task<List<ParticipationFact>> ReadParticipations(PgaDbContext db)
    {
        var rows =
            from t in Trajects(db)
            join p in db.Participations on t.Id equals p.TrajectId
            where (p.ReferredOn >= _first && p.ReferredOn <= _last)
                || (p.StartedOn >= _before && p.StartedOn <= _last)
                || (p.EndedOn >= _first && p.EndedOn <= _last)
                || (p.StartedOn <= _last && (p.EndedOn == null || p.EndedOn > _last) && (t.OutflowConfirmedAt == null || t.EndedOn > _last))
            select new ParticipationFact(p.InterventionId, t.ClientId, p.ReferredOn, p.StartedOn, p.EndedOn, p.Result, t.OutflowConfirmedAt != null ? t.EndedOn : null);
        return await rows.ToListAsync(ct);
    }

    /// <summary>
    /// By partner: trajects that were running at some moment in the year and had that partner involved at some moment in
    /// the year, first and last day included. Counted by the database, because it is the longest list.
    /// </summary>
    private async Task<Dictionary<Guid, Tally>> ReadPartners(PgaDbContext db)
    {
        var rows =
            from t in Trajects(db)
            where t.StartedOn <= _last && (t.OutflowConfirmedAt == null || t.EndedOn >= _first)
            join i in db.PartnerInvolvements on t.Id equals i.TrajectId
            where i.From <= _last && (i.Until == null || i.Until >= _first)
            group t by i.PartnerId into involved
            select new
            {
                involved.Key,
                Trajects = involved.Select(t => t.Id).Distinct().Count(),
                Clients = involved.Select(t => t.ClientId).Distinct().Count(),
            };
        return await rows.ToDictionaryAsync(r => r.Key, r => new Tally(r.Trajects, r.Clients), ct);
    }

    private async Task<List<ContactFact>> ReadContacts(PgaDbContext db)
    {
        // Few trajects are registered in error, and contacts are the most there is: so no join with all the others.
        var inError = db.Trajects.IgnoreQueryFilters().Where(t => t.OutflowConfirmedAt != null && t.EndReason == EndReasons.RegisteredInError).Select(t => t.Id);
        var rows =
            from c in db.ContactMoments.IgnoreQueryFilters().AsNoTracking()
            where c.OccurredOn >= _first && c.OccurredOn <= _last && c.SupersededById == null && c.Outcome != null && !inError.Contains(c.TrajectId)
            group c by new { c.Kind, c.Outcome } into alike
            select new { alike.Key.Kind, alike.Key.Outcome, Count = alike.Count() };
        return [.. (await rows.ToListAsync(ct)).Select(r => new ContactFact(r.Kind, r.Outcome == ContactCodes.Held, r.Count))];
    }

    // One that is planned for later this year hasn't been held.
    private Task<Dictionary<Guid, int>> ReadSessions(PgaDbContext db) => db.Spreekuren.AsNoTracking()
        .Where(s => s.HeldOn >= _first && s.HeldOn <= _last && s.HeldAt <= nowUtc)
        .GroupBy(s => s.InstitutionId)
        .Select(g => new { g.Key, Count = g.Count() })
        .ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    // Visits belong to the client, so those of trajects that were registered in error count.
    private async Task<List<ConversationFact>> ReadConversations(PgaDbContext db)
    {
        var rows =
            from s in db.Spreekuren.IgnoreQueryFilters().AsNoTracking()
            where s.HeldOn >= _first && s.HeldOn <= _last
            join v in db.SpreekuurVisits on s.Id equals v.SpreekuurId
            where v.SupersededById == null && (v.Attendance == SpreekuurCodes.Attended || v.Attendance == SpreekuurCodes.Late)
            group v by new { s.InstitutionId, v.ClientId } into visits
            select new { visits.Key.InstitutionId, visits.Key.ClientId, Count = visits.Count() };
        return [.. (await rows.ToListAsync(ct)).Select(r => new ConversationFact(r.InstitutionId, r.ClientId, r.Count))];
    }

    private async Task<Catalogue> ReadCatalogue(PgaDbContext db) => new(
        await InOrder(db.Interventions).Select(i => new CatalogueFact(i.Id, i.Name, i.NeedsReview, i.Kind)).ToListAsync(ct),
        await InOrder(db.Partners).Select(p => new CatalogueFact(p.Id, p.Name, p.NeedsReview, null)).ToListAsync(ct),
        await InOrder(db.Institutions).Select(i => new CatalogueFact(i.Id, i.Name, i.NeedsReview, null)).ToListAsync(ct),
        await InOrder(db.ActivityKinds).Select(k => new CatalogueFact(k.Id, k.Name, k.NeedsReview, null)).ToListAsync(ct));

    private static IQueryable<T> InOrder<T>(IQueryable<T> catalogue)
        where T : CatalogueItem => catalogue.AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Name).ThenBy(i => i.Code);
}
