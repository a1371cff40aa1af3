using Pga.Application.Plans;
using Pga.Domain.Clients;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.CasePlans;

/// <summary>Base of the tests about a plan: a traject with an expert and a colleague on it.</summary>
internal abstract class PlanTest : SliceTest
{
    protected StaffMember Expert { get; } = A.Staff(StaffRoles.PgaExpert, name: "Sanne de Wit");

    protected StaffMember Colleague { get; } = A.Staff(StaffRoles.PgaExpert, name: "Joris Blom");

    protected Client Client { get; } = A.Client();

    protected Traject Traject { get; private set; } = null!;

    [SetUp]
    public async Task GivenTraject()
    {
        Traject = A.Traject(Client, Expert);
        Traject.Assign(Guid.CreateVersion7(), Colleague.Id, AssignmentRoles.Process, new DateOnly(2025, 3, 3));
        await Pga.Given(Expert, Colleague, Client, Traject);
    }

    protected AddGoal NewGoal(string? clientWords = "Ik wil een eigen plek", string? professionalWords = null, string leefgebied = "huisvesting") =>
        new(Guid.CreateVersion7(), Traject.Id, leefgebied, clientWords, professionalWords, Today.AddDays(180));

    protected Task<Guid> GivenGoal(string clientWords = "Ik wil een eigen plek", string leefgebied = "huisvesting") =>
        Pga.Send(Expert, NewGoal(clientWords, leefgebied: leefgebied));

    protected AddWorkItem NewItem(Guid goalId, string text = "Inschrijven bij WoningNet", WorkOwner? owner = null, int due = 14) =>
        new(Guid.CreateVersion7(), Traject.Id, goalId, text, owner ?? new WorkOwner(OwnerKinds.Client), Today.AddDays(due));

    protected Task<Guid> GivenEvaluation(int days, params (Guid GoalId, string Status, string? Remark)[] judgements) => Pga.Send(Expert, new RecordEvaluation(
        Guid.CreateVersion7(), Traject.Id, Today.AddDays(days), "Noor Voorbeeld", [.. judgements.Select(j => new GoalJudgement(j.GoalId, j.Status, j.Remark))]));

    protected Task<PlanView> Plan() => Pga.Send(Expert, new GetPlan(Traject.Id));
}
