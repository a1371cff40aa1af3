namespace Pga.Domain.Tasks;

/// <summary>
/// Whether a colleague gets a mail on a working day on which something waits for them, and the last day that was looked at.
/// Who never chose gets it.
/// </summary>
public sealed class DigestSetting
{
    public DigestSetting(Guid staffId) => StaffId = staffId;

    private DigestSetting()
    {
    }

    public Guid StaffId { get; private set; }

    public bool Daily { get; private set; } = true;

    /// <summary>The last day on which it was sent, or there was nothing to send. One mail a day, also after a restart.</summary>
    public DateOnly? DoneOn { get; private set; }

    public void Choose(bool daily) => Daily = daily;

    public void Done(DateOnly on) => DoneOn = on;
}
