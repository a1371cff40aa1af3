using Microsoft.EntityFrameworkCore;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Pipeline;

internal sealed class SaveTests : PipelineTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly Client _client = A.Client();
    private readonly Traject _traject;

    public SaveTests() => _traject = A.Traject(_client, _expert);

    [SetUp]
    public Task Given() => Pga.Given(_expert, _client, _traject);

    [Test]
    public async Task Stores_what_the_handler_made_and_answers_its_id()
    {
        var id = Guid.CreateVersion7();

        var answer = await Pga.Send(_expert, new WriteLetter(id, _traject.Id, "Beste Noor"));

        Assert.That(answer, Is.EqualTo(id));
        Assert.That(await Pga.Read(db => db.ContactMoments.Select(c => c.Id).ToListAsync()), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task Changes_nothing_when_the_same_command_is_sent_again()
    {
        var letter = new WriteLetter(Guid.CreateVersion7(), _traject.Id, "Beste Noor");
        await Pga.Send(_expert, letter);
        var history = await Pga.Read(db => db.History.CountAsync());

        var again = await Pga.Send(_expert, letter with { Text = "Iets anders" });

        Assert.That(again, Is.EqualTo(letter.CommandId));
        Assert.That(await Pga.Read(db => db.ContactMoments.Select(c => c.Report).ToListAsync()), Is.EqualTo(new[] { "Beste Noor" }));
        Assert.That(await Pga.Read(db => db.History.CountAsync()), Is.EqualTo(history));
    }

    [Test]
    public async Task Says_nothing_to_someone_else_who_sends_a_known_command_id()
    {
        var colleague = A.Staff(StaffRoles.PgaExpert);
        var theirs = A.Traject(_client, colleague);
        await Pga.Given(colleague, theirs);
        var letter = new WriteLetter(Guid.CreateVersion7(), _traject.Id, "Beste Noor");
        await Pga.Send(_expert, letter);

        Assert.That(() => Pga.Send(colleague, letter with { TrajectId = theirs.Id }), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Lets_both_clicks_of_a_double_click_succeed_and_stores_one()
    {
        var letter = new WriteLetter(Guid.CreateVersion7(), _traject.Id, "Beste Noor");
        // The second click comes while the first is in its handler, past the check for an earlier one.
        var slow = letter with { Meanwhile = _ => Pga.Send(_expert, letter) };

        Assert.That(await Pga.Send(_expert, slow), Is.EqualTo(letter.CommandId));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Lets_both_clicks_of_a_double_click_on_an_edit_succeed()
    {
        var restrict = new RestrictTraject(Guid.CreateVersion7(), _traject.Id, "Familie van een medewerker");
        var slow = restrict with { Meanwhile = () => Pga.Send(_expert, restrict) };

        Assert.That(await Pga.Send(_expert, slow), Is.EqualTo(_traject.Id));
        Assert.That(await Pga.Read(db => db.History.CountAsync(h => h.Event == "traject.restricted")), Is.EqualTo(1));
    }

    [Test]
    public async Task Gives_a_conflict_to_whoever_comes_second_with_another_edit()
    {
        var first = new RestrictTraject(Guid.CreateVersion7(), _traject.Id, "Familie van een medewerker");
        var second = first with { CommandId = Guid.CreateVersion7(), Reason = "Medewerker zelf", Meanwhile = () => Pga.Send(_expert, first) };

        Assert.That(() => Pga.Send(_expert, second), Throws.TypeOf<Conflict>());
        Assert.That(
            await Pga.Read(db => db.History.Where(h => h.Event == "traject.restricted").Select(h => h.Reason).ToListAsync()),
            Is.EqualTo(new[] { "Familie van een medewerker" }));
    }

    [Test]
    public async Task Stores_nothing_when_a_rule_is_broken()
    {
        var id = Guid.CreateVersion7();
        var letter = new WriteLetter(id, _traject.Id, "Beste Noor")
        {
            Meanwhile = async db =>
            {
                (await db.Trajects.SingleAsync()).Restrict(true, "x");
                throw new Domain.Common.RuleBroken("letter.rule", "Text", "Dit kan niet.");
            },
        };

        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, letter))!;

        Assert.That(invalid.Errors, Is.EqualTo(new[] { new FieldError("Text", "Dit kan niet.", "letter.rule") }));
        Assert.That(await Pga.Read(db => db.Trajects.Select(t => t.Restricted).SingleAsync()), Is.False);
        Assert.That(await Pga.Read(db => db.ProcessedCommands.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Stores_nothing_of_an_invalid_command_and_names_the_field()
    {
        var invalid = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new WriteLetter(Guid.CreateVersion7(), _traject.Id, "")))!;

        Assert.That(invalid.Errors.Select(e => (e.Field, e.Text)), Is.EqualTo(new[] { ("Text", "Schrijf een tekst.") }));
        Assert.That(await Pga.Read(db => db.ContactMoments.CountAsync()), Is.Zero);
    }
}
