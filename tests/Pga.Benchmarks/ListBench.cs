using Microsoft.EntityFrameworkCore;
using Pga.Application.Aanmeldingen;
using Pga.Application.Catalogues;
using Pga.Application.Clients;
using Pga.Application.Conferences;
using Pga.Application.Documents;
using Pga.Application.Facts;
using Pga.Application.Interventions;
using Pga.Application.Plans;
using Pga.Application.Relations;
using Pga.Application.Staff;
using Pga.Application.Tasks;
using Pga.Application.Trajects;
using Pga.Application.Triage;
using Pga.Domain.Catalogues;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Benchmarks;

/// <summary>Every list of the casework, as a message of who opens it, in a small and a large database by turns.</summary>
internal static class ListBench
{
    private const int WarmUp = 10;
    private const int Turns = 50;
    private const double Most = 100;

    public static async Task Run(Table table)
    {
        using var small = await Desks.Of(Sizes.Small);
        using var large = await Desks.Of(Sizes.Large);
        await Compare("search by name", d => turn => d.Database.Send(d.Expert(turn), new SearchClients("de vries")));
        await Compare("plan, history", d => turn => d.Database.Send(d.Expert(turn), new GetPlanHistory(d.Traject(turn))));
        await Compare("interventions of a dossier", d => turn => d.Database.Send(d.Expert(turn), new GetInterventions(d.Traject(turn))));
        await Compare("signals", d => turn => d.Database.Send(d.Expert(turn), new GetFacts(d.Traject(turn))));
        await Compare("relations", d => turn => d.Database.Send(d.Expert(turn), new GetRelations(d.Traject(turn))));
        await Compare("family", d => turn => d.Database.Send(d.Expert(turn), new GetFamily(d.Traject(turn))));
        await Compare("documents", d => turn => d.Database.Send(d.Expert(turn), new GetDocuments(d.Traject(turn))));
        await Compare("team of a dossier", d => turn => d.Database.Send(d.Expert(turn), new GetTrajectTeam(d.Traject(turn))));
        await Compare("sessions", d => turn => d.Database.Send(d.Expert(turn), new GetSessions()));
        await Compare("groups", d => turn => d.Database.Send(d.Expert(turn), new GetGroups()));
        await Compare("absences", d => turn => d.Database.Send(d.Expert(turn), new GetAbsences()));
        await Compare("what is due", d => turn => d.Database.Send(d.Expert(turn), new GetDueTasks()));
        await Compare("notifications", d => turn => d.Database.Send(d.Expert(turn), new GetNotifications()));
        await Compare("conferences of a dossier", d => turn => d.Database.Send(d.Expert(turn), new GetDiscussions(d.Traject(turn))));
        await Compare("transfers", d => turn => d.Database.Send(d.Expert(turn), new GetTransfers()));

        await Compare("worklist of a coordinator", d => turn => d.Database.Send(d.Coordinator(turn), new GetWorklist()));
        await Compare("what is due to a coordinator", d => turn => d.Database.Send(d.Coordinator(turn), new GetDueTasks()));
        await Compare("conferences", d => _ => d.Database.Send(d.Coordinator(0), new GetConferences()));
        await Compare("agenda of a conference", d => _ => d.Database.Send(d.Coordinator(0), new GetConference(d.Conference)));
        await Compare("proposals for a conference", d => _ => d.Database.Send(d.Coordinator(0), new GetCaseProposals(d.Conference)));
        foreach (var (list, _) in TriageLists.List.All)
            await Compare($"triage, {list}", d => turn => d.Database.Send(d.Coordinator(turn), new GetTriage(list)));
        await Compare("aanmeldingen of partners", d => turn => d.Database.Send(d.Coordinator(turn), new GetWaitingAanmeldingen()));
        await Compare("team, caseloads", d => turn => d.Database.Send(d.Coordinator(turn), new GetTeam()));
        await Compare("team, cases to give", d => turn => d.Database.Send(d.Coordinator(turn), new GetTeamCases(AssignmentRoles.Case)));

        await Compare("partner's start page", d => _ => d.Database.Send(d.Partner, new GetPartnerDesk()));
        await Compare("partner's aanmeldingen", d => _ => d.Database.Send(d.Partner, new GetMyAanmeldingen()));

        await Compare("catalogue", d => _ => d.Database.Send(d.Administrator, new GetCatalogue(CatalogueKinds.Interventions)));

        async Task Compare(string what, Func<Desks, Func<int, Task>> act)
        {
            var timings = await Timing.InTurns(WarmUp, Turns, act(small), act(large));
            table.Compare(what, timings[0], timings[1], Most, double.PositiveInfinity);
        }
    }
}
