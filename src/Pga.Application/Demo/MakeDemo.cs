using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>
/// Fills an empty database with an invented caseload of any size, as it would look today. The same seed and size on the
/// same day give the same data.
/// </summary>
/// <param name="Progress">Hears how many clients are stored.</param>
[Requires(Permission.MakeDemo, Purpose = Purposes.Management)]
public sealed record MakeDemo(int Clients, int Seed, IProgress<int>? Progress = null) : IRequest<DemoResult>
{
    public const int DefaultClients = 320;
    public const int DefaultSeed = 2024;
    public const int MaxClients = 1_000_000;
}

/// <summary>How much was made.</summary>
public sealed record DemoResult(int Clients, int Trajects, int Contacts, int Staff, int Assessments, int Spreekuren);

internal sealed class MakeDemoValidator : AbstractValidator<MakeDemo>
{
    public MakeDemoValidator() =>
        RuleFor(r => r.Clients).InclusiveBetween(1, MakeDemo.MaxClients)
            .WithMessage($"Kies een aantal cliënten van 1 tot en met {MakeDemo.MaxClients}.");
}

[SeesAll("A client without a traject is nobody's to see, but the database isn't empty.")]
internal sealed class MakeDemoHandler(PgaDbContext db, Actor actor, CurrentRequest current, BsnVault vault, DocumentStore store, TimeProvider clock)
    : IRequestHandler<MakeDemo, DemoResult>
{
    /// <summary>A commit costs the disk dearly, and a transaction without end makes the log of the database as large as the data.</summary>
    private const int ClientsPerCommit = 5_000;

    /// <summary>Chance of its own, so that the rest stays as it was.</summary>
    private const int AgendaSeed = 41;

    public async Task<DemoResult> Handle(MakeDemo request, CancellationToken ct)
    {
        await RefuseAFilledDatabase(ct);
        var today = clock.Today();
        var random = new DemoRandom(request.Seed, today);
        var catalogues = await DemoCatalogues.Read(db, ct);
        var staff = DemoOrganisation.For(request.Clients, random, catalogues.Institutions);
        var caseload = new DemoCaseload(random, catalogues, vault, today);
        var plans = new DemoPlans(new DemoRandom(request.Seed + 4, today), catalogues, today);
        var agenda = new DemoRandom(request.Seed + AgendaSeed, today);
        var planned = 0;
        var facts = new DemoFacts(new DemoRandom(request.Seed + 43, today), today);
        var families = new DemoFamilies(new DemoRandom(request.Seed + 41, today), today);

        var triage = new DemoTriage(request.Seed, today, staff.Members.First(m => m.Roles.Contains(StaffRoles.Partner)));
        // Chance of its own, so that the rest of the demo stays as it was.
        var documents = new DemoDocuments(new DemoRandom(request.Seed ^ 0x0D0C, today), store, today);
        var conferences = new DemoConferences(new DemoRandom(request.Seed ^ 0x0CA5, today), today);
        var writer = await BulkWriter.Begin(db, ct);
        try
        {
            var partner = staff.Members.First(m => m.Roles.Contains(StaffRoles.Partner));
            var referrals = new DemoReferrals(new DemoRandom(request.Seed + 1, today), catalogues, staff.Desks[0].Worker, partner, today);
            partner.WorkFor(referrals.PartnerId);
            foreach (var member in staff.Members)
                await writer.InsertDemo(member, ct);
            await WriteYearFigures(writer, random, catalogues, today, ct);
            var sinceCommit = 0;
            // The first worker has an account of the demo, so somebody can go on with their stories.
            var toTell = new List<Traject>();
            var toHand = new List<Traject>();
            var toRefer = new List<DemoDossier>();
            foreach (var desk in staff.Desks)
            {
                foreach (var slot in desk.Slots(random))
                {
                    var dossier = caseload.Make(desk, slot);
                    plans.Add(dossier, desk);
                    var link = families.Relate(dossier, desk);
                    triage.Add(dossier, desk);
                    await dossier.Write(writer, Describe, ct);
                    if (link is not null)
                        await writer.InsertDemo(link, ct);
                    await facts.Write(writer, dossier, desk, ct);
                    if (desk == staff.Desks[0] && slot.Status is DemoStatus.Running)
                    {
                        toTell.Add(dossier.Trajects[^1]);
                        toRefer.Add(dossier);
                    }

                    if (slot.Status is DemoStatus.Running)
                        documents.Offer(desk.Worker, dossier.Trajects[^1]);
                    if (slot.Status is DemoStatus.Running)
                        conferences.Offer(dossier, desk);
                    if (desk.Worker == staff.Desks[0].Colleague && slot.Status is DemoStatus.Running && toHand.Count < DemoTeam.Cases && !dossier.Trajects[^1].Restricted)
                        toHand.Add(dossier.Trajects[^1]);
                    sinceCommit++;
                }

                if (desk.IsRio)
                {
                    await caseload.WriteSpreekuren(desk, writer, ct);
                    planned += await DemoAgenda.Write(desk, writer, agenda, today, ct);
                }

                if (sinceCommit < ClientsPerCommit)
                    continue;
                await writer.Commit(ct);
                await writer.DisposeAsync();
                writer = await BulkWriter.Begin(db, ct);
                sinceCommit = 0;
                request.Progress?.Report(caseload.Clients);
            }

            await DemoStories.Write(
                writer, random, staff.Desks[0].Worker, staff.Members.First(m => m.Roles.Contains(StaffRoles.PrivacyOfficer)), toTell, today, ct);
            await triage.WriteWaiting(writer, staff.Desks[0].Coordinator, ct);
            await documents.Write(writer, ct);
            var coordinators = staff.Members.Where(m => m.Roles.Contains(StaffRoles.Coordinator)).ToList();
            var transfer = await DemoTeam.Write(writer, new DemoRandom(request.Seed + 1, today), staff.Desks[0], coordinators, toHand, today, ct);
            await referrals.Write(writer, toRefer, ct);
            await DemoNotifications.Write(writer, new DemoRandom(request.Seed + 47, today), staff.Desks, transfer, toTell, today, ct);
            await DemoCatalogueEntries.Write(writer, new DemoRandom(request.Seed + 12, today), today, ct);
            await conferences.Write(writer, ct);
            await writer.Commit(ct);
        }
        finally
        {
            await writer.DisposeAsync();
        }

        request.Progress?.Report(caseload.Clients);
        return new DemoResult(caseload.Clients, caseload.Trajects, caseload.Contacts, staff.Members.Count, caseload.Assessments, caseload.Spreekuren + planned);
    }

    private async Task RefuseAFilledDatabase(CancellationToken ct)
    {
        var emails = DemoStaff.Accounts.Select(a => a.Email).ToList();
        if (await db.Clients.IgnoreQueryFilters().AnyAsync(ct) || await db.Staff.AnyAsync(s => emails.Contains(s.Email), ct))
        {
            throw new Invalid([new FieldError("", "Er staan al cliënten of medewerkers van de demo in de database. " +
                "Verzonnen gegevens kunnen alleen in een lege database. Kies een andere database.", "demo.not-empty")]);
        }
    }

    private static async Task WriteYearFigures(BulkWriter writer, DemoRandom random, DemoCatalogues catalogues, DateOnly today, CancellationToken ct)
    {
        for (var year = today.Year - 3; year < today.Year; year++)
        {
            foreach (var kind in catalogues.ActivityKinds)
                await writer.Insert(new Activity(random.NextId(), year, kind.Id, random.Between(10, 60) * (kind.Order == 2 ? 20 : 4)), ct);
            foreach (var priority in DemoTexts.Priorities)
            {
                var budgeted = random.Between(400, 2_800);
                await writer.Insert(new Budget(random.NextId(), year, priority, budgeted * 1_000L, budgeted * random.Between(930, 1_050)), ct);
            }
        }
    }

    private HistoryEntry Describe(Traject traject) => new()
    {
        At = clock.UtcNow(),
        ActorId = actor.StaffId,
        Role = string.Join('|', actor.Roles),
        Source = actor.Source,
        Request = current.Name,
        Entity = nameof(Traject),
        EntityId = traject.Id,
        ClientId = traject.ClientId,
        TrajectId = traject.Id,
        Event = "demo",
    };
}

internal static class DemoWriting
{
    /// <summary>Inserts an aggregate with a first version of its own, which the change tracker would else have given it.</summary>
    public static ValueTask InsertDemo<T>(this BulkWriter writer, T aggregate, CancellationToken ct)
        where T : Aggregate
    {
        aggregate.RenewVersion(aggregate.Id);
        return writer.Insert(aggregate, ct);
    }
}
