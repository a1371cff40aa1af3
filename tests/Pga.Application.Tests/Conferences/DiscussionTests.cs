using Microsoft.EntityFrameworkCore;
using Pga.Application.Conferences;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Conferences;
using Pga.Domain.DataSharings;
using Pga.Domain.Plans;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Application.Tests.Conferences;

/// <summary>One case at a time: who is there, what is decided, agreed and said.</summary>
internal sealed class DiscussionTests : ConferenceTest
{
    [Test]
    public async Task Is_of_one_case_at_a_time_on_the_day_itself()
    {
        var (_, cases) = await Today_with(OfNoor, OfSami);
        await Open(OfNoor, cases[0]);
        Assert.That(Error(() => Open(OfSami, cases[1])), Is.EqualTo(("", "Er staat al een casus open. Rond die eerst af: u bespreekt één casus tegelijk.")));
        Assert.That(Code(() => Open(OfNoor, cases[0])), Is.EqualTo("case.open"));
        await Finish(OfNoor, cases[0]);
        await Open(OfSami, cases[1]);

        var coming = await Conference();
        await PutOn(coming, OfElif);
        Assert.That(Code(async () => await Open(OfElif, (await Agenda(coming))[0].CaseId)), Is.EqualTo("conference.not-yet"));
    }

    [Test]
    public async Task Is_refused_to_one_of_two_who_open_at_once()
    {
        var (conference, cases) = await Today_with(OfNoor, OfSami);
        var refused = await Pga.ReadAs(Coordinator, async mine =>
        {
            var its = await mine.CaseConferences.SingleAsync(c => c.Id == conference);
            await Open(OfNoor, cases[0]);
            its.Discuss(Pga.Clock.GetUtcNow().UtcDateTime);
            try
            {
                await mine.SaveChangesAsync();
                return false;
            }
            catch (DbUpdateConcurrencyException)
            {
                return true;
            }
        });

        Assert.That(refused, Is.True);
    }

    [Test]
    public async Task Is_refused_of_what_has_ended_or_is_not_on_the_agenda()
    {
        var (_, cases) = await Today_with(OfNoor);
        var waiting = await PutForward(OfSami);
        Assert.ThrowsAsync<NotFound>(() => Open(OfSami, waiting));
        Assert.ThrowsAsync<NotFound>(() => Open(OfSami, cases[0]), "the case of another traject");
        await End(OfNoor);

        Assert.That(Error(() => Open(OfNoor, cases[0])), Is.EqualTo(("", "Dit traject is afgesloten. U kunt het niet meer inbrengen of bespreken.")));
    }

