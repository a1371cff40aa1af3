using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Detention;
using Pga.Domain.Interventions;
using Pga.Domain.Relations;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

internal sealed class GetDossierTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne de Wit");
    private readonly Client _client = A.Client();

    [Test]
    public async Task Is_not_there_for_somebody_elses_eyes_and_logs_the_attempt()
    {
        var stranger = A.Staff(StaffRoles.PgaExpert, "team-2");
        var traject = await Given();
        await Pga.Given(stranger);

        Assert.That(() => Pga.Send(stranger, new GetDossier(traject.Id)), Throws.TypeOf<NotFound>());
        Assert.That(() => Pga.Send(stranger, new GetOtherTrajects(_client.Id)), Throws.TypeOf<NotFound>());
        var lines = await Pga.Read(db => db.AccessLog.OrderBy(l => l.Id).Select(l => new { l.Request, l.Outcome }).ToListAsync());
        Assert.That(lines.Select(l => (l.Request, l.Outcome)), Is.EqualTo(new[] { (nameof(GetDossier), "not-found"), (nameof(GetOtherTrajects), "not-found") }));
    }

    [Test]
    public async Task Logs_one_line_for_the_look()
    {
        var traject = await Given();

        await Pga.Send(_expert, new GetDossier(traject.Id));

        var line = await Pga.Read(db => db.AccessLog.SingleAsync());
        Assert.That((line.Request, line.ClientId, line.TrajectId, line.Outcome), Is.EqualTo((nameof(GetDossier), (Guid?)_client.Id, (Guid?)traject.Id, "granted")));
    }

    [Test]
    public async Task Has_an_empty_part_for_whatever_is_not_there_yet()
    {
        var traject = await Given();

        var dossier = await Pga.Send(_expert, new GetDossier(traject.Id));

        Assert.That(dossier.Assessments, Is.Empty);
        Assert.That(dossier.Partners, Is.Empty);
        Assert.That(dossier.Relations, Is.Empty);
        Assert.That((dossier.Detention, dossier.HidesJustice, dossier.HasMore), Is.EqualTo(((DossierDetention?)null, false, false)));
        Assert.That(dossier.Timeline.Select(e => e.Title), Is.EqualTo(new[] { "Traject gestart", "Aangemeld" }));
        Assert.That(dossier.NextSteps.Select(s => s.Kind), Is.EqualTo(new[] { NextSteps.StartAssessment, NextSteps.Evaluation, NextSteps.Plan }));
        Assert.That(dossier.Plan, Is.Null);
    }

    [Test]
    public async Task Tells_what_happened_newest_first_and_only_the_current_versions()
    {
        var traject = A.Traject(_client, _expert);
        var wrong = Contact(traject, -5, "Verkeerde dag");
        var right = wrong.Correct(Guid.CreateVersion7(), _expert.Id, Now, Details(-6, "Goede dag", "moeder"), "Verkeerde dag");
        var planned = new ContactMoment(Guid.CreateVersion7(), traject.Id, _expert.Id, Now, new ContactDetails("phone", Now.AddDays(2), null));
        var start = A.Assessment(traject, Today.AddDays(-200), Moments.Start, 2);
        var interim = A.Assessment(traject, Today.AddDays(-20), Moments.Interim, 2, ("gezin", 4), ("zelfzorg", 1));
        await Pga.Given(_expert, _client, traject, wrong, right, planned, start, interim);

        var dossier = await Pga.Send(_expert, new GetDossier(traject.Id));

        Assert.That(dossier.Timeline.Select(e => e.Title), Is.EqualTo(new[] { "Telefonisch contact", "Huisbezoek", "Tussenmeting", "Startmeting", "Traject gestart", "Aangemeld" }));
        Assert.That(dossier.Timeline[0].Contact!.Planned);
        var (on, at) = (dossier.Timeline[1].On, dossier.Timeline[1].At);
        Assert.That((on, at), Is.EqualTo((Today.AddDays(-6), (TimeOnly?)new TimeOnly(10, 0))));
        Assert.That((dossier.Timeline[1].Text, dossier.Timeline[1].By), Is.EqualTo(("Goede dag", "Sanne de Wit, met moeder")));
        Assert.That((dossier.Timeline[1].Contact!.ContactId, dossier.Timeline[1].Contact!.Corrected), Is.EqualTo((right.Id, true)));
        Assert.That(dossier.Timeline[2].Marks, Is.EquivalentTo(new[] { "Gezin en huiselijke relaties 2 → 4", "Zelfzorg en regelzaken 2 → 1" }));
        Assert.That(dossier.Assessments.Select(a => (a.MeasuredOn, a.Levels["gezin"])), Is.EqualTo(new[] { (Today.AddDays(-200), 2), (Today.AddDays(-20), 4) }));
    }

    [Test]
    public async Task Shows_the_latest_fifteen_unless_asked_for_all()
    {
        var traject = A.Traject(_client, _expert);
        await Pga.Given([_expert, _client, traject, .. Enumerable.Range(1, 20).Select(i => Contact(traject, -i, $"Verslag {i}"))]);

        var latest = await Pga.Send(_expert, new GetDossier(traject.Id));
        var all = await Pga.Send(_expert, new GetDossier(traject.Id, All: true));

        Assert.That((latest.Timeline.Count, latest.HasMore, latest.Timeline[^1].Text), Is.EqualTo((15, true, "Verslag 15")));
        Assert.That((all.Timeline.Count, all.HasMore), Is.EqualTo((22, false)));
    }

    [Test]
    public async Task Shows_facts_of_justice_only_to_who_works_on_the_case()
    {
        var reader = A.Staff(StaffRoles.PgaExpert);
        var rio = A.Staff(StaffRoles.Rio, name: "Marit Bos");
        var traject = await Given();
        var institution = await Pga.Read(db => db.Institutions.FirstAsync());
        var spreekuur = new Spreekuur(Guid.CreateVersion7(), institution.Id, Now.AddDays(-8), rio.Id);
        spreekuur.Record(Guid.CreateVersion7(), _client.Id, "no-show", "logistics", "Overgeplaatst", Now);
        await Pga.Given(reader, rio, spreekuur, new DetentionPeriod(Guid.CreateVersion7(), _client.Id, institution.Id, Today.AddDays(-30), Today.AddDays(60), null));

        var worker = await Pga.Send(_expert, new GetDossier(traject.Id));
        var along = await Pga.Send(reader, new GetDossier(traject.Id));

        Assert.That((worker.Detention!.Institution, worker.Identity.State, worker.HidesJustice), Is.EqualTo((institution.Name, TrajectStates.InDetention, false)));
        Assert.That(worker.Timeline.Take(2).Select(e => (e.Title, e.By)), Is.EqualTo(new[] { ($"Spreekuur {institution.Name}", "Marit Bos"), ($"Detentie: {institution.Name}", null) }));
        Assert.That(worker.Timeline[0].Marks, Is.EqualTo(new[] { "Niet verschenen: Logistiek van de inrichting" }));
        Assert.That((along.Detention, along.Identity.State, along.HidesJustice), Is.EqualTo(((DossierDetention?)null, TrajectStates.Running, true)));
        Assert.That(along.Timeline.Select(e => e.Kind), Is.All.EqualTo(TimelineKinds.Traject));
    }

    [Test]
    public async Task Shows_who_is_involved_why_and_until_when_it_is_kept()
    {
        var traject = A.Traject(_client, _expert);
        traject.GroundIn("Overlast", "Persoonsgerichte aanpak", "postponed", "Eerst kennismaken", Today.AddDays(9));
        traject.ProposeOutflow(new DateOnly(2026, 3, 1), "out-of-sight", null, Guid.CreateVersion7(), Now, new(null, []));
        traject.ConfirmOutflow(Guid.CreateVersion7(), Now);
        var intervention = await Pga.Read(db => db.Interventions.OrderBy(i => i.Order).ThenBy(i => i.Code).FirstAsync());
        var partner = await Pga.Read(db => db.Partners.OrderBy(p => p.Order).ThenBy(p => p.Code).FirstAsync());
        var participation = new Participation(Guid.CreateVersion7(), traject.Id, intervention.Id, Today.AddDays(-90));
        participation.Start(Today.AddDays(-80));
        participation.End(Today.AddDays(-10), Participation.Completed);
        await Pga.Given(_expert, _client, traject, participation, new PartnerInvolvement(Guid.CreateVersion7(), traject.Id, partner.Id, Today.AddDays(-70), null),
            new Relation(Guid.CreateVersion7(), _client.Id, "sister", "Leyla", 2008, "Steunt de afspraken"));

        var dossier = await Pga.Send(_expert, new GetDossier(traject.Id));

        Assert.That(dossier.Partners, Is.EqualTo(new[] { new DossierPartner("W&I", Today.AddDays(-70), null) }));
        Assert.That(dossier.Relations.Select(r => (r.Kind, r.Name, r.BirthYear, r.Ground)), Is.EqualTo(new[] { ("sister", "Leyla", (int?)2008, "Steunt de afspraken") }));
        Assert.That(dossier.Participations.Single().Result, Is.EqualTo(Participation.Completed));
        Assert.That(dossier.Timeline.Select(e => e.Title), Is.EqualTo(new[] { "Uitgestroomd", "Deelname beëindigd: Colosseum Gym", "Deelname gestart: Colosseum Gym", "Traject gestart", "Aangemeld" }));
        Assert.That((dossier.Ground.Ground, dossier.Ground.Purpose, dossier.Ground.Informed, dossier.Ground.KeepUntil), Is.EqualTo(("Overlast", "Persoonsgerichte aanpak", "postponed", (DateOnly?)new DateOnly(2031, 3, 1))));
        Assert.That(dossier.NextSteps, Is.Empty, "It has ended.");
    }

    [Test]
    public async Task Shows_the_basic_conditions_of_a_rio_traject_over_time()
    {
        var rio = A.Staff(StaffRoles.Rio);
        var traject = A.Traject(_client, rio, Programmes.Rio);
        await Pga.Given(rio, _client, traject, Conditions(traject, -200, Moments.Start, "not-arranged"), Conditions(traject, -20, Moments.Interim, "arranged"));

        var dossier = await Pga.Send(rio, new GetDossier(traject.Id));

        Assert.That(dossier.Conditions.Select(c => (c.MeasuredOn, c.Statuses["id"])), Is.EqualTo(new[] { (Today.AddDays(-200), "not-arranged"), (Today.AddDays(-20), "arranged") }));
    }

    [Test]
    public async Task Says_of_other_trajects_only_that_they_run_and_whom_to_ask()
    {
        var lead = A.Staff(StaffRoles.PgaExpert, "team-2", "Hans Hoek");
        var second = A.Staff(StaffRoles.PgaExpert, "team-2", "Anne Aalders");
        var traject = await Given();
        var elsewhere = A.Traject(_client, second, Programmes.TopX, "team-2");
        elsewhere.Assign(Guid.CreateVersion7(), lead.Id, AssignmentRoles.Process, Today);
        var restricted = A.Traject(_client, second, Programmes.TopX, "team-2");
        restricted.Restrict(true, "Familie van een medewerker");
        var ended = A.Traject(_client, second, Programmes.TopX, "team-2");
        ended.ProposeOutflow(Today, "out-of-sight", null, second.Id, Now, new(null, []));
        ended.ConfirmOutflow(lead.Id, Now);
        await Pga.Given(lead, second, elsewhere, restricted, ended);

        var trajects = await Pga.Send(_expert, new GetOtherTrajects(_client.Id));

        Assert.That(trajects.Select(t => (t.Own?.TrajectId, t.Contact)), Is.EqualTo(new[] { ((Guid?)traject.Id, (string?)null), (null, "Hans Hoek") }));
    }

    private DateTime Now => Pga.Clock.GetUtcNow().UtcDateTime;

    private async Task<Traject> Given()
    {
        var traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _client, traject);
        return traject;
    }

    private ConditionMeasurement Conditions(Traject traject, int days, string moment, string status) =>
        new(Guid.CreateVersion7(), traject.Id, Today.AddDays(days), moment, new Dictionary<string, string> { ["id"] = status }, null, Now);

    private ContactMoment Contact(Traject traject, int days, string report) => new(Guid.CreateVersion7(), traject.Id, _expert.Id, Now, Details(days, report));

    private ContactDetails Details(int days, string report, string? present = null) => new(ContactCodes.HomeVisit, Now.AddDays(days), ContactCodes.Held, report, present);
}
