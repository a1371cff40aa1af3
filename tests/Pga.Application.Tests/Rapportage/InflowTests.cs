using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Rapportage;

internal sealed class InflowTests : ReportTest
{
    [Test]
    public async Task Counts_the_first_and_last_day_of_a_year_and_no_other_years()
    {
        await Given(Day(12, 31, 2022), Day(1, 1, 2023), Day(12, 31, 2023), Day(1, 1), Day(12, 31), Day(1, 1, 2025));

        Assert.That((await Counts("inflow"))["total"], Is.EqualTo(new[] { 2, 2 }));
    }

    [Test]
    public async Task Leaves_out_what_was_registered_in_error_once_that_is_confirmed()
    {
        Client[] clients = [A.Client(), A.Client()];
        await Pga.Given([.. clients,
            Ended(Started(clients[0], Day(3, 1)), Day(4, 1), "registered-in-error"),
            Ended(Started(clients[1], Day(3, 1)), Day(4, 1), "registered-in-error", confirmed: false)]);

        Assert.That((await Counts("inflow"))["local-pga"], Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public async Task Counts_no_aanmelding_that_was_refused_waits_or_is_accepted_for_later()
    {
        var client = A.Client();
        await Pga.Given(client, Started(client, Day(3, 1)));
        foreach (var outcome in TriageOutcomes.List.All.Select(o => o.Key).Append(null))
        {
            var traject = new Traject(Guid.CreateVersion7(), $"T-{outcome}", client.Id, Programmes.LocalPga, Day(2, 1), "politie", "team-1");
            await Pga.Given(traject);
            if (outcome is not null)
                await Pga.Given(new TriageDecision(Guid.CreateVersion7(), traject, new TriageVerdict(outcome, ["areas"], "x", "y", Day(2, 5), "JoU", FeedbackWays.None, null), null, Pga.Clock.GetUtcNow().UtcDateTime));
        }

        foreach (var table in new[] { "inflow", "running" })
            Assert.That((await Counts(table))["total"][^1], Is.EqualTo(1), table);
        Assert.That((await Counts("outflow"))["total"], Is.EqualTo(new[] { 0, 0 }));
    }

    [Test]
    public async Task Counts_a_client_with_two_trajects_twice_as_traject_and_once_as_person()
    {
        var client = A.Client();
        await Pga.Given(client, Started(client, Day(1, 10)), Started(client, Day(9, 1), Programmes.Rio));

        Assert.That((await Counts("inflow"))["total"], Is.EqualTo(new[] { 0, 2 }));
        Assert.That((await Persons("inflow"))["total"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That((await Counts("inflow-persons"))["persons"], Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public async Task Counts_age_in_whole_years_on_the_day_of_the_start()
    {
        Client[] clients = [A.Client(birthDate: new DateOnly(2005, 3, 1)), A.Client(birthDate: new DateOnly(2005, 3, 1)), A.Client(birthDate: new DateOnly(1999, 12, 31)), A.Client(birthDate: new DateOnly(1996, 1, 1))];
        await Pga.Given([.. clients, Started(clients[0], Day(2, 28, 2023)), Started(clients[1], Day(3, 1, 2023)), Started(clients[2], Day(12, 30)), Started(clients[3], Day(1, 1))]);

        var ages = await Counts("inflow-age");

        Assert.That(ages["under-18"], Is.EqualTo(new[] { 1, 0 }), "17 on the day before the birthday");
        Assert.That(ages["18-23"], Is.EqualTo(new[] { 1, 0 }));
        Assert.That(ages["24-27"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(ages["28-plus"], Is.EqualTo(new[] { 0, 1 }));
    }

    [TestCase(2, 28, "under-18")]
    [TestCase(3, 1, "18-23")]
    public async Task Gives_someone_born_on_29_February_their_birthday_on_1_March(int month, int day, string expected)
    {
        var client = A.Client(birthDate: new DateOnly(2004, 2, 29));
        await Pga.Given(client, Started(client, new DateOnly(2022, month, day)));

        Assert.That((await Counts("inflow-age", 2022))[expected], Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public async Task Counts_who_has_no_birth_date_as_unknown()
    {
        var client = new Client(Guid.CreateVersion7(), "C-1", "Noor", null, "Voorbeeld", null, "unknown");
        await Pga.Given(client, Started(client, Day(5, 5)));

        Assert.That((await Counts("inflow-age"))["unknown"], Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public async Task Takes_the_wijk_as_it_was_on_the_day_of_the_start()
    {
        var moved = A.Client(wijk: "west");
        moved.LivesIn("zuid", Day(6, 1));
        moved.LivesIn(null, Day(7, 1));
        var homeless = A.Client(wijk: null);
        await Pga.Given(moved, homeless, Started(moved, Day(5, 31)), Started(moved, Day(6, 1), Programmes.TopX), Started(moved, Day(8, 1), Programmes.Rio), Started(homeless, Day(1, 5)));

        var wijken = await Counts("inflow-wijk");

        Assert.That(wijken["west"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(wijken["zuid"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(wijken["onbekend"], Is.EqualTo(new[] { 0, 2 }));
        Assert.That(wijken["total"], Is.EqualTo(new[] { 0, 4 }));
    }

    [Test]
    public async Task Sees_concerns_in_the_latest_current_start_assessment_alone()
    {
        Client[] clients = [A.Client(), A.Client(), A.Client(), A.Client()];
        var later = Started(clients[0], Day(2, 1));
        var corrected = Started(clients[1], Day(2, 1), Programmes.TopX);
        var unassessed = Started(clients[2], Day(2, 1));
        var rio = Started(clients[3], Day(2, 1), Programmes.Rio);
        // Of the earlier date, the level of huisvesting doesn't mix in, although the later one hasn't any.
        var first = Only(later, Day(2, 3), Moments.Start, ("huisvesting", 1), ("gezin", 1));
        var second = Only(later, Day(2, 10), Moments.Start, ("gezin", 4), ("zelfzorg", 3));
        var interim = Only(later, Day(6, 1), Moments.Interim, ("gezin", 1));
        var wrong = Only(corrected, Day(3, 1), Moments.Start, ("gezin", 1));
        var right = Only(corrected, Day(2, 20), Moments.Start, ("zelfzorg", 1));
        wrong.SupersedeBy(right, "verkeerde persoon");
        await Pga.Given([.. clients, later, corrected, unassessed, rio, first, second, interim, wrong, right,
            A.Assessment(rio, Day(2, 2), Moments.Start, level: 1), Only(unassessed, Day(3, 1), Moments.End, ("gezin", 1))]);

        var concerns = await Counts("inflow-concerns");
        var acute = await Counts("inflow-acute");

        Assert.That(concerns["huisvesting"], Is.EqualTo(new[] { 0, 0 }));
        Assert.That(concerns["gezin"], Is.EqualTo(new[] { 0, 0 }));
        Assert.That(concerns["zelfzorg"], Is.EqualTo(new[] { 0, 2 }));
        Assert.That(concerns["assessed"], Is.EqualTo(new[] { 0, 2 }));
        Assert.That(acute["zelfzorg"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(acute["any"], Is.EqualTo(new[] { 0, 1 }));
        Assert.That(acute["assessed"], Is.EqualTo(new[] { 0, 2 }));
    }

    internal static Assessment Only(Traject traject, DateOnly on, string moment, params (string Leefgebied, int Level)[] levels) => new(
        Guid.CreateVersion7(), traject.Id, traject.Programme, on, moment, levels.ToDictionary(l => l.Leefgebied, l => l.Level), null, on.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));

    private Task Given(params DateOnly[] starts)
    {
        var clients = starts.Select(_ => A.Client()).ToArray();
        return Pga.Given([.. clients, .. clients.Zip(starts, (client, on) => Started(client, on))]);
    }
}
