using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Data;
using Pga.Application.Demo;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

/// <summary>
/// Of every table with something about a traject or a client, everybody reads the rows of the trajects that they see, and no
/// other. Which trajects those are is shown by <see cref="VisibilityTests"/>; this is the last defence behind every message.
/// </summary>
internal sealed class VisibilityOfTablesTests : SliceTest
{
    /// <summary>Of these less is seen than the traject allows, or nothing without more: they have tests of their own.</summary>
    private static readonly string[] Stricter = ["Fact", "HistoryEntry", "AccessLogLine", "FamilyLink"];

    /// <summary>A partner reads these without seeing a traject, what was granted or sent: their own tests say which.</summary>
    private static readonly string[] Granted = ["Referral", "Participation", "Attendance", "Aanmelding"];

    /// <summary>The measure itself, and what is somebody's own before it is a traject's: not even the system reads it.</summary>
    private static readonly Type[] Elsewhere = [typeof(Traject), typeof(Notification)];

    private static readonly MethodInfo Count = typeof(VisibilityOfTablesTests).GetMethod(nameof(CountOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    [Test]
    public async Task Follows_the_trajects_in_every_table_for_every_role()
    {
        await Pga.SendAsSystem(new MakeDemo(MakeDemo.DefaultClients, MakeDemo.DefaultSeed));
        await Pga.Read(async db =>
        {
            // The demo is written past history and log; looks come below.
            var traject = await db.Trajects.FirstAsync();
            traject.ForTriage(traject.ReferredOn);
            return await db.SaveChangesAsync();
        });
        var staff = await Pga.Read(db => db.Staff.Where(s => s.Active).OrderBy(s => s.Email).ToListAsync());
        var users = staff.GroupBy(s => s.RoleCodes).SelectMany(role => role.Take(2)).ToList();
        foreach (var user in users)
        {
            if (await Pga.ReadAs(user, db => db.Trajects.OrderBy(t => t.Number).FirstOrDefaultAsync()) is { } own)
                await Pga.Send(user, new GetIdentity(own.Id));
        }

        var tables = await Pga.Read(db => Task.FromResult(Tables(db)));
        var hidden = new HashSet<string>();

        foreach (var (type, key) in tables)
        {
            var all = await Pga.Read(db => Counted(db, type, key));
            foreach (var user in users)
            {
                var (seen, mine) = await Pga.ReadAs(user, async db =>
                    (await Counted(db, type, key), await (key == "TrajectId" ? db.Trajects.Select(t => t.Id) : db.Trajects.Select(t => t.ClientId)).Distinct().ToListAsync()));
                var expected = all.Where(row => mine.Contains(row.Key)).ToDictionary();
                var what = $"{type.Name} for {user.RoleCodes}";
                if (user.Roles.Contains(StaffRoles.Partner) && Granted.Contains(type.Name))
                    continue;
                if (Stricter.Contains(type.Name))
                    Assert.That(seen.All(row => row.Value <= expected.GetValueOrDefault(row.Key)), what);
                else
                    Assert.That(seen, Is.EquivalentTo(expected), what);
                if (expected.Values.Sum() < all.Values.Sum())
                    hidden.Add(type.Name);
            }
        }

        Assert.That(tables.Select(t => t.Type.Name).Except(hidden), Is.Empty, "Nothing to hide: this test says nothing about it. The demo should have some.");
        Assert.That(users.Select(u => u.RoleCodes).Distinct().Count(), Is.GreaterThan(5));
    }

    /// <summary>Those with a filter, and by which id they hang on a traject: their own, or the client's.</summary>
    private static List<(Type Type, string Key)> Tables(PgaDbContext db) =>
    [
        .. from type in db.Model.GetEntityTypes()
           where !type.IsOwned() && !Elsewhere.Contains(type.ClrType) && type.GetDeclaredQueryFilters().Count > 0
           // Who looked is told per client.
           let keys = type.ClrType == typeof(AccessLogLine) ? ["ClientId"] : type.ClrType == typeof(Client) ? ["Id"] : new[] { "TrajectId", "ClientId" }
           let key = keys.FirstOrDefault(name => type.FindProperty(name) is not null)
           where key is not null
           select (type.ClrType, key),
    ];

    private static Task<Dictionary<Guid, int>> Counted(PgaDbContext db, Type type, string key) =>
        (Task<Dictionary<Guid, int>>)Count.MakeGenericMethod(type).Invoke(null, [db, key])!;

    private static async Task<Dictionary<Guid, int>> CountOf<T>(PgaDbContext db, string key)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var id = Expression.Lambda<Func<T, Guid?>>(Expression.Convert(Expression.Property(row, key), typeof(Guid?)), row);
        // A row about nobody is nobody's secret.
        var counts = await db.Set<T>().Select(id).Where(i => i != null).GroupBy(i => i).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return counts.ToDictionary(c => c.Key!.Value, c => c.Count);
    }
}
