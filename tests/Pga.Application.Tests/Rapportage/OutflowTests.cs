using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

internal sealed class OutflowTests : ReportTest
{
    [Test]
    public async Task Counts_an_end_once_it_is_confirmed_and_as_running_until_then()
    {
        Client[] clients = [A.Client(), A.Client(), A.Client()];
        await Pga.Given([.. clients,
            Ended(Started(clients[0], Day(2, 1, 2020)), Day(12, 31)),
            Ended(Started(clients[1], Day(2, 1, 2020)), Day(5, 1), "relapse", confirmed: false),
            Ended(Started(clients[2], Day(2, 1, 2020)), Day(1, 1, 2025), "moved")]);

        var outflow = await Counts("outflow");

        Assert.That(outflow["goals-achieved"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(outflow["positive"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(outflow["relapse"], Is.EqualTo(new[] { 0, 0 }));
        Assert.That(outflow["total"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(outflow.Keys, Has.No.Member("registered-in-error"));
        Assert.That((await Counts("outflow-positive"))["local-pga"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That((await Counts("running"))["total"], Is.EqualTo(new[] { 2 }), "the proposed one, and the one that ended the day after");
    }

    [Test]
    public async Task Counts_as_running_what_started_on_the_last_day_of_the_year()
    {
        Client[] clients = [A.Client(), A.Client()];
        await Pga.Given([.. clients, Started(clients[0], Day(12, 31), Programmes.TopX), Started(clients[1], Day(1, 1, 2025))]);

        Assert.That((await Counts("running"))["top-x"], Is.EqualTo(new[] { 1 }));
        Assert.That((await Counts("running"))["total"], Is.EqualTo(new[] { 1 }));
    }

    // A month is full on the same day number, or on the last day of a shorter month.
    [TestCase("2023-08-30", "2024-02-28", "under-6")]
    [TestCase("2023-08-30", "2024-02-29", "6-12")]
    [TestCase("2023-08-31", "2024-02-29", "6-12")]
    [TestCase("2023-02-28", "2024-02-27", "6-12")]
    [TestCase("2023-02-28", "2024-02-28", "12-18")]
    [TestCase("2022-01-15", "2024-01-14", "18-24")]
    [TestCase("2022-01-15", "2024-01-15", "24-plus")]
    [TestCase("2024-05-01", "2024-05-01", "under-6")]
    public async Task Measures_duration_in_whole_months(string start, string end, string expected)
    {
        var client = A.Client();
        await Pga.Given(client, Ended(Started(client, DateOnly.Parse(start, null)), DateOnly.Parse(end, null)));

        var durations = await Counts("duration");

        Assert.That(durations.Where(d => d.Value[0] == 1).Select(d => d.Key), Is.EqualTo(new[] { expected, "total" }));
    }

    [Test]
    public async Task Compares_the_latest_start_and_end_assessment_where_both_have_a_level()
    {
        Client[] clients = [A.Client(), A.Client(), A.Client()];
        var traject = Ended(Started(clients[0], Day(1, 10, 2021)), Day(6, 1));
        var withoutEnd = Ended(Started(clients[1], Day(1, 10, 2021)), Day(6, 1), "withdrew");
        var running = Started(clients[2], Day(1, 10, 2021));
        await Pga.Given([.. clients, traject, withoutEnd, running,
            InflowTests.Only(traject, Day(1, 10, 2021), Moments.Start, ("gezin", 5)),
            InflowTests.Only(traject, Day(1, 20, 2021), Moments.Start, ("gezin", 2), ("zelfzorg", 3), ("huisvesting", 4), ("tijdsbesteding", 1)),
            InflowTests.Only(traject, Day(3, 1), Moments.End, ("gezin", 1), ("zelfzorg", 1), ("middelengebruik", 2)),
            InflowTests.Only(traject, Day(5, 1), Moments.End, ("gezin", 3), ("zelfzorg", 3), ("huisvesting", 2)),
            A.Assessment(withoutEnd, Day(1, 20, 2021), Moments.Start),
            A.Assessment(running, Day(1, 20, 2021), Moments.Start, level: 1),
            A.Assessment(running, Day(5, 1), Moments.End, level: 4)]);

        var progress = await Counts("progress");

        Assert.That(progress["gezin"], Is.EqualTo(new[] { 1, 0, 0, 1 }));
        Assert.That(progress["zelfzorg"], Is.EqualTo(new[] { 0, 1, 0, 1 }));
        Assert.That(progress["huisvesting"], Is.EqualTo(new[] { 0, 0, 1, 1 }));
        Assert.That(progress["tijdsbesteding"], Is.EqualTo(new[] { 0, 0, 0, 0 }), "no level at the end");
        Assert.That(progress["middelengebruik"], Is.EqualTo(new[] { 0, 0, 0, 0 }), "no level at the start, nor in the latest end assessment");
    }

    [Test]
    public async Task Counts_basic_conditions_that_apply_at_both_ends_of_a_rio_traject()
    {
        Client[] clients = [A.Client(), A.Client()];
        var rio = Ended(Started(clients[0], Day(1, 10), Programmes.Rio), Day(6, 1));
        var local = Ended(Started(clients[1], Day(1, 10)), Day(6, 1));
        var wrong = Conditions(rio, Day(5, 20), Moments.End, ("id", "not-arranged"));
        var right = Conditions(rio, Day(5, 21), Moments.End, ("id", "arranged"), ("onderdak", "arranged"), ("zorg", "arranged"), ("schulden", "not-applicable"));
        wrong.SupersedeBy(right, "verkeerd overgenomen");
        await Pga.Given([.. clients, rio, local, wrong, right,
            Conditions(rio, Day(1, 11), Moments.Start, ("netwerk", "arranged")),
            Conditions(rio, Day(1, 12), Moments.Start, ("id", "arranged"), ("onderdak", "in-progress"), ("zorg", "not-applicable"), ("schulden", "arranged")),
            Conditions(local, Day(1, 12), Moments.Start, ("id", "arranged")),
            Conditions(local, Day(5, 12), Moments.End, ("id", "arranged"))]);

        var conditions = await Counts("basic-conditions");

        Assert.That(conditions["id"], Is.EqualTo(new[] { 1, 1, 1 }));
        Assert.That(conditions["onderdak"], Is.EqualTo(new[] { 0, 1, 1 }));
        Assert.That(conditions["zorg"], Is.EqualTo(new[] { 0, 0, 0 }));
        Assert.That(conditions["schulden"], Is.EqualTo(new[] { 0, 0, 0 }));
        Assert.That(conditions["netwerk"], Is.EqualTo(new[] { 0, 0, 0 }));
    }

    private static ConditionMeasurement Conditions(Traject traject, DateOnly on, string moment, params (string Condition, string Status)[] statuses) => new(
        Guid.CreateVersion7(), traject.Id, on, moment, statuses.ToDictionary(s => s.Condition, s => s.Status), null, on.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
}
