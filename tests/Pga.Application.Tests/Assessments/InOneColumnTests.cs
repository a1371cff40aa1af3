using Microsoft.EntityFrameworkCore;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Assessments;

internal sealed class InOneColumnTests : SliceTest
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Test]
    public async Task Is_text_in_order_that_reads_back_as_it_was()
    {
        var client = A.Client();
        var traject = A.Traject(client, null, Programmes.Rio);
        var levels = new Dictionary<string, int> { ["zorg"] = 4, ["wonen"] = 1 };
        var statuses = new Dictionary<string, string> { ["zorg"] = "arranged", ["id"] = "not-arranged" };
        var at = Day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        await Pga.Given(
            client,
            traject,
            new Assessment(Guid.CreateVersion7(), traject.Id, traject.Programme, Day, Moments.Start, levels, null, at),
            new ConditionMeasurement(Guid.CreateVersion7(), traject.Id, Day, Moments.Start, statuses, null, at),
            new ConditionMeasurement(Guid.CreateVersion7(), traject.Id, Day, Moments.End, new Dictionary<string, string>(), null, at));

        Assert.That(await Pga.Read(db => db.Database.SqlQuery<string>($"SELECT Scores AS Value FROM Assessments").ToListAsync()), Is.EqualTo(new[] { "wonen=1;zorg=4" }));
        Assert.That(await Pga.Read(db => db.Database.SqlQuery<string>($"SELECT Statuses AS Value FROM ConditionMeasurements").ToListAsync()),
            Is.EquivalentTo(new[] { "id=not-arranged;zorg=arranged", "" }));
        Assert.That(await Pga.Read(db => db.Assessments.Select(a => a.Scores).SingleAsync()), Is.EqualTo(new Score[] { new("wonen", 1), new("zorg", 4) }));
        Assert.That(await Pga.Read(db => db.ConditionMeasurements.Where(m => m.Moment == Moments.Start).Select(m => m.Statuses).SingleAsync()),
            Is.EqualTo(new ConditionStatus[] { new("id", "not-arranged"), new("zorg", "arranged") }));
        Assert.That(await Pga.Read(db => db.ConditionMeasurements.Where(m => m.Moment == Moments.End).Select(m => m.Statuses).SingleAsync()), Is.Empty);
    }

    [Test]
    public async Task Takes_the_fullest_measurement_with_room_to_spare()
    {
        var scores = new[] { Leefgebieden.Pga2024, Leefgebieden.Rio2024 }.Select(Score[] (l) => [.. l.All.Select(item => new Score(item.Key, Leefgebieden.MaxLevel))]);
        var longest = BasicConditions.Statuses.All.MaxBy(s => s.Key.Length)!.Key;
        ConditionStatus[] statuses = [.. BasicConditions.List.All.Select(c => new ConditionStatus(c.Key, longest))];

        Assert.That(await Task.WhenAll(scores.Select(s => Length<Assessment>(nameof(Assessment.Scores), s))), Is.All.LessThan(Max / 2));
        Assert.That(await Length<ConditionMeasurement>(nameof(ConditionMeasurement.Statuses), statuses), Is.InRange(50, Max / 2));
    }

    private const int Max = Application.Assessments.InOneColumn.MaxLength;

    private Task<int> Length<T>(string property, object value) => Pga.Read(db =>
        Task.FromResult(((string)db.Model.FindEntityType(typeof(T))!.FindProperty(property)!.GetValueConverter()!.ConvertToProvider(value)!).Length));
}
