using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Trajects;

internal sealed class SavedFilterTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);
    private readonly StaffMember _colleague = A.Staff(StaffRoles.PgaExpert);

    [Test]
    public async Task Comes_back_as_it_was_saved_to_whoever_saved_it_only()
    {
        await Pga.Given(_expert, _colleague);
        var filter = new GetWorklist(Wijk: "overvecht", Attention: Attentions.Silent, Team: true, Page: 3);

        var id = await Pga.Send(_expert, new SaveFilter(Guid.CreateVersion7(), " Stil in Overvecht ", filter));

        var kept = (await Pga.Send(_expert, new GetSavedFilters())).Single();
        Assert.That(kept, Is.EqualTo(new KeptFilterView(id, "Stil in Overvecht", filter with { Page = 1 })));
        Assert.That(await Pga.Send(_colleague, new GetSavedFilters()), Is.Empty);
    }

    [TestCase("", "Geef het filter een naam.")]
    [TestCase("stil", "U hebt al een filter met deze naam. Kies een andere naam.")]
    public async Task Needs_a_name_of_its_own(string name, string text)
    {
        await Pga.Given(_expert, new SavedFilter(Guid.CreateVersion7(), _expert.Id, "Stil", "{}"));

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new SaveFilter(Guid.CreateVersion7(), name, new GetWorklist(Wijk: "oost"))))!;

        Assert.That(refusal.Errors.Select(e => (e.Field, e.Text)), Is.EqualTo(new[] { ("Name", text) }));
    }

    [Test]
    public async Task Is_refused_with_a_code_that_does_not_exist()
    {
        await Pga.Given(_expert);

        var refusal = Assert.ThrowsAsync<Invalid>(() => Pga.Send(_expert, new SaveFilter(Guid.CreateVersion7(), "Ergens", new GetWorklist(Wijk: "nergens"))))!;

        Assert.That(refusal.Errors.Single().Text, Is.EqualTo("Kies een wijk uit de lijst."));
    }

    [Test]
    public async Task Is_left_out_once_its_code_is_gone()
    {
        await Pga.Given(_expert, new SavedFilter(Guid.CreateVersion7(), _expert.Id, "Oud", """{"Wijk":"hoograven"}"""));

        Assert.That(await Pga.Send(_expert, new GetSavedFilters()), Is.Empty);
    }

    [Test]
    public async Task Stops_at_a_dozen()
    {
        await Pga.Given([_expert, .. Enumerable.Range(1, SavedFilter.MaxPerPerson).Select(i => new SavedFilter(Guid.CreateVersion7(), _expert.Id, $"Filter {i}", "{}"))]);

        Assert.That(() => Pga.Send(_expert, new SaveFilter(Guid.CreateVersion7(), "Nog een", new GetWorklist())), Throws.TypeOf<Invalid>());
    }

    [Test]
    public async Task Is_removed_by_its_owner_only()
    {
        var filter = new SavedFilter(Guid.CreateVersion7(), _expert.Id, "Stil", "{}");
        await Pga.Given(_expert, _colleague, filter);

        Assert.That(() => Pga.Send(_colleague, new RemoveFilter(Guid.CreateVersion7(), filter.Id)), Throws.TypeOf<NotFound>());
        await Pga.Send(_expert, new RemoveFilter(Guid.CreateVersion7(), filter.Id));

        Assert.That(await Pga.Send(_expert, new GetSavedFilters()), Is.Empty);
    }
}
