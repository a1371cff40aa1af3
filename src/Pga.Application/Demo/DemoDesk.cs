using Pga.Domain.Catalogues;
using Pga.Domain.Staff;

namespace Pga.Application.Demo;

/// <summary>
/// One worker with a caseload of their own. Desks have the same size however many there are, so a worklist doesn't grow
/// with the database.
/// </summary>
/// <param name="Colleague">Who had some of the trajects before.</param>
/// <param name="Clients">How many clients it has had in all, past ones included.</param>
/// <param name="Home">For a RIO: the institution of the weekly spreekuur.</param>
/// <param name="Second">For a RIO: the other institution that is visited now and then.</param>
internal sealed record DemoDesk(StaffMember Worker, StaffMember Coordinator, StaffMember Colleague, int Clients, Institution Home, Institution Second)
{
    public bool IsRio { get; } = Worker.Roles.Contains(StaffRoles.Rio);

    public string Team => Worker.Team!;

    /// <summary>Where each client of the desk stands, in no order.</summary>
    public DemoSlot[] Slots(DemoRandom random)
    {
        var running = (int)Math.Round(Clients * (IsRio ? 0.33 : 0.39));
        var referred = (int)Math.Round(Clients * 0.03);
        var proposed = Clients >= 10 ? 1 : 0;
        var slots = new DemoSlot[Clients];
        for (var i = 0; i < Clients; i++)
        {
            slots[i] = i < running ? new DemoSlot(DemoStatus.Running, i, running)
                : i < running + proposed ? new DemoSlot(DemoStatus.Proposed, i - running, proposed)
                : i < running + proposed + referred ? new DemoSlot(DemoStatus.Referred, i - running - proposed, referred)
                : new DemoSlot(DemoStatus.Ended, i - running - proposed - referred, Clients - running - proposed - referred);
        }

        random.Shuffle(slots);
        return slots;
    }
}

/// <param name="Index">Which of the desk's clients with this status, so that what a worklist shows is there on every desk.</param>
internal readonly record struct DemoSlot(DemoStatus Status, int Index, int Of);

internal enum DemoStatus
{
    Referred,
    Running,
    Proposed,
    Ended,
}
