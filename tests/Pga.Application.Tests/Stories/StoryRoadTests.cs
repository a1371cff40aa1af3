using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Application.Stories;
using Pga.Domain.Stories;

namespace Pga.Application.Tests.Stories;

internal sealed class StoryRoadTests : StoryTest
{
    [Test]
    public async Task Goes_from_concept_to_release_with_who_and_when_at_each_step()
    {
        var id = await Write();
        var states = new List<string> { (await Stored(id)).State };
        await Pga.Send(Coordinator, new AnonymiseStory(Guid.CreateVersion7(), id, await Version(id)));
        states.Add((await Stored(id)).State);
        await Pga.Send(Expert, new RecordConsent(Guid.CreateVersion7(), id, await Version(id), "written", Today));
        states.Add((await Stored(id)).State);
        Pga.Clock.Advance(TimeSpan.FromDays(2));
        await Pga.Send(Officer, await Release(id));
        states.Add((await Stored(id)).State);

        Assert.That(states, Is.EqualTo(new[] { StoryStates.Concept, StoryStates.Anonymised, StoryStates.Consented, StoryStates.Released }));
        var view = await Pga.Send(Manager, new GetStory(id));
        var first = Today.AddDays(-2);
        Assert.That(view.Steps, Is.EqualTo(new[]
        {
            new StoryStep(StoryStates.Concept, first, Expert.Name),
            new StoryStep(StoryStates.Anonymised, first, Coordinator.Name),
            new StoryStep(StoryStates.Consented, first, Expert.Name, "written", first),
            new StoryStep(StoryStates.Released, Today, Officer.Name),
        }));
        Assert.That((view.MayWrite, view.MayRelease, view.MayWithdraw), Is.EqualTo((false, false, false)));
    }

    [Test]
    public async Task Is_in_the_rapportage_only_once_released()
    {
        await Consented();
        await Released();
        var withdrawn = await Released();
        await Pga.Send(Officer, new WithdrawStory(Guid.CreateVersion7(), withdrawn, await Version(withdrawn)));

        var stories = await Pga.ReadAs(Manager, db => ReleasedStories.Of(db, Year, default));
        var open = await Pga.ReadAs(Manager, db => ReleasedStories.CountUnreleased(db, Year, default));

        Assert.That(stories, Is.EqualTo(new[] { new ReportStory("Weer aan het werk", Clean, "Leefgebied Werk of opleiding") }));
        Assert.That(open, Is.EqualTo(1), "the manager hears how many, though they can't read it");
        Assert.That(await Pga.ReadAs(Manager, db => ReleasedStories.Of(db, Year - 1, default)), Is.Empty);
    }

