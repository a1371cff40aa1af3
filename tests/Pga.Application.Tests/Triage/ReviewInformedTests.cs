using Pga.Application.Pipeline;
using Pga.Application.Triage;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Triage;

internal sealed class ReviewInformedTests : TriageTest
{
    [Test]
    public async Task Is_on_the_list_when_due_until_it_is_looked_at_again()
    {
        await Pga.Send(Coordinator, await Review("postponed", "Nog niet bereikt", Today.AddDays(7)));
        Assert.That(await Due(), Is.Empty);
        Pga.Clock.Advance(TimeSpan.FromDays(7));
        Assert.That(await Due(), Is.EqualTo(new[] { Traject.Id }));
        Assert.That((await Pga.Send(Coordinator, new GetIntake(Traject.Id))).IsReviewDue(Today), Is.True);

        await Pga.Send(Coordinator, await Review("yes", null, Today.AddDays(3)));

        var intake = await Pga.Send(Coordinator, new GetIntake(Traject.Id));
        Assert.That((intake.Informed, intake.InformedReviewOn), Is.EqualTo(("yes", (DateOnly?)null)));
        Assert.That(await Due(), Is.Empty);
    }

    [Test]
    public async Task Says_what_is_missing_and_shows_both_versions()
    {
        string[] Fields(ReviewInformed command) => [.. Assert.ThrowsAsync<Invalid>(() => Pga.Send(Coordinator, command))!.Errors.Select(e => e.Field)];

        Assert.That(Fields(await Review(null, null, null)), Is.EqualTo(new[] { "Informed" }));
        Assert.That(Fields(await Review("no", " ", null)), Is.EqualTo(new[] { "InformedNote" }));
        Assert.That(Fields(await Review("postponed", "Nog niet", null)), Is.EqualTo(new[] { "InformedReviewOn" }));
        Assert.That(Fields(await Review("postponed", "Nog niet", Today)), Is.EqualTo(new[] { "InformedReviewOn" }));
        var stale = await Review("no", "Onderzoek loopt", null);
        await Pga.Send(Coordinator, await Review("postponed", "Nog niet", Today.AddDays(9)));
        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, stale))!;
        Assert.That(conflict.Values.Select(v => (v.Field, v.Theirs, v.Yours)), Is.EqualTo(new[]
        {
            ("Informed", (string?)"Uitgesteld", (string?)"Nee"), ("InformedNote", "Nog niet", "Onderzoek loopt"), ("InformedReviewOn", "12-03-2026", null),
        }));
    }

    [Test]
    public async Task Is_for_who_may_change_the_dossier()
    {
        var command = await Review("yes", null, null);

        Assert.That(() => Pga.Send(Expert, command), Throws.TypeOf<Forbidden>(), "reads along with the team");
        Assert.That(() => Pga.Send(Stranger, command), Throws.TypeOf<NotFound>());
        foreach (var role in new[] { StaffRoles.Partner, StaffRoles.Manager, StaffRoles.PrivacyOfficer, StaffRoles.Administrator })
            Assert.That(() => Pga.Send(A.Staff(role), command), Throws.TypeOf<Forbidden>(), role);
    }

    private async Task<ReviewInformed> Review(string? informed, string? note, DateOnly? on) => new(Guid.CreateVersion7(), Traject.Id, await Version(), informed, note, on);

    private async Task<Guid[]> Due() => [.. (await Pga.Send(Coordinator, new GetTriage(TriageLists.Review))).Rows.Select(r => r.TrajectId)];
}
