using Pga.Application.Data;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>
/// What goes from hand to hand in the first team: a colleague on leave, whose place the first worker takes on some trajects,
/// a transfer that waits for that worker, and one that waits for another team.
/// </summary>
internal static class DemoTeam
{
    /// <summary>Replaced, handed over, and to another team.</summary>
    public const int Cases = ReplacedCases + HandedOver + 1;

    private const int ReplacedCases = 3;
    private const int HandedOver = 2;

    private const string Note =
        """
        Beide jongeren zijn gewend aan een vast moment in de week. Kondig een bezoek een dag van tevoren aan.

        Bij de ene loopt de aanvraag voor een uitkering: de brief komt deze maand. Bij de andere staat een gesprek met school gepland.
        """;

    private const string TeamNote = "Woont sinds kort in uw wijk en kent daar nog niemand. De wens is om met het hele gezin kennis te maken.";

    /// <param name="trajects">Running trajects of the colleague, as many as <see cref="Cases"/> or fewer.</param>
    /// <returns>The transfer that waits for the first worker.</returns>
    public static async Task<Guid?> Write(BulkWriter writer, DemoRandom random, DemoDesk first, IReadOnlyList<StaffMember> coordinators, IReadOnlyList<Traject> trajects, DateOnly today, CancellationToken ct)
    {
        var colleague = first.Colleague;
        if (colleague == first.Worker || trajects.Count < Cases)
            return null;
        // Seen from the day it was arranged, that leave was still to come.
        var from = today.AddDays(-3);
        var absence = new Absence(random.NextId(), colleague.Id, from, today.AddDays(11), null, first.Coordinator.Id, from);
        await writer.InsertDemo(absence, ct);
        foreach (var traject in trajects.Take(ReplacedCases))
            await writer.Insert(traject.Replace(random.NextId(), first.Worker.Id, colleague.Id, absence.Id, from, absence.Until), ct);

        var handedOver = trajects.Skip(ReplacedCases).Take(HandedOver).Select(t => t.Id).ToList();
        var waiting = await Propose(first.Worker.Id, null, handedOver, Note);
        if (coordinators.FirstOrDefault(c => c.Team != first.Team) is { } other)
            await Propose(null, other.Team, [trajects[Cases - 1].Id], TeamNote);
        return waiting;

        async Task<Guid> Propose(Guid? to, string? toTeam, IReadOnlyList<Guid> cases, string note)
        {
            var proposal = new TransferProposal(colleague.Id, to, toTeam, first.Team, AssignmentRoles.Case, cases, today, note);
            Calendar.TryToUtc(today.AddDays(-1).ToDateTime(new TimeOnly(9, 30)), out var at);
            var transfer = new Transfer(random.NextId(), proposal, first.Coordinator.Id, at);
            await writer.InsertDemo(transfer, ct);
            return transfer.Id;
        }
    }
}