    [Test]
    public async Task Keeps_decisions_actions_and_minutes_and_the_dossier_shows_them()
    {
        await PutForward(OfNoor);
        var its = await Opened(OfNoor);
        await Pga.Send(Coordinator, new WriteDecision(Guid.CreateVersion7(), OfNoor.Id, its, " Aanmelden bij de gym "));
        Pga.Clock.Advance(TimeSpan.FromSeconds(1));
        await Pga.Send(Coordinator, new WriteDecision(Guid.CreateVersion7(), OfNoor.Id, its, "Over een maand opnieuw"));
        await Pga.Send(Coordinator, Action(OfNoor, its));
        await Pga.Send(Coordinator, new WriteMinutes(Guid.CreateVersion7(), OfNoor.Id, its, (await Stored(its)).MinutesVersion, "Het gaat beter thuis."));
        await Finish(OfNoor, its);

        var shown = await Discussed(OfNoor);
        Assert.Multiple(() =>
        {
            Assert.That((shown.HeldOn, shown.State, shown.Question, shown.PutForwardBy), Is.EqualTo((Today, ConferenceCaseStates.Closed, "Wie neemt het over in de vakantie?", "Expert Eén")));
            Assert.That(shown.Present.Select(i => i.Name), Is.EqualTo(new[] { "Expert Eén" }));
            Assert.That(shown.Decisions.Select(d => (d.Text, d.By)), Is.EqualTo(new[] { ("Aanmelden bij de gym", "Coördinator Eén"), ("Over een maand opnieuw", "Coördinator Eén") }));
            Assert.That(shown.Actions.Select(a => (a.Text, a.Owner, a.DueOn, a.Outcome)), Is.EqualTo(new[] { ("Bellen met school", "Expert Eén", Today.AddDays(14), (string?)null) }));
            Assert.That((shown.Minutes, shown.MinutesBy), Is.EqualTo(("Het gaat beter thuis.", "Coördinator Eén")));
        });
        Assert.That((await Pga.Send(Expert, new GetDiscussions(OfSami.Id))).Discussions, Is.Empty);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Expert, new GetDiscussions(OfSami.Id, its)), "the discussion of another traject");
        Assert.That((await Pga.Send(Expert, new GetDiscussions(OfNoor.Id))), Has.Property("Waiting").Null.And.Property("MayCorrect").False);
    }

    [Test]
    public async Task Puts_an_action_into_the_plan_and_makes_the_plan_where_there_is_none()
    {
        var its = await Opened(OfNoor);
        await Pga.Send(Coordinator, Action(OfNoor, its));
        var plan = await Pga.Send(Expert, new GetPlan(OfNoor.Id));
        Assert.That((plan.DrawnUpOn, plan.NextEvaluationOn), Is.EqualTo(((DateOnly?)Today, (DateOnly?)Today.AddMonths(3))));
        var goal = plan.Goals.Single();
        Assert.That((goal.Leefgebied, goal.ProfessionalWords, goal.TargetOn, goal.Actions.Single().Text), Is.EqualTo(("gezin", "Rust thuis", Today.AddMonths(3), "Bellen met school")));

        await Pga.Send(Coordinator, Action(OfNoor, its, goal.Id) with { Text = "Brief schrijven" });

        plan = await Pga.Send(Expert, new GetPlan(OfNoor.Id));
        Assert.That(plan.Goals.Single().Actions.Select(a => a.Text), Is.EquivalentTo(new[] { "Bellen met school", "Brief schrijven" }));
        Assert.That((await Discussed(OfNoor)).Actions, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Refuses_an_action_without_a_goal_an_owner_or_a_day_to_come()
    {
        var its = await Opened(OfNoor);
        var action = Action(OfNoor, its);

        Assert.That(Error(() => Pga.Send(Coordinator, action with { Leefgebied = null })), Is.EqualTo(("Leefgebied", "Kies een doel van het plan, of een leefgebied voor een nieuw doel.")));
        Assert.That(Error(() => Pga.Send(Coordinator, action with { Goal = "" })).Field, Is.EqualTo("Goal"));
        Assert.That(Code(() => Pga.Send(Coordinator, action with { Leefgebied = "wonen" })), Is.EqualTo("goal.unknown-leefgebied"), "of another list");
        Assert.That(Error(() => Pga.Send(Coordinator, action with { Text = "" })).Field, Is.EqualTo("Text"));
        Assert.That(Error(() => Pga.Send(Coordinator, action with { DueOn = Today.AddDays(-1) })).Field, Is.EqualTo("DueOn"));
        Assert.That(Code(() => Pga.Send(Coordinator, action with { Owner = new WorkOwner(OwnerKinds.Staff, TeamMate.Id) })), Is.EqualTo("action.unknown-owner"));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Coordinator, Action(OfNoor, its, Guid.CreateVersion7())));
        Assert.That(await Pga.Read(db => db.Plans.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Refuses_writing_before_it_is_opened_and_without_words()
    {
        var (_, cases) = await Today_with(OfNoor);
        var its = cases[0];
        Assert.That(Code(() => Pga.Send(Coordinator, new WriteDecision(Guid.CreateVersion7(), OfNoor.Id, its, "Te vroeg"))), Is.EqualTo("case.not-opened"));
        Assert.That(Code(() => Pga.Send(Coordinator, new WriteMinutes(Guid.CreateVersion7(), OfNoor.Id, its, its, "Te vroeg"))), Is.EqualTo("case.not-opened"));
        Assert.That(Code(() => Pga.Send(Coordinator, Action(OfNoor, its))), Is.EqualTo("case.not-opened"));
        Assert.That(Code(() => Close(OfNoor, its)), Is.EqualTo("case.not-opened"));
        Assert.That(Code(() => Pga.Send(Coordinator, new RecordPresence(Guid.CreateVersion7(), OfNoor.Id, its, []))), Is.EqualTo("case.not-opened"));
        await Open(OfNoor, its);

        Assert.That(Error(() => Pga.Send(Coordinator, new WriteDecision(Guid.CreateVersion7(), OfNoor.Id, its, " "))), Is.EqualTo(("Text", "Schrijf op wat er is besloten.")));
        Assert.That(Error(() => Pga.Send(Coordinator, new WriteDecision(Guid.CreateVersion7(), OfNoor.Id, its, new string('x', 1001)))).Field, Is.EqualTo("Text"));
        Assert.That(Error(() => Pga.Send(Coordinator, new WriteMinutes(Guid.CreateVersion7(), OfNoor.Id, its, its, new string('x', 8001)))).Field, Is.EqualTo("Text"));
        Assert.That(Code(() => Pga.Send(Coordinator, new CorrectMinutes(Guid.CreateVersion7(), OfNoor.Id, its, its, "Nog open", "Fout"))), Is.EqualTo("minutes.not-closed"));
        Assert.That(Error(() => Close(OfNoor, its)), Is.EqualTo(("Present", "Vul eerst in wie erbij was.")));
    }

    [Test]
    public async Task Records_a_sharing_with_an_outsider_who_was_there_and_not_with_one_who_was_not()
    {
        var its = await Opened(OfNoor);
        var there = await Pga.Send(Coordinator, Outsider(OfNoor, its));
        var away = await Pga.Send(Coordinator, Outsider(OfNoor, its) with { CommandId = Guid.CreateVersion7(), Organisation = "School", Function = "mentor" });
        var expert = await Pga.Read(db => db.ConferenceInvitations.Where(i => i.StaffId == Expert.Id).Select(i => i.Id).SingleAsync());
        var presence = new RecordPresence(Guid.CreateVersion7(), OfNoor.Id, its, [new(there, true), new(away, false), new(expert, true)]);
        await Pga.Send(Coordinator, presence);
        Assert.That(await Pga.Read(db => db.DataSharings.CountAsync()), Is.Zero, "not before it was discussed");
        await Close(OfNoor, its);

        var sharing = await Pga.Read(db => db.DataSharings.SingleAsync());
        Assert.That((sharing.TrajectId, sharing.ClientId, sharing.Kind, sharing.Recipient, sharing.Ground, sharing.SharedOn, sharing.ById), Is.EqualTo(
            (OfNoor.Id, Noor.Id, SharingKinds.Conference, "Politie Midden-Nederland", "Convenant PGA, om de afspraken te maken die hij uitvoert", Today, Coordinator.Id)));
        Assert.That((await Discussed(OfNoor)).Invited.Select(i => (i.Name, i.Organisation, i.Present, i.Shared)), Is.EqualTo(new[]
        {
            ("Expert Eén", (string?)null, (bool?)true, false), ("wijkagent", "Politie Midden-Nederland", (bool?)true, true), ("mentor", "School", (bool?)false, false),
        }));

        await Open(OfNoor, its);
        Assert.That(Error(() => Pga.Send(Coordinator, presence with { CommandId = Guid.CreateVersion7(), Rows = [new(there, false)] })).Text,
            Is.EqualTo("Er is al vastgelegd dat deze organisatie erbij was. Schrijf in het verslag wat daaraan niet klopt."));
        Assert.That(Code(() => Pga.Send(Coordinator, new RemoveInvitation(Guid.CreateVersion7(), OfNoor.Id, its, there))), Is.EqualTo("invitation.present"));
        await Pga.Send(Coordinator, presence with { CommandId = Guid.CreateVersion7(), Rows = [new(away, true)] });
        await Close(OfNoor, its);
        Assert.That(await Pga.Read(db => db.DataSharings.OrderBy(s => s.Recipient).Select(s => s.Recipient).ToListAsync()), Is.EqualTo(new[] { "Politie Midden-Nederland", "School" }), "each once");
    }

    [Test]
    public async Task Invites_per_case_with_a_ground_and_opens_nothing_by_it()
    {
        var (conference, cases) = await Today_with(OfNoor, OfSami);
        var its = cases[0];
        var invite = Outsider(OfNoor, its);
        Assert.That(Error(() => Pga.Send(Coordinator, invite with { Ground = " " })), Is.EqualTo(("Ground", "Schrijf op waarom deze persoon mag horen wat over dit traject wordt gezegd.")));
        Assert.That(Error(() => Pga.Send(Coordinator, invite with { Function = null })).Field, Is.EqualTo("Function"));
        Assert.That(Error(() => Pga.Send(Coordinator, invite with { Organisation = null })).Field, Is.EqualTo("Organisation"));
        Assert.That(Code(() => Pga.Send(Coordinator, invite with { PartnerId = Guid.CreateVersion7() })), Is.EqualTo("invitation.organisation"));
        await Pga.Send(Coordinator, invite);
        Assert.That(Code(() => Pga.Send(Coordinator, invite with { CommandId = Guid.CreateVersion7() })), Is.EqualTo("invitation.double"));
        var jou = await Pga.Read(db => db.Partners.SingleAsync(p => p.Code == "jou"));
        await Pga.Send(Coordinator, invite with { CommandId = Guid.CreateVersion7(), PartnerId = jou.Id, Organisation = null, Function = "jongerenwerker" });

        var colleague = new InviteToCase(Guid.CreateVersion7(), OfNoor.Id, its, TeamMate.Id);
        Assert.That(Error(() => Pga.Send(Coordinator, colleague with { StaffId = Stranger.Id })), Is.EqualTo(
            ("StaffId", "Deze collega mag het dossier niet inzien. Wijs de collega eerst toe aan het traject, of kies een ander.")));
        foreach (var other in new[] { Rio, Manager, Partner, OtherCoordinator })
            Assert.That(Code(() => Pga.Send(Coordinator, colleague with { StaffId = other.Id })), Is.EqualTo("invitation.no-access"));
        await Pga.Send(Coordinator, colleague);
        Assert.That(Code(() => Pga.Send(Coordinator, colleague with { CommandId = Guid.CreateVersion7() })), Is.EqualTo("invitation.double"));

        Assert.That((await Agenda(conference)).Select(c => c.Invited.Count), Is.EqualTo(new[] { 4, 1 }), "per case");
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(TeamMate, new WriteDecision(Guid.CreateVersion7(), OfNoor.Id, its, "Ik ben uitgenodigd")));
        Assert.ThrowsAsync<Forbidden>(() => PutForward(OfNoor, by: TeamMate), "an invitation isn't an assignment");
    }

    [Test]
    public async Task Opens_no_dossier_to_who_was_invited_and_works_on_it_no_longer()
    {
        var conference = await Conference();
        await PutOn(conference, OfElif);
        Assert.That(await Agenda(conference, Rio), Has.Count.EqualTo(1));
        await Pga.Read(async db =>
        {
            (await db.Assignments.SingleAsync(a => a.TrajectId == OfElif.Id)).EndBy(Today.AddDays(-1));
            return await db.SaveChangesAsync();
        });

        Assert.That(await Pga.Read(db => db.ConferenceInvitations.AnyAsync(i => i.StaffId == Rio.Id)), Is.True);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Rio, new GetConference(conference)));
        Assert.That((await Pga.Send(Rio, new GetConferences())).ToCome, Is.Empty);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Rio, new GetDiscussions(OfElif.Id)));
    }

    [Test]
    public async Task Of_which_two_write_minutes_shows_both_and_keeps_what_else_was_done_apart()
    {
        var its = await Opened(OfNoor);
        var version = (await Stored(its)).MinutesVersion;
        var write = new WriteMinutes(Guid.CreateVersion7(), OfNoor.Id, its, version, "Eerst dit.");
        await Pga.Send(Coordinator, write);
        await Pga.Send(Coordinator, Outsider(OfNoor, its));
        var now = await Discussed(OfNoor);

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, write with { CommandId = Guid.CreateVersion7(), Text = "Ook dat." }));
        Assert.That(conflict.Values.Select(v => (v.Label, v.Theirs, v.Yours)), Is.EqualTo(new[] { ("Verslag", "Eerst dit.", "Ook dat.") }));
        Assert.That(conflict.CurrentVersion, Is.EqualTo(now.MinutesVersion));
        await Pga.Send(Coordinator, write with { CommandId = Guid.CreateVersion7(), BaseVersion = now.MinutesVersion, Text = "Eerst dit. Ook dat." });
        Assert.That((await Discussed(OfNoor)), Has.Property("Minutes").EqualTo("Eerst dit. Ook dat.").And.Property("EarlierMinutes").Empty);
    }

    [Test]
    public async Task Of_which_the_minutes_are_corrected_keeps_what_they_said_and_why()
    {
        var its = await Opened(OfNoor);
        await Pga.Send(Coordinator, new WriteMinutes(Guid.CreateVersion7(), OfNoor.Id, its, (await Stored(its)).MinutesVersion, "Woont bij tante."));
        await Finish(OfNoor, its);
        var correct = new CorrectMinutes(Guid.CreateVersion7(), OfNoor.Id, its, (await Stored(its)).MinutesVersion, "Woont bij oma.", "Verkeerd verstaan");
        Assert.That(Error(() => Pga.Send(Coordinator, correct with { Reason = "" })), Is.EqualTo(("Reason", "Schrijf op waarom u het verslag verbetert.")));
        await Pga.Send(Coordinator, correct);

        var shown = await Discussed(OfNoor);
        Assert.That(shown.Minutes, Is.EqualTo("Woont bij oma."));
        Assert.That(shown.EarlierMinutes.Select(e => (e.Text, e.By, e.Reason)), Is.EqualTo(new[] { ("Woont bij tante.", "Coördinator Eén", "Verkeerd verstaan") }));
        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, correct with { CommandId = Guid.CreateVersion7(), Text = "Woont bij opa." }));
        Assert.That((conflict.Values[0].Theirs, conflict.Values[0].Yours), Is.EqualTo(("Woont bij oma.", "Woont bij opa.")));
        Assert.ThrowsAsync<Forbidden>(() => Pga.Send(Expert, correct with { CommandId = Guid.CreateVersion7() }));
    }

    [Test]
    public async Task Of_which_a_decision_is_corrected_supersedes_it()
    {
        var its = await Opened(OfNoor);
        var first = await Pga.Send(Coordinator, new WriteDecision(Guid.CreateVersion7(), OfNoor.Id, its, "Naar de gym"));
        await Finish(OfNoor, its);
        var version = (await Discussed(OfNoor)).Decisions.Single().Version;
        var correct = new CorrectDecision(Guid.CreateVersion7(), OfNoor.Id, first, version, "Naar de coach", "Verkeerd opgeschreven");
        Assert.That(Error(() => Pga.Send(Coordinator, correct with { Reason = " " })).Field, Is.EqualTo("Reason"));
        Assert.That(Error(() => Pga.Send(Coordinator, correct with { Text = " " })).Field, Is.EqualTo("Text"));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Coordinator, correct with { TrajectId = OfSami.Id }));
        await Pga.Send(Coordinator, correct);

        var decision = (await Discussed(OfNoor)).Decisions.Single();
        Assert.That(decision.Text, Is.EqualTo("Naar de coach"));
        Assert.That(decision.Earlier.Select(e => (e.Text, e.Reason)), Is.EqualTo(new[] { ("Naar de gym", "Verkeerd opgeschreven") }));
        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(Coordinator, correct with { CommandId = Guid.CreateVersion7(), Text = "Naar huis" }));
        Assert.That((conflict.CurrentVersion, conflict.Values[0].Theirs, conflict.Values[0].Yours), Is.EqualTo((decision.Version, "Naar de coach", "Naar huis")));
        Assert.That(await Pga.Read(db => db.Decisions.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task Names_the_next_case_to_who_leads_and_shows_one_at_a_time()
    {
        var (conference, cases) = await Today_with(OfNoor, OfSami, OfElif);
        await Open(OfNoor, cases[0]);

        var sheet = await Pga.Send(Coordinator, new GetConferenceCase(conference, cases[0]));
        Assert.That((sheet.NextId, sheet.NextTrajectId, sheet.MayHold), Is.EqualTo(((Guid?)cases[1], (Guid?)OfSami.Id, true)));
        Assert.That(System.Text.Json.JsonSerializer.Serialize(sheet), Does.Not.Contain("Sami").And.Not.Contain("Elif"), "others may look at the screen");
        Assert.That(sheet.Choices!.Colleagues.Select(c => c.Name), Does.Contain("Expert Twee").And.Not.Contain("Expert Eén").And.Not.Contain("Rio Eén"));
        var forExpert = await Pga.Send(Expert, new GetConferenceCase(conference, cases[0]));
        Assert.That((forExpert.MayHold, forExpert.NextId), Is.EqualTo((false, (Guid?)null)));
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(OtherCoordinator, new GetConferenceCase(conference, cases[0])));
    }
}
