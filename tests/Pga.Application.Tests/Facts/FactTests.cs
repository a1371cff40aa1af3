using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Facts;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Clients;
using Pga.Domain.Facts;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Facts;

internal sealed class FactTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert, name: "Sanne de Wit");
    private readonly StaffMember _reader = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _expert);
        await Pga.Given(_expert, _reader, _client, _traject);
    }

    [Test]
    public async Task Is_listed_and_on_the_timeline_with_where_it_comes_from()
    {
        var id = await Pga.Send(_expert, FromPartner());

        var row = (await List(_expert)).Rows.Single();
        Assert.That(
            (row.Id, row.Kind, row.Provenance, row.Organisation, row.Text, row.Reliability, row.By),
            Is.EqualTo((id, "truancy", FactCodes.Partner, (string?)"Leerplicht", "Was drie weken niet op school.", (string?)"confirmed", (string?)"Sanne de Wit")));
        var entry = (await Pga.Send(_expert, new GetDossier(_traject.Id))).Timeline[0];
        Assert.That((entry.Kind, entry.On, entry.Title, entry.By, entry.Text), Is.EqualTo((TimelineKinds.Fact, Today.AddDays(-3), "Schoolverzuim", "Leerplicht", "Was drie weken niet op school.")));
        Assert.That(entry.Marks, Is.EqualTo(new[] { "Partner", "Bevestigd" }));
    }

    [Test]
    public async Task Names_no_organisation_for_an_own_observation()
    {
        await Pga.Send(_expert, Own() with { Organisation = "Politie" });

        Assert.That((await List(_expert)).Rows.Single().Organisation, Is.Null);
    }

    [Test]
    public void Tells_all_that_is_wrong_at_once()
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new RecordFact(Guid.CreateVersion7(), _traject.Id, Today.AddDays(1), "x", FactCodes.Police, " ", "")));

        Assert.That(refusal.Errors.Select(e => (e.Field, e.Code)), Is.EqualTo(new[]
        {
            ("OccurredOn", "fact.in-future"), ("Kind", "fact.unknown-kind"), ("Organisation", "fact.organisation"), ("Text", "fact.text"), ("KeepUntil", "fact.keep-until"),
        }));
    }

    [Test]
    public void Refuses_what_does_not_exist_or_may_not_be_kept()
    {
        Assert.That(CodeOf(Own() with { Provenance = "rumour" }), Is.EqualTo("fact.unknown-provenance"));
        Assert.That(CodeOf(Own() with { OccurredOn = default }), Is.EqualTo("fact.date"));
        Assert.That(CodeOf(Own() with { Reliability = "perhaps" }), Is.EqualTo("fact.unknown-reliability"));
        Assert.That(CodeOf(FromPolice() with { KeepUntil = Today.AddDays(-1) }), Is.EqualTo("fact.keep-until-past"));
        Assert.That(CodeOf(FromPolice() with { KeepUntil = Today.AddYears(Fact.MaxJusticeYears).AddDays(1) }), Is.EqualTo("fact.keep-too-long"));
        Assert.That(CodeOf(Own() with { Text = new string('x', Fact.MaxText + 1) }), Is.EqualTo("MaximumLengthValidator"));
    }

    [TestCase("arrest", FactCodes.Own)]
    [TestCase("arrest", FactCodes.Partner)]
    [TestCase("conviction", FactCodes.Own)]
    public void Calls_an_arrest_or_conviction_a_fact_of_justice_whoever_told_it(string kind, string provenance) =>
        Assert.That(CodeOf(FromPartner() with { Kind = kind, Provenance = provenance }), Is.EqualTo("fact.kind-of-justice"));

    [Test]
    public async Task Of_the_police_is_hidden_from_everyone_after_its_last_day()
    {
        var id = await Pga.Send(_expert, FromPolice() with { KeepUntil = Today.AddDays(2) });
        Pga.Clock.Advance(TimeSpan.FromDays(2));
        Assert.That((await List(_expert)).Rows, Has.Count.EqualTo(1), "Its last day.");
        Assert.That((await List(_reader)).HidesJustice);

        Pga.Clock.Advance(TimeSpan.FromDays(1));

        var list = await List(_expert);
        Assert.That((list.Rows.Count, list.All, list.Counts.Sum(c => c.Count)), Is.EqualTo((0, 0, 0)));
        Assert.That((await List(_reader)).HidesJustice, Is.False);
        Assert.That((await Pga.Send(_expert, new GetDossier(_traject.Id))).Timeline.Select(e => e.Kind), Has.None.EqualTo(TimelineKinds.Fact));
        Assert.That(() => Pga.Send(_expert, new GetFact(_traject.Id, id)), Throws.TypeOf<NotFound>());
        Assert.That(await Pga.Read(db => db.Facts.CountAsync()), Is.EqualTo(1), "It's there for the job that destroys it.");
    }

    [Test]
    public async Task Keeps_earlier_versions_with_the_reason_and_shows_the_current_one()
    {
        var id = await Pga.Send(_expert, FromPartner());
        var next = await Pga.Send(_expert, await Correction(id) with { Text = "Was twee weken niet op school." });

        var view = await Pga.Send(_expert, new GetFact(_traject.Id, id));
        Assert.That((view.Now.Id, view.Now.Text, view.Now.CorrectionReason), Is.EqualTo((next, "Was twee weken niet op school.", (string?)"Verkeerd gelezen")));
        Assert.That(view.Earlier.Select(v => (v.Id, v.Text)), Is.EqualTo(new[] { (id, "Was drie weken niet op school.") }));
        Assert.That((await List(_expert)).Rows.Select(r => r.Id), Is.EqualTo(new[] { next }));
        Assert.That((await Pga.Send(_expert, new GetDossier(_traject.Id))).Timeline.Count(e => e.Kind == TimelineKinds.Fact), Is.EqualTo(1));
        var entry = await Pga.Read(db => db.History.SingleAsync(h => h.EntityId == id && h.Request == nameof(CorrectFact)));
        Assert.That((entry.ActorId, entry.Event, entry.Reason), Is.EqualTo(((Guid?)_expert.Id, "fact.superseded", "Verkeerd gelezen")));
    }

    [Test]
    public async Task Shows_both_values_of_what_differs_when_somebody_was_first()
    {
        var stale = await Correction(await Pga.Send(_expert, FromPartner()));
        await Pga.Send(_expert, stale with { CommandId = Guid.CreateVersion7(), Text = "Van de collega.", Kind = "concern" });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(_expert, stale with { Text = "Van mij." }));

        Assert.That(conflict.Values, Is.EquivalentTo(new ConflictingValue[]
        {
            new("Kind", "Soort signaal", "Zorgmelding", "Schoolverzuim"), new("Text", "Wat is er gebeurd of gemeld?", "Van de collega.", "Van mij."),
        }));
        Assert.That(async () => await Pga.Send(_expert, stale with { Text = "Van mij.", BaseVersion = conflict.CurrentVersion }), Throws.Nothing);
    }

    [Test]
    public async Task Asks_why_it_is_changed_or_withdrawn()
    {
        var correction = await Correction(await Pga.Send(_expert, FromPartner()));

        Assert.That(CodeOf(correction with { Reason = " " }), Is.EqualTo("fact.reason"));
        Assert.That(CodeOf(new WithdrawFact(Guid.CreateVersion7(), _traject.Id, correction.FactId, correction.BaseVersion, "")), Is.EqualTo("fact.withdraw-reason"));
    }

    [Test]
    public async Task Is_kept_apart_with_the_reason_when_it_is_withdrawn()
    {
        var correction = await Correction(await Pga.Send(_expert, FromPartner()));
        var withdraw = new WithdrawFact(Guid.CreateVersion7(), _traject.Id, correction.FactId, correction.BaseVersion, "Ging over een ander");

        await Pga.Send(_expert, withdraw);

        var list = await List(_expert);
        Assert.That((list.Rows.Count, list.All), Is.EqualTo((0, 0)));
        Assert.That(list.Withdrawn.Select(r => (r.WithdrawnOn, r.WithdrawReason)), Is.EqualTo(new[] { ((DateOnly?)Today, "Ging over een ander") }));
        Assert.That((await Pga.Send(_expert, new GetDossier(_traject.Id))).Timeline.Select(e => e.Kind), Has.None.EqualTo(TimelineKinds.Fact));
        Assert.That(() => Pga.Send(_expert, withdraw with { CommandId = Guid.CreateVersion7() }), Throws.TypeOf<Conflict>());
        Assert.That(CodeOf(correction with { BaseVersion = list.Withdrawn[0].Version }), Is.EqualTo("fact.withdrawn"));
    }

    [Test]
    public async Task That_turns_out_to_be_of_the_police_hides_what_it_was_called_before()
    {
        var id = await Pga.Send(_expert, FromPartner() with { Kind = "incident" });
        var second = await Pga.Send(_expert, await Correction(id) with { Text = "Tweede versie." });
        Assert.That((await List(_reader)).Rows, Has.Count.EqualTo(1));

        await Pga.Send(_expert, await Correction(second) with { Provenance = FactCodes.Police, Organisation = "Politie", KeepUntil = Today.AddYears(1) });

        Assert.That((await Pga.Send(_expert, new GetFact(_traject.Id, id))).Earlier, Has.Count.EqualTo(2));
        Assert.That((await List(_reader)).Rows, Is.Empty);
        Assert.That((await List(_reader)).HidesJustice);
        foreach (var version in new[] { id, second })
            Assert.That(() => Pga.Send(_reader, new GetFact(_traject.Id, version)), Throws.TypeOf<NotFound>());
        Assert.That(await Pga.ReadAs(_reader, db => db.Facts.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Of_the_police_does_not_become_another_kind_of_fact()
    {
        var correction = await Correction(await Pga.Send(_expert, FromPolice()));

        Assert.That(CodeOf(correction with { Provenance = FactCodes.Own, Kind = "incident" }), Is.EqualTo("fact.no-longer-justice"));
        Assert.That(async () => await Pga.Send(_expert, correction with { Provenance = FactCodes.Judicial, Organisation = "OM" }), Throws.Nothing);
    }

    [Test]
    public async Task Is_filtered_by_provenance_and_paged_by_25()
    {
        for (var i = 0; i < 27; i++)
            await Pga.Send(_expert, Own() with { CommandId = Guid.CreateVersion7(), OccurredOn = Today.AddDays(-i), Text = $"Nummer {i}" });
        await Pga.Send(_expert, FromPolice());

        var own = await Pga.Send(_expert, new GetFacts(_traject.Id, FactCodes.Own, 2));
        var all = await Pga.Send(_expert, new GetFacts(_traject.Id, Page: 99));

        Assert.That((own.Total, own.All, own.Page, own.Pages), Is.EqualTo((27, 28, 2, 2)));
        Assert.That(own.Rows.Select(r => r.Text), Is.EqualTo(new[] { "Nummer 25", "Nummer 26" }));
        Assert.That((all.Page, all.Rows.Count), Is.EqualTo((2, 3)));
        Assert.That(own.Counts.Select(c => (c.Provenance, c.Count)), Is.EqualTo(new[] { (FactCodes.Own, 27), (FactCodes.Partner, 0), (FactCodes.Police, 1), (FactCodes.Judicial, 0) }));
        Assert.That(CodeOf(new GetFacts(_traject.Id, "rumour")), Is.EqualTo("PredicateValidator"));
    }

    [Test]
    public async Task Is_recorded_once_by_a_form_that_is_sent_twice()
    {
        var command = Own();
        await Pga.Send(_expert, command);
        await Pga.Send(_expert, command);

        Assert.That((await List(_expert)).All, Is.EqualTo(1));
    }

    [Test]
    public async Task Tells_the_access_log_what_for()
    {
        await Pga.Send(_expert, Own());
        await Pga.Send(_expert, FromPolice());
        await List(_expert);

        var lines = await Pga.Read(db => db.AccessLog.OrderBy(l => l.Id).Select(l => new { l.Request, l.Purpose, l.TrajectId }).ToListAsync());
        Assert.That(lines.Select(l => (l.Request, l.Purpose)), Is.EqualTo(new[]
        {
            (nameof(RecordFact), Purposes.Facts), (nameof(RecordFact), Purposes.Justice), (nameof(GetFacts), Purposes.Facts),
        }));
        Assert.That(lines.Select(l => l.TrajectId), Is.All.EqualTo(_traject.Id));
    }

    [TestCase(StaffRoles.Partner)]
    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.PrivacyOfficer)]
    [TestCase(StaffRoles.Administrator)]
    public async Task Is_refused_without_the_permission(string role)
    {
        var staff = A.Staff(role);
        var fact = new Fact(Guid.CreateVersion7(), _traject.Id, _expert.Id, Pga.Clock.GetUtcNow().UtcDateTime, new(Today, "other", FactCodes.Own, null, "Tekst"));
        await Pga.Given(staff, fact);

        Assert.That(() => Pga.Send(staff, Own()), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new GetFacts(_traject.Id)), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new GetFact(_traject.Id, fact.Id)), Throws.TypeOf<Forbidden>());
        Assert.That(() => Pga.Send(staff, new WithdrawFact(Guid.CreateVersion7(), _traject.Id, fact.Id, fact.Version, "x")), Throws.TypeOf<Forbidden>());
        Assert.That(
            () => Pga.Send(staff, new CorrectFact(Guid.CreateVersion7(), _traject.Id, fact.Id, fact.Version, Today, "other", FactCodes.Own, null, "T", null, null, "x")),
            Throws.TypeOf<Forbidden>());
    }

    [Test]
    public async Task Is_not_written_by_who_reads_along()
    {
        await Pga.Send(_expert, Own());

        Assert.That((await List(_reader)).Rows, Has.Count.EqualTo(1));
        Assert.That(() => Pga.Send(_reader, Own() with { CommandId = Guid.CreateVersion7() }), Throws.TypeOf<Forbidden>());
    }

    private Task<FactList> List(StaffMember by) => Pga.Send(by, new GetFacts(_traject.Id));

    private RecordFact Own() => new(Guid.CreateVersion7(), _traject.Id, Today.AddDays(-1), FactCodes.Positive, FactCodes.Own, null, "Kwam uit zichzelf langs.");

    private RecordFact FromPartner() => new(Guid.CreateVersion7(), _traject.Id, Today.AddDays(-3), "truancy", FactCodes.Partner, "Leerplicht", " Was drie weken niet op school. ", "confirmed");

    private RecordFact FromPolice() => new(Guid.CreateVersion7(), _traject.Id, Today.AddDays(-9), "arrest", FactCodes.Police, "Politie", "Aangehouden voor vernieling.", null, Today.AddYears(1));

    private async Task<CorrectFact> Correction(Guid id)
    {
        var now = (await Pga.Send(_expert, new GetFact(_traject.Id, id))).Now;
        return new CorrectFact(
            Guid.CreateVersion7(), _traject.Id, id, now.Version, now.OccurredOn, now.Kind, now.Provenance, now.Organisation, now.Text, now.Reliability, now.KeepUntil, "Verkeerd gelezen");
    }

    private string CodeOf<T>(MediatR.IRequest<T> request)
    {
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, request));
        return refusal.Errors.Single().Code;
    }
}
