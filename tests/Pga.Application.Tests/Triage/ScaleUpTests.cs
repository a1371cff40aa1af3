using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Application.Triage;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Triage;

internal sealed class ScaleUpTests : TriageTest
{
    private Traject _running = null!;

    [SetUp]
    public async Task GivenARunningTraject()
    {
        _running = A.Traject(Client, Expert);
        await Pga.Given(_running);
    }

    [Test]
    public async Task Is_the_state_until_its_last_day_is_over()
    {
        var id = await Pga.Send(Coordinator, await New() with { From = Today.AddDays(-1) });
        Assert.That(await State(), Is.EqualTo(TrajectStates.ScaledUp));
        Assert.That((await Pga.Send(Expert, new GetWorklist(State: TrajectStates.ScaledUp))).Rows.Select(r => r.TrajectId), Is.EqualTo(new[] { _running.Id }), "It still runs.");

        await Pga.Send(Coordinator, new EndScaleUp(Guid.CreateVersion7(), _running.Id, id, Today));
        Assert.That(await State(), Is.EqualTo(TrajectStates.ScaledUp), "last day included");
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await State(), Is.EqualTo(TrajectStates.Running));
        await Pga.Send(Coordinator, await New());
        Assert.That(await Pga.Read(db => db.DataSharings.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task Is_refused_where_it_makes_no_sense()
    {
        Assert.That(Codes(await New() with { From = null }), Is.EqualTo(new[] { ("From", "NotNullValidator") }));
        Assert.That(Codes(await New() with { From = Today.AddDays(1) }), Is.EqualTo(new[] { ("From", "scale-up.in-future") }));
        Assert.That(Codes(await New() with { From = new DateOnly(2025, 3, 2) }), Is.EqualTo(new[] { ("From", "scale-up.before-start") }));
        Assert.That(Codes(await New() with { What = " " }), Is.EqualTo(new[] { ("What", "sharing.what") }));
        Assert.That(Codes(await New() with { SharingGround = null }), Is.EqualTo(new[] { ("SharingGround", "sharing.ground") }));
        Assert.That(Codes(await New() with { TrajectId = Traject.Id, BaseVersion = await Version() }), Is.EqualTo(new[] { ("", "scale-up.not-running") }));
        Assert.That(async () => await Pga.Send(Coordinator, await New() with { BaseVersion = Guid.NewGuid() }), Throws.TypeOf<Conflict>());
        var id = await Pga.Send(Coordinator, await New());
        Assert.That(Codes(await New()), Is.EqualTo(new[] { ("", "scale-up.already") }));

        Assert.That(Codes(new EndScaleUp(Guid.CreateVersion7(), _running.Id, id, Today.AddDays(1))).Single().Field, Is.EqualTo("Until"));
        Assert.That(Codes(new EndScaleUp(Guid.CreateVersion7(), _running.Id, id, Today.AddDays(-1))), Is.EqualTo(new[] { ("Until", "sharing.until") }));
        await Pga.Send(Coordinator, new EndScaleUp(Guid.CreateVersion7(), _running.Id, id, Today));
        Assert.That(Codes(new EndScaleUp(Guid.CreateVersion7(), _running.Id, id, Today)), Is.EqualTo(new[] { ("Until", "sharing.ended") }));
        Assert.That(() => Pga.Send(Coordinator, new EndScaleUp(Guid.CreateVersion7(), Traject.Id, id, Today)), Throws.TypeOf<NotFound>(), "of another traject");
    }

    [Test]
    public async Task Is_for_the_coordinator_of_the_team()
    {
        var command = await New();

        Assert.That(() => Pga.Send(Stranger, command), Throws.TypeOf<NotFound>());
        foreach (var role in StaffRoles.List.All.Select(r => r.Key).Where(r => r != StaffRoles.Coordinator))
        {
            Assert.That(() => Pga.Send(A.Staff(role), command), Throws.TypeOf<Forbidden>(), role);
            Assert.That(() => Pga.Send(A.Staff(role), new EndScaleUp(Guid.CreateVersion7(), _running.Id, Guid.NewGuid(), Today)), Throws.TypeOf<Forbidden>(), role);
        }
    }

    private async Task<ScaleUp> New() => new(Guid.CreateVersion7(), _running.Id, await Version(_running.Id), Today, "Naam, plan en contacten", "Convenant ZVH");

    private async Task<string> State() => (await Pga.Send(Expert, new GetIdentity(_running.Id))).State;

    private (string Field, string Code)[] Codes(ICommand command) =>
        [.. Assert.ThrowsAsync<Invalid>(() => Pga.Send(Coordinator, command))!.Errors.Select(e => (e.Field, e.Code))];
}
