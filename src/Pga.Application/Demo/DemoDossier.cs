using Pga.Application.Audit;
using Pga.Application.Data;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.DataSharings;
using Pga.Domain.Detention;
using Pga.Domain.Interventions;
using Pga.Domain.Plans;
using Pga.Domain.Relations;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>All there is about one invented client; written and forgotten, so that a caseload of any size fits in memory.</summary>
internal sealed class DemoDossier(Client client)
{
    public Client Client { get; } = client;

    public List<Traject> Trajects { get; } = [];

    public List<Assessment> Assessments { get; } = [];

    public List<ConditionMeasurement> Conditions { get; } = [];

    public List<ContactMoment> Contacts { get; } = [];

    public List<Participation> Participations { get; } = [];

    public List<PartnerInvolvement> Partners { get; } = [];

    public List<DetentionPeriod> Detentions { get; } = [];

    public List<Relation> Relations { get; } = [];

    public List<Plan> Plans { get; } = [];

    public List<Goal> Goals { get; } = [];

    public List<WorkItem> WorkItems { get; } = [];

    public List<Evaluation> Evaluations { get; } = [];

    public List<TriageDecision> Decisions { get; } = [];

    public List<DataSharing> Sharings { get; } = [];

    public List<Aanmelding> Aanmeldingen { get; } = [];

    /// <param name="describe">Makes the history's line about a traject.</param>
    public async Task Write(BulkWriter writer, Func<Traject, HistoryEntry> describe, CancellationToken ct)
    {
        await writer.InsertDemo(Client, ct);
        foreach (var traject in Trajects)
        {
            await writer.InsertDemo(traject, ct);
            foreach (var assignment in traject.Assignments)
                await writer.Insert(assignment, ct);
            await writer.Insert(describe(traject), ct);
        }

        foreach (var assessment in Assessments)
            await writer.InsertDemo(assessment, ct);
        foreach (var measurement in Conditions)
            await writer.InsertDemo(measurement, ct);
        foreach (var contact in Contacts)
            await writer.InsertDemo(contact, ct);
        foreach (var participation in Participations)
            await writer.InsertDemo(participation, ct);
        foreach (var partner in Partners)
            await writer.InsertDemo(partner, ct);
        foreach (var period in Detentions)
            await writer.InsertDemo(period, ct);
        foreach (var relation in Relations)
            await writer.InsertDemo(relation, ct);
        foreach (var plan in Plans)
            await writer.InsertDemo(plan, ct);
        foreach (var goal in Goals)
            await writer.InsertDemo(goal, ct);
        foreach (var item in WorkItems)
            await writer.InsertDemo(item, ct);
        foreach (var evaluation in Evaluations)
            await writer.InsertDemo(evaluation, ct);
        foreach (var decision in Decisions)
            await writer.InsertDemo(decision, ct);
        foreach (var sharing in Sharings)
            await writer.InsertDemo(sharing, ct);
        foreach (var aanmelding in Aanmeldingen)
            await writer.InsertDemo(aanmelding, ct);
    }
}
