using Pga.Domain.Common;

namespace Pga.Domain.Statistics;

/// <summary>How often an activity took place in a year; entered, not derived from cases.</summary>
public sealed class Activity : Entity
{
    public const int MaxCount = 10_000_000;

    public Activity(Guid id, int year, Guid kindId, int count)
    {
        Id = id;
        Year = year;
        KindId = kindId;
        Count = count;
    }

    private Activity()
    {
    }

    public int Year { get; private set; }

    public Guid KindId { get; private set; }

    public int Count { get; private set; }

    public void Recount(int count) => Count = count;
}

/// <summary>Money for a priority in a year, in whole euros.</summary>
public sealed class Budget : Entity
{
    public const int MaxPriority = 200;
    public const long MaxAmount = 100_000_000_000;

    public Budget(Guid id, int year, string priority, long budgeted, long realised)
    {
        Id = id;
        Year = year;
        Priority = priority;
        Set(budgeted, realised);
    }

    private Budget() => Priority = null!;

    public int Year { get; private set; }

    public string Priority { get; private set; }

    public long Budgeted { get; private set; }

    public long Realised { get; private set; }

    public void Rename(string priority) => Priority = priority;

    public void Set(long budgeted, long realised)
    {
        Budgeted = budgeted;
        Realised = realised;
    }
}
