using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Domain.Tests.Trajects;

internal sealed class TriageTests
{
    private static readonly DateTime Now = new(2026, 3, 3, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 3);

    // 3 March 2026 is a Tuesday; Amsterdam is an hour ahead of UTC, and two from 29 March on.
    [TestCase("2026-03-03T09:00", "2026-03-04")]
    [TestCase("2026-03-04T11:00", "2026-03-04")]
    [TestCase("2026-03-04T11:01", "2026-03-11")]
    [TestCase("2026-03-04T23:30", "2026-03-11")]
    [TestCase("2026-04-01T10:00", "2026-04-01")]
    [TestCase("2026-04-01T10:01", "2026-04-08")]
    public void Is_next_week_for_what_comes_in_after_the_cut_off(string utc, string expected) =>
        Assert.That(TriageCutOff.Default.For(DateTime.SpecifyKind(DateTime.Parse(utc, null), DateTimeKind.Utc)), Is.EqualTo(DateOnly.Parse(expected, null)));

    [TestCase("Monday 09:30", DayOfWeek.Monday, 9, 30)]
    [TestCase("sunday  00:00", DayOfWeek.Sunday, 0, 0)]
    public void Has_a_cut_off_that_can_be_set(string text, DayOfWeek day, int hour, int minute) =>
        Assert.That(TriageCutOff.Parse(text), Is.EqualTo(new TriageCutOff(day, new TimeOnly(hour, minute))));

    [TestCase("")]
    [TestCase("Wednesday")]
    [TestCase("woensdag 12:00")]
    [TestCase("3 12:00")]
    [TestCase("Wednesday 25:00")]
    [TestCase("Wednesday 12:00 hours")]
    public void Has_no_cut_off_in_what_is_no_moment_of_the_week(string text) => Assert.That(TriageCutOff.Parse(text), Is.Null);

    [TestCase(TriageOutcomes.Accepted, "", null, 0, "triage.no-criterion")]
    [TestCase(TriageOutcomes.Accepted, "areas", null, 0, null)]
    [TestCase(TriageOutcomes.Rejected, "", null, 0, null)]
    [TestCase(TriageOutcomes.Redirected, "", null, 0, "triage.organisation")]
    [TestCase(TriageOutcomes.Redirected, "", "Buurtteams", 0, null)]
    [TestCase(TriageOutcomes.ScaledUp, "", null, 0, null)]
    [TestCase("maybe", "", null, 0, "triage.outcome")]
    [TestCase(TriageOutcomes.Rejected, "nice", null, 0, "triage.criteria")]
    [TestCase(TriageOutcomes.Rejected, "", null, 1, "triage.in-future")]
    [TestCase(TriageOutcomes.Rejected, "", null, -7, null)]
    [TestCase(TriageOutcomes.Rejected, "", null, -8, "triage.before-referral")]
    public void Decides_by_the_rules(string outcome, string criteria, string? organisation, int days, string? refusal)
    {
        var traject = Referred();

        Assert.That(Code(() => Decide(traject, outcome, criteria, organisation, Today.AddDays(days))), Is.EqualTo(refusal));
    }

    [Test]
    public void Ends_the_work_on_what_never_starts_and_no_other()
    {
        var (accepted, rejected) = (Referred(), Referred());
        foreach (var traject in new[] { accepted, rejected })
            traject.Assign(Guid.CreateVersion7(), Guid.CreateVersion7(), AssignmentRoles.Case, Today.AddDays(-7));

        accepted.Take(Decide(accepted, TriageOutcomes.Accepted, "areas"), null, Today);
        rejected.Take(Decide(rejected, TriageOutcomes.Rejected), null, Today);

        Assert.That(accepted.Assignments.Single().Until, Is.Null);
        Assert.That(rejected.Assignments.Single().Until, Is.EqualTo(Today));
    }

    [Test]
    public void Is_over_once_the_traject_runs_but_for_a_better_account_of_why()
    {
        var traject = Referred();
        var accepted = Decide(traject, TriageOutcomes.Accepted, "areas");
        traject.Start(Today, Today);

        Assert.That(Code(() => traject.Take(accepted, null, Today)), Is.EqualTo("triage.started"));
        Assert.That(Code(() => traject.Take(Decide(traject, TriageOutcomes.Rejected), accepted, Today)), Is.EqualTo("triage.started"));
        Assert.That(Code(() => traject.Take(Decide(traject, TriageOutcomes.Accepted, "chains"), accepted, Today)), Is.Null);
    }

