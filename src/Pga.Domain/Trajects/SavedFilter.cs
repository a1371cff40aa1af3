using Pga.Domain.Common;

namespace Pga.Domain.Trajects;

/// <summary>A way to look at one's own worklist, kept under a name. It belongs to one member of staff and holds codes only.</summary>
public sealed class SavedFilter : Aggregate
{
    public const int MaxName = 40;
    public const int MaxFilter = 500;

    /// <summary>More don't fit on a screen.</summary>
    public const int MaxPerPerson = 12;

    public SavedFilter(Guid id, Guid staffId, string name, string filter)
    {
        Id = id;
        StaffId = staffId;
        Name = name.Trim();
        Filter = filter;
        Raise(new DomainEvent("filter.saved"));
    }

    private SavedFilter() => Name = Filter = null!;

    public Guid StaffId { get; private set; }

    public string Name { get; private set; }

    /// <summary>The question to the worklist, as JSON.</summary>
    public string Filter { get; private set; }
}
