using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Application.Stories;
using Pga.Domain.Stories;
using Pga.Testing;

namespace Pga.Application.Tests.Stories;

internal sealed class TextsTests : StoryTest
{
    [Test]
    public async Task Has_a_place_for_every_table_of_the_rapportage_and_two_for_every_programme()
    {
        var texts = await Pga.Send(Manager, new GetTexts(Year));
        var report = await Pga.SendAsSystem(new GetReport(Year));

        Assert.That(
            texts.Texts.Where(t => t.Kind == TextBlockKinds.Table).Select(t => (t.Key, t.Title)),
            Is.EqualTo(report.Tables.Select(t => (t.Id, t.Title))));
        Assert.That(texts.Texts.Where(t => t.Kind != TextBlockKinds.Table).Select(t => t.Title), Is.EqualTo(new[]
        {
            "Lokale PGA: evaluatie van het plan", "Lokale PGA: evaluatie van het proces",
            "Top X doorgroeiers: evaluatie van het plan", "Top X doorgroeiers: evaluatie van het proces",
            "Re-integratie (RIO): evaluatie van het plan", "Re-integratie (RIO): evaluatie van het proces",
        }));
        Assert.That(texts.Texts.Select(t => (t.Text, t.Version)), Has.All.EqualTo(("", Guid.Empty)));
    }

    [Test]
    public async Task Keeps_paragraphs_and_gives_the_edition_what_was_written()
    {
        await Pga.Send(Manager, Write(
            new(TextBlockKinds.Table, "outflow", "  Eerste alinea.\r\n\r\nTweede alinea. ", Guid.Empty),
            new(TextBlockKinds.Process, "rio", "Het proces.", Guid.Empty),
            new(TextBlockKinds.Plan, "rio", "Het plan.", Guid.Empty),
            new(TextBlockKinds.Plan, "top-x", " ", Guid.Empty)));

        var (byTable, evaluations) = await Pga.ReadAs(Manager, db => TextBlocks.Of(db, Year, default));

        Assert.That(byTable, Is.EqualTo(new Dictionary<string, string> { ["outflow"] = "Eerste alinea.\n\nTweede alinea." }));
        Assert.That(evaluations, Is.EqualTo(new[]
        {
            new ReportEvaluation("Re-integratie (RIO): evaluatie van het plan", "Het plan."),
            new ReportEvaluation("Re-integratie (RIO): evaluatie van het proces", "Het proces."),
        }));
        Assert.That((await Pga.ReadAs(Manager, db => TextBlocks.Of(db, Year - 1, default))).ByTable, Is.Empty);
    }

    [Test]
    public async Task Takes_a_text_away_when_it_is_made_empty()
    {
        await Pga.Send(Manager, Write(new TextEdit(TextBlockKinds.Table, "inflow", "Weg ermee.", Guid.Empty)));

        await Pga.Send(Manager, Write(new TextEdit(TextBlockKinds.Table, "inflow", null, await Version("inflow"))));

        Assert.That((await Pga.ReadAs(Manager, db => TextBlocks.Of(db, Year, default))).ByTable, Is.Empty);
    }

    [Test]
    public async Task Lets_two_people_write_each_their_own_and_shows_both_versions_of_the_same()
    {
        var other = A.Staff(Domain.Staff.StaffRoles.Manager, null);
        await Pga.Given(other);
        await Pga.Send(Manager, Write(new TextEdit(TextBlockKinds.Table, "inflow", "Van een.", Guid.Empty)));
        await Pga.Send(other, Write(new TextEdit(TextBlockKinds.Table, "outflow", "Van twee.", Guid.Empty)));

        var conflict = Assert.ThrowsAsync<Conflict>(() => Pga.Send(other, Write(
            new(TextBlockKinds.Table, "running", "Van twee.", Guid.Empty),
            new(TextBlockKinds.Table, "inflow", "Ook van twee.", Guid.Empty))));

        Assert.That(conflict.Values, Is.EqualTo(new[] { new ConflictingValue("Texts[1].Text", "Instroom per aanpak", "Van een.", "Ook van twee.") }));
        Assert.That((await Pga.ReadAs(Manager, db => TextBlocks.Of(db, Year, default))).ByTable.Keys, Is.EquivalentTo(new[] { "inflow", "outflow" }), "nothing of a refused command is kept");
    }

    [Test]
    public async Task Refuses_a_confirmed_year_another_than_a_manager_and_what_does_not_fit()
    {
        var edit = new TextEdit(TextBlockKinds.Table, "inflow", "Tekst.", Guid.Empty);
        Assert.ThrowsAsync<NotFound>(() => Pga.Send(Manager, Write(edit with { Key = "nothing" })));
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Manager, Write(edit with { Text = new string('x', TextBlock.MaxText + 1) })));
        Assert.ThrowsAsync<Invalid>(() => Pga.Send(Manager, Write(edit) with { Year = 1999 }));
        foreach (var staff in new[] { Expert, Coordinator, Officer, Administrator })
        {
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(staff, Write(edit)), staff.RoleCodes);
            Assert.ThrowsAsync<Forbidden>(() => Pga.Send(staff, new GetTexts(Year)), staff.RoleCodes);
        }

        await Confirm(Year);

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(Manager, Write(edit)));
        Assert.That(refusal.Errors.Single().Code, Is.EqualTo("year.frozen"));
        Assert.That((await Pga.Send(Manager, new GetTexts(Year))).IsFrozen, Is.True);
        await Pga.Send(Manager, Write(edit) with { Year = Year + 1 });
    }

    private static WriteTexts Write(params TextEdit[] texts) => new(Guid.CreateVersion7(), Year, texts);

    private Task<Guid> Version(string key) => Pga.Read(db => db.TextBlocks.Where(b => b.Key == key).Select(b => b.Version).SingleAsync());
}