    [Test]
    public async Task Returns_to_concept_when_its_text_changes_so_that_consent_never_covers_another_text()
    {
        var id = await Released();

        await Pga.Send(Expert, Edit(id, await Version(id)) with { Text = "Een andere tekst." });

        var story = await Stored(id);
        Assert.That((story.State, story.AnonymisedAt, story.ConsentOn, story.ConsentHow, story.ReleasedById), Is.EqualTo((StoryStates.Concept, (DateTime?)null, (DateOnly?)null, (string?)null, (Guid?)null)));
        Assert.That(await Pga.ReadAs(Manager, db => ReleasedStories.Of(db, Year, default)), Is.Empty);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Officer, new GetStory(id)));
    }

    [TestCase("title")]
    [TestCase("link")]
    [TestCase("year")]
    public async Task Returns_to_concept_when_anything_else_of_it_changes(string what)
    {
        var id = await Consented();
        var edit = Edit(id, await Version(id));

        await Pga.Send(Expert, what switch
        {
            "title" => edit with { Title = "Nieuw" },
            "link" => edit with { LinkKind = StoryLinks.Goal, LinkTo = "Een eigen huis" },
            _ => edit with { Year = Year - 1 },
        });

        Assert.That((await Stored(id)).State, Is.EqualTo(StoryStates.Concept));
    }

    [Test]
    public async Task Stays_where_it_is_when_nothing_changes_but_the_line_breaks_of_a_browser()
    {
        var id = await Consented("Regel een.\nRegel twee.");

        await Pga.Send(Expert, Edit(id, await Version(id)) with { Text = "Regel een.\r\nRegel twee.\r\n" });

        Assert.That((await Stored(id)).State, Is.EqualTo(StoryStates.Consented));
    }

    [Test]
    public async Task Asks_consent_for_the_text_as_it_is_and_not_for_an_earlier_one()
    {
        var id = await Anonymised();
        async Task Refused(DateOnly on, string code)
        {
            var command = new RecordConsent(Guid.CreateVersion7(), id, await Version(id), "spoken", on);
            var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, command));
            Assert.That((refusal.Errors.Single().Field, refusal.Errors.Single().Code), Is.EqualTo(("On", code)));
        }

        await Refused(Today.AddDays(-1), "story.consent-before-text");
        await Refused(Today.AddDays(1), "story.consent-in-future");
        await Refused(default, "story.consent-on");
    }

    [Test]
    public async Task Takes_no_step_out_of_turn()
    {
        var id = await Write();

        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, new RecordConsent(Guid.CreateVersion7(), id, Version(id).Result, "spoken", Today)));
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, new WithdrawConsent(Guid.CreateVersion7(), id, Version(id).Result)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Officer, Release(id).Result), "the privacy officer doesn't see a concept");
        await Pga.Send(Expert, new AnonymiseStory(Guid.CreateVersion7(), id, await Version(id)));
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, new AnonymiseStory(Guid.CreateVersion7(), id, Version(id).Result)));
        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Officer, Release(id).Result));
        Assert.That(refusal.Errors.Single().Code, Is.EqualTo("story.not-consented"));
    }

    [Test]
    public async Task Falls_back_when_consent_is_withdrawn_also_after_release()
    {
        var id = await Released();

        await Pga.Send(Expert, new WithdrawConsent(Guid.CreateVersion7(), id, await Version(id)));

        Assert.That((await Stored(id)).State, Is.EqualTo(StoryStates.Anonymised));
        Assert.That(await Pga.ReadAs(Manager, db => ReleasedStories.Of(db, Year, default)), Is.Empty);
    }

    [Test]
    public async Task Once_withdrawn_does_nothing_any_more()
    {
        var id = await Consented();
        await Pga.Send(Expert, new WithdrawStory(Guid.CreateVersion7(), id, await Version(id)));

        Assert.That((await Stored(id)).State, Is.EqualTo(StoryStates.Withdrawn));
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, Edit(id, Version(id).Result) with { Text = "Toch weer." }));
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Officer, Release(id).Result));
        Assert.That(await Pga.ReadAs(Manager, db => ReleasedStories.CountUnreleased(db, Year, default)), Is.Zero, "it keeps no edition waiting");
    }

    [Test]
    public async Task Is_not_released_by_its_author_who_is_privacy_officer_too()
    {
        var both = Testing.A.Staff(Domain.Staff.StaffRoles.Coordinator, "team-1", "Dubbel Dienst", Domain.Staff.StaffRoles.PrivacyOfficer);
        await Pga.Given(both);
        var id = await Pga.Send(both, Draft());
        await Pga.Send(both, new AnonymiseStory(Guid.CreateVersion7(), id, await Version(id)));
        await Pga.Send(both, new RecordConsent(Guid.CreateVersion7(), id, await Version(id), "spoken", Today));

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(both, Release(id).Result));

        Assert.That(refusal.Errors.Single().Code, Is.EqualTo("story.own"));
        Assert.That((await Pga.Send(both, new GetStory(id))).MayRelease, Is.False);
        Assert.That((await Pga.Send(Officer, new GetStory(id))).MayRelease, Is.True);
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_else_was_first()
    {
        var id = await Write();
        var seen = await Version(id);
        await Pga.Send(Coordinator, Edit(id, seen) with { Text = "Van de coördinator." });

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, Edit(id, seen) with { Text = "Van de expert." }));

        Assert.That(conflict.CurrentVersion, Is.EqualTo(await Version(id)));
        Assert.That(conflict.Values[0], Is.EqualTo(new ConflictingValue("Text", "Verhaal", "Van de coördinator.", "Van de expert.")));
        Assert.ThrowsAsync<Conflict>(() => Pga.Send(Expert, new AnonymiseStory(Guid.CreateVersion7(), id, seen)));
    }

    [Test]
    public async Task Never_changes_after_its_year_is_confirmed()
    {
        var id = await Released();
        var open = await Write();
        await Confirm(Year);

        foreach (var (sender, command) in new (Domain.Staff.StaffMember, ICommand)[]
        {
            (Expert, Draft()),
            (Expert, Edit(id, await Version(id)) with { Text = "Anders." }),
            (Expert, new WithdrawConsent(Guid.CreateVersion7(), id, await Version(id))),
            (Officer, new WithdrawStory(Guid.CreateVersion7(), id, await Version(id))),
            (Expert, new AnonymiseStory(Guid.CreateVersion7(), open, await Version(open))),
        })
        {
            var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(sender, command));
            Assert.That(refusal.Errors.Single().Code, Is.EqualTo("year.frozen"), command.GetType().Name);
        }

        var view = await Pga.Send(Expert, new GetStory(id));
        Assert.That((view.IsFrozen, view.MayWrite, view.MayWithdraw), Is.EqualTo((true, false, false)));
    }

    [Test]
    public async Task Does_not_move_into_a_confirmed_year()
    {
        var id = await Write();
        await Confirm(Year - 1);

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, Edit(id, Version(id).Result) with { Year = Year - 1 }));

        Assert.That(refusal.Errors.Single().Code, Is.EqualTo("year.frozen"));
    }

    [TestCase(2027, "t", "x", StoryLinks.Goal, "Werk", "Year")]
    [TestCase(Year, " ", "x", StoryLinks.Goal, "Werk", "Title")]
    [TestCase(Year, "t", " ", StoryLinks.Goal, "Werk", "Text")]
    [TestCase(Year, "t", "x", "", "", "LinkKind")]
    [TestCase(Year, "t", "x", StoryLinks.Goal, " ", "LinkTo")]
    [TestCase(Year, "t", "x", StoryLinks.Leefgebied, "gokken", "LinkTo")]
    [TestCase(Year, "t", "x", StoryLinks.Intervention, "gokken", "LinkTo")]
    public async Task Refuses_what_is_filled_in_wrongly(int year, string title, string text, string kind, string to, string field)
    {
        var command = new WriteStory(Guid.CreateVersion7(), Traject.Id, year, title, text, kind, to);

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Expert, command));

        Assert.That(refusal.Errors.Select(e => e.Field).Distinct(), Is.EqualTo(new[] { field }));
        Assert.That(await Pga.Read(db => db.Stories.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Says_what_an_intervention_is_called()
    {
        var id = await Pga.Send(Expert, Draft() with { LinkKind = StoryLinks.Intervention, LinkTo = "colosseum-gym" });

        Assert.That((await Pga.Send(Expert, new GetStory(id))).About, Is.EqualTo("Interventie Colosseum Gym"));
    }

    [Test]
    public async Task Keeps_no_words_of_an_earlier_text_in_the_history()
    {
        var id = await Write("Zoë had schulden.");
        await Pga.Send(Expert, Edit(id, await Version(id)));

        var entries = await Pga.Read(db => db.History.Where(h => h.EntityId == id).OrderBy(h => h.Id).ToListAsync());
        Assert.That(entries.Select(e => e.Event), Is.EqualTo(new[] { "story.written", "story.edited" }));
        Assert.That(entries.Select(e => e.ClientId), Has.All.EqualTo(Client.Id));
        Assert.That(string.Concat(entries.Select(e => e.OldValues + e.NewValues)), Does.Contain("\"Text\":\"\\u2022\"").And.Not.Contain("schulden").And.Not.Contain("Zo"));
    }

    private EditStory Edit(Guid id, Guid version)
    {
        var draft = Draft();
        return new EditStory(Guid.CreateVersion7(), id, version, draft.Year, draft.Title, draft.Text, draft.LinkKind, draft.LinkTo);
    }
}
