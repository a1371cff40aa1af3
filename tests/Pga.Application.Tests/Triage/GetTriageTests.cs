using Microsoft.EntityFrameworkCore;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Triage;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Triage;

internal sealed class GetTriageTests : TriageTest
{
    [Test]
    public async Task Has_what_came_in_before_the_cut_off_and_keeps_the_rest_for_next_time()
    {
        var late = Referred(Client, days: -1);
        var imported = Traject.FromImport(Guid.CreateVersion7(), "T-uit-import", new(Client.Id, Programmes.TopX, Today.AddDays(-40), null, null, null, null), null, "team-1", Pga.Clock.GetUtcNow().UtcDateTime);
        await Pga.Given(late, imported, Referred(Client, "team-2"), A.Traject(Client));

        var now = await Pga.Send(Coordinator, new GetTriage());
        var next = await Pga.Send(Coordinator, new GetTriage(TriageLists.Next));

        Assert.That(now.Rows.Select(r => (r.TrajectId, r.State)), Is.EqualTo(new[] { (imported.Id, TrajectStates.Referred), (Traject.Id, TrajectStates.Triage) }));
        Assert.That(next.Rows.Select(r => (r.TrajectId, r.State, r.TriageOn)), Is.EqualTo(new[] { (late.Id, TrajectStates.Referred, (DateOnly?)new DateOnly(2026, 3, 4)) }));
        Assert.That((now.Counts[TriageLists.Now], now.Counts[TriageLists.Next], now.CutOff), Is.EqualTo((2, 1, new DateOnly(2026, 3, 4))));
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Pga.Send(Coordinator, new GetTriage())).Total, Is.EqualTo(3));
    }

    [Test]
    public async Task Follows_an_aanmelding_from_list_to_list()
    {
        await Pga.Send(Coordinator, await Decision(TriageOutcomes.Accepted));
        Assert.That(await Where(), Is.EqualTo(new[] { TriageLists.Accepted, TriageLists.Decided }));

        await Pga.Send(Coordinator, new StartTraject(Guid.CreateVersion7(), Traject.Id, await Version(), Today, Expert.Id, null));
        Assert.That(await Where(), Is.EqualTo(new[] { TriageLists.Decided }));

        Pga.Clock.Advance(TimeSpan.FromDays(GetTriage.DecidedForDays));
        Assert.That(await Where(), Is.EqualTo(new[] { TriageLists.Decided }));
        Pga.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await Where(), Is.Empty);
    }

    [Test]
    public async Task Turns_pages_of_25_and_logs_whom_it_showed()
    {
        var clients = Enumerable.Range(0, 30).Select(_ => A.Client()).ToList();
        await Pga.Given([.. clients, .. clients.Select(c => Referred(c, days: -10))]);

        var first = await Pga.Send(Coordinator, new GetTriage());
        var last = await Pga.Send(Coordinator, new GetTriage(Page: 99));

        Assert.That((first.Total, first.Pages, first.Rows.Count, last.Page, last.Rows.Count), Is.EqualTo((31, 2, 25, 2, 6)));
        Assert.That(first.Rows.Concat(last.Rows).Select(r => r.TrajectId).Distinct().Count(), Is.EqualTo(31));
        Assert.That(last.Rows[^1].TrajectId, Is.EqualTo(Traject.Id), "oldest first");
        Assert.That(await Pga.Read(db => db.AccessLog.CountAsync(l => l.Request == nameof(GetTriage))), Is.EqualTo(31));
    }

    [Test]
    public async Task Counts_the_aanmelding_of_staff_that_was_just_made()
    {
        await Pga.Send(Expert, new ReferClient(
            Guid.CreateVersion7(), null, "Sem", null, "Nieuw", null, "male", "zuid", null, Programmes.LocalPga, Today, "politie", "Overlast", "Rust", "yes", null, null, null, null, null, false));

        var next = (await Pga.Send(Coordinator, new GetTriage(TriageLists.Next))).Rows.Single();

        Assert.That((next.Name, next.TriageOn, next.ReferredBy), Is.EqualTo(("Sem Nieuw", (DateOnly?)new DateOnly(2026, 3, 4), "politie")));
    }

    [Test]
    public void Refuses_a_list_that_does_not_exist() =>
        Assert.That(() => Pga.Send(Coordinator, new GetTriage("alles")), Throws.TypeOf<Invalid>());

    private async Task<List<string>> Where()
    {
        var lists = new List<string>();
        foreach (var list in TriageLists.List.All)
        {
            if ((await Pga.Send(Coordinator, new GetTriage(list.Key))).Rows.Any(r => r.TrajectId == Traject.Id))
                lists.Add(list.Key);
        }

        return lists;
    }
}