    [Test]
    public void Replaces_a_decision_only_with_a_reason_and_keeps_it()
    {
        var traject = Referred();
        var (first, second) = (Decide(traject, TriageOutcomes.Rejected), Decide(traject, TriageOutcomes.Accepted, "areas|impact"));

        Assert.That(Code(() => second.Replace(first, " ")), Is.EqualTo("triage.correction-reason"));
        second.Replace(first, "Nieuwe informatie");

        Assert.That((first.SupersededById, first.Outcome), Is.EqualTo(((Guid?)second.Id, TriageOutcomes.Rejected)));
        Assert.That((second.SupersededById, second.CorrectionReason), Is.EqualTo(((Guid?)null, "Nieuwe informatie")));
    }

    [TestCase(null, false, false, TrajectStates.Referred)]
    [TestCase(null, true, false, TrajectStates.Triage)]
    [TestCase(TriageOutcomes.Accepted, true, false, TrajectStates.Accepted)]
    [TestCase(TriageOutcomes.Rejected, true, false, TrajectStates.Rejected)]
    [TestCase(TriageOutcomes.Redirected, true, false, TrajectStates.Redirected)]
    [TestCase(TriageOutcomes.ScaledUp, true, true, TrajectStates.ScaledUp)]
    public void Gives_the_state_before_the_start(string? decided, bool inTriage, bool scaledUp, string state) =>
        Assert.That(Traject.StateOf(null, false, false, detained: true, decided, inTriage, scaledUp), Is.EqualTo(state));

    [TestCase(false, false, false, false, TrajectStates.Running)]
    [TestCase(false, false, true, false, TrajectStates.InDetention)]
    [TestCase(false, false, true, true, TrajectStates.ScaledUp)]
    [TestCase(true, false, true, true, TrajectStates.OutflowProposed)]
    [TestCase(true, true, true, true, TrajectStates.Ended)]
    public void Leaves_the_state_after_the_start_to_later_facts(bool proposed, bool confirmed, bool detained, bool scaledUp, string state) =>
        Assert.That(Traject.StateOf(Today, proposed, confirmed, detained, TriageOutcomes.Accepted, inTriage: true, scaledUp), Is.EqualTo(state));

    [TestCase("yes", null, null, null)]
    [TestCase("no", null, null, "traject.informed-reason")]
    [TestCase("postponed", "Nog niet bereikt", null, "traject.informed-review")]
    [TestCase("postponed", "Nog niet bereikt", 0, "traject.informed-review-past")]
    [TestCase("postponed", "Nog niet bereikt", 1, null)]
    public void Looks_again_at_informing_the_person(string informed, string? note, int? days, string? refusal) =>
        Assert.That(Code(() => Referred().Inform(informed, note, days is { } d ? Today.AddDays(d) : null, Today)), Is.EqualTo(refusal));

    [Test]
    public void Removes_what_was_typed_about_the_person_once_an_aanmelding_is_handled()
    {
        foreach (var handle in new Action<Aanmelding>[] { a => a.TakeIn(Guid.CreateVersion7(), Guid.CreateVersion7(), Now), a => a.Dismiss("Al bij ons bekend.", Guid.CreateVersion7(), Now) })
        {
            var aanmelding = Sent();
            handle(aanmelding);

            Assert.That(
                new object?[]
                {
                    aanmelding.GivenName, aanmelding.Prefix, aanmelding.FamilyName, aanmelding.BirthDate, aanmelding.Wijk, aanmelding.Reason, aanmelding.Known,
                    aanmelding.Contact, aanmelding.Informed, aanmelding.InformedNote, aanmelding.InformedReviewOn,
                },
                Is.All.Null);
            Assert.That((aanmelding.Number, aanmelding.Organisation, aanmelding.SentOn, aanmelding.HandledAt), Is.EqualTo(("A-1", "Buurtteams", Today, (DateTime?)Now)));
            Assert.That(Code(() => handle(aanmelding)), Is.EqualTo("aanmelding.handled"));
        }
    }

    private static Aanmelding Sent() => new(
        Guid.CreateVersion7(), "A-1", Guid.CreateVersion7(), "Buurtteams",
        new AanmeldingDraft("Sem", "van", "Nieuw", new DateOnly(2007, 1, 2), "zuid", "Overlast", "Woont bij oma", "R. Brinkman", "postponed", "Nog niet gezien", Today.AddDays(9), null),
        Now, new DateOnly(2026, 3, 4));

    private static Traject Referred() => new(Guid.CreateVersion7(), "T-1", Guid.CreateVersion7(), Programmes.LocalPga, Today.AddDays(-7), "politie", "team-1");

    private static TriageDecision Decide(Traject traject, string outcome, string criteria = "", string? organisation = null, DateOnly? on = null) =>
        new(Guid.CreateVersion7(), traject, new TriageVerdict(outcome, TriageDecision.CriteriaOf(criteria), "Past hier.", "Het team", on ?? Today, organisation, FeedbackWays.None, null), null, Now);

    private static string? Code(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RuleBroken broken)
        {
            return broken.Code;
        }
    }
}
