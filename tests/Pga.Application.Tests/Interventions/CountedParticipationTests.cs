using Pga.Application.Interventions;
using Pga.Application.Tests.Rapportage;
using Pga.Domain.Clients;
using Pga.Domain.Interventions;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Interventions;

/// <summary>The rapportage counts what was derived just as it counts what was imported.</summary>
internal sealed class CountedParticipationTests : InterventionTest
{
    [Test]
    public async Task Is_counted_by_the_dates_and_end_that_were_derived()
    {
        Client[] more = [A.Client(), A.Client(), A.Client(), A.Client()];
        Traject[] trajects = [OfNoor, OfSami, .. more.Select(c => A.Traject(c, Expert))];
        await Pga.Given([.. more, .. trajects[2..]]);
        var (completed, dropped, running) = (await Accepted(trajects[0], Gym), await Accepted(trajects[1], Gym), await Accepted(trajects[2], Gym));
        await Accepted(trajects[3], Gym);
        var declined = await Refer(trajects[4], Gym);
        var withdrawn = await Refer(trajects[5], Gym);
        foreach (var p in new[] { completed, dropped, running })
            await Held(Jan, Gym, Today, p, AttendanceCodes.Attended);
        Pga.Clock.Advance(TimeSpan.FromDays(20));
        await Held(Jan, Gym, Today.AddDays(-1), dropped, AttendanceCodes.NoShow);
        await Held(Jan, Gym, Today, dropped, AttendanceCodes.NoShow);
        await Pga.Send(Jan, await Report(completed));
        await Pga.Send(Jan, await Report(dropped));
        await Pga.Send(Jan, new DeclineReferral(Guid.CreateVersion7(), declined, await Version(declined), "Past niet"));
        await Pga.Send(Expert, new WithdrawReferral(Guid.CreateVersion7(), trajects[5].Id, withdrawn, await Version(withdrawn), "Wil niet"));

        var tables = await ReportTest.Tables(Pga, 2026);

        long[] Row(string table, string row) => [.. tables.Single(t => t.Id == table).Rows.Single(r => r.Key == row).Cells.Select(c => (long)c.Count)];
        Assert.That(Row("interventions", "Proefgym"), Is.EqualTo(new[] { 6, 3, 1, 1, 1 }), "referred, started, completed, dropped out, running");
        Assert.That(Row("programme-starts", "sport"), Is.EqualTo(new[] { 0, 3 }));
    }
}
