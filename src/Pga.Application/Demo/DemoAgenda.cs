using Pga.Application.Data;
using Pga.Domain.Common;
using Pga.Domain.Spreekuren;

namespace Pga.Application.Demo;

/// <summary>What lies ahead of a RIO: the spreekuren of the coming weeks, empty as yet. Contacts are planned with the caseload.</summary>
internal static class DemoAgenda
{
    private const int Weeks = 3;

    private static readonly TimeOnly Begin = new(13, 30);

    /// <returns>How many spreekuren were planned.</returns>
    public static async Task<int> Write(DemoDesk desk, BulkWriter writer, DemoRandom random, DateOnly today, CancellationToken ct)
    {
        for (var week = 1; week <= Weeks; week++)
        {
            var on = today.AddDays(7 * week);
            // An institution opens its doors on working days.
            on = on.DayOfWeek switch { DayOfWeek.Saturday => on.AddDays(-1), DayOfWeek.Sunday => on.AddDays(1), _ => on };
            Calendar.TryToUtc(on.ToDateTime(Begin), out var heldAt);
            await writer.InsertDemo(new Spreekuur(random.NextId(), (week == Weeks ? desk.Second : desk.Home).Id, heldAt, desk.Worker.Id), ct);
        }

        return Weeks;
    }
}
