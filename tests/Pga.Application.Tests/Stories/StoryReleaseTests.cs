using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Clients;
using Pga.Application.Pipeline;
using Pga.Application.Stories;
using Pga.Domain.Clients;
using Pga.Domain.Contacts;
using Pga.Domain.Detention;
using Pga.Domain.Relations;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Stories;

/// <summary>The check against the dossier, read from the database; <c>StoryCheckTests</c> has how words are recognised.</summary>
internal sealed class StoryReleaseTests : StoryTest
{
    [SetUp]
    public async Task GivenEverythingADossierHas()
    {
        var rio = A.Staff(StaffRoles.Rio, "team-9", "Rita Roelofs");
        var colleague = A.Staff(StaffRoles.PgaExpert, "team-9", "Wim Wagenaar");
        var rioTraject = A.Traject(Client, rio, Programmes.Rio, "team-9");
        var institution = await Pga.Read(db => db.Institutions.Where(i => i.Code == "pi-vught").Select(i => i.Id).SingleAsync());
        var at = Pga.Clock.GetUtcNow().UtcDateTime.AddDays(-3);
        await Pga.Given(
            rio, colleague, rioTraject,
            new Relation(Guid.CreateVersion7(), Client.Id, "brother", "Emre", 2008, "Woont bij tante Nilgün."),
            new DetentionPeriod(Guid.CreateVersion7(), Client.Id, institution, new DateOnly(2025, 8, 11), null, new DateOnly(2025, 9, 12)),
            new ContactMoment(Guid.CreateVersion7(), Traject.Id, colleague.Id, at, new ContactDetails("home-visit", at, "held", "Bezoek in de Kanaalstraat, samen met Bartholomeus.", "Emre, mevrouw Snoek")));
        await Pga.Read(async db =>
        {
            var client = await db.Clients.SingleAsync();
            client.LivesIn("leidsche-rijn", new DateOnly(2025, 11, 1));
            Pga.Services.GetRequiredService<BsnVault>().Store(client, "999990019");
            return await db.SaveChangesAsync();
        });
    }

    [TestCase("Zoë", "naam")]
    [TestCase("YILDIZ", "naam")]
    [TestCase("Emre", "naam")]
    [TestCase("Nilgün", "naam of plaats uit het dossier")]
    [TestCase("Sanne", "naam", Description = "the expert")]
    [TestCase("Roelofs", "naam", Description = "the rio, of another traject")]
    [TestCase("Wagenaar", "naam", Description = "who wrote a contact")]
    [TestCase("Snoek", "naam of plaats uit het dossier")]
    [TestCase("Bartholomeus", "naam of plaats uit het dossier")]
    [TestCase("kanaalstraat", "plaats")]
    [TestCase("Overvecht", "plaats", Description = "where they lived before")]
    [TestCase("Leidsche Rijn", "plaats")]
    [TestCase("Vught", "plaats")]
    [TestCase("17 mei", "datum", Description = "of birth")]
    [TestCase("11-8", "datum", Description = "of detention")]
    [TestCase("3/3", "datum", Description = "of the start")]
    [TestCase("2026-0412", "nummer of getal")]
    [TestCase("999990019", "nummer of getal")]
    [TestCase("20 jaar", "nummer of getal")]
    public async Task Is_refused_for(string words, string kind)
    {
        var id = await Consented($"Dit is een verhaal. Er staat {words} in de tekst.");

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Officer, Release(id).Result));

        Assert.That(refusal.Errors.Single().Text, Is.EqualTo($"Dit verhaal kan nog niet worden vrijgegeven. Er staat nog in: ‘{words}’ ({kind}). Laat de schrijver de tekst aanpassen."));
        Assert.That((await Stored(id)).State, Is.EqualTo(StoryStates.Consented));
        var view = await Pga.Send(Officer, new GetStory(id));
        Assert.That(view.Traces.Select(t => (t.Field, t.Words)), Is.EqualTo(new[] { ("Text", words) }));
    }

    [Test]
    public async Task Is_refused_for_words_in_the_title_and_in_the_goal()
    {
        var id = await Pga.Send(Expert, Draft() with { Title = "Emre en de rest", LinkKind = StoryLinks.Goal, LinkTo = "Wonen in Overvecht" });
        await Pga.Send(Expert, new AnonymiseStory(Guid.CreateVersion7(), id, await Version(id)));

        var traces = (await Pga.Send(Officer, new GetStory(id))).Traces;

        Assert.That(traces.Select(t => (t.Field, t.Words)), Is.EqualTo(new[] { ("Title", "Emre"), ("LinkTo", "Overvecht") }));
    }

    [Test]
    public async Task Is_granted_when_nothing_is_found_also_with_names_of_another_dossier()
    {
        var other = A.Client("Bodil", "Anders");
        await Pga.Given(other, A.Traject(other, Expert));

        var id = await Released("Een jongere kreeg hulp van Bodil, in West.");

        Assert.That((await Stored(id)).State, Is.EqualTo(StoryStates.Released));
    }

    [Test]
    public async Task Looks_at_what_the_dossier_says_today()
    {
        var id = await Consented("Een verhaal over Pelle.");
        await Pga.Given(new Relation(Guid.CreateVersion7(), Client.Id, "other", "Pelle", null, null));

        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Officer, Release(id).Result));
    }

    [Test]
    public async Task Is_refused_when_the_dossier_is_gone()
    {
        var id = await Consented();
        await Pga.Read(db => db.StorySources.ExecuteDeleteAsync());

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Officer, Release(id).Result));

        Assert.That(refusal.Errors.Single().Code, Is.EqualTo("story.no-dossier"));
    }

    [Test]
    public async Task Warns_the_writer_by_what_they_may_see_themselves_only()
    {
        var id = await Write("Zoë en Roelofs.");

        var view = await Pga.Send(Expert, new GetStory(id));

        Assert.That(view.Traces.Select(t => t.Words), Is.EqualTo(new[] { "Zoë" }), "the rio works on a traject that the expert can't open");
        Assert.That((await Pga.Send(TeamMate, new GetStory(id))).Traces, Is.Empty);
        await Pga.Send(Expert, new AnonymiseStory(Guid.CreateVersion7(), id, view.Version));
        Assert.That((await Pga.Send(Officer, new GetStory(id))).Traces.Select(t => t.Words), Is.EqualTo(new[] { "Zoë", "Roelofs" }));
    }
}
