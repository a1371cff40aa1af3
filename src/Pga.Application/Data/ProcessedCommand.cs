namespace Pga.Application.Data;

/// <summary>A command that was saved, so that sending it again changes nothing.</summary>
public sealed class ProcessedCommand(Guid id, Guid? staffId, Guid result, DateTime at)
{
    public Guid Id { get; private set; } = id;

    public Guid? StaffId { get; private set; } = staffId;

    /// <summary>What the command answered.</summary>
    public Guid Result { get; private set; } = result;

    public DateTime At { get; private set; } = at;
}
