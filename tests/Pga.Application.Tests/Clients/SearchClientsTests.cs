using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Application.Tests.Clients;

internal sealed class SearchClientsTests : SliceTest
{
    private readonly StaffMember _expert = A.Staff(StaffRoles.PgaExpert);

    [Test]
    public async Task Is_refused_without_the_permission()
    {
        var manager = A.Staff(StaffRoles.Manager);
        await Pga.Given(manager);

        Assert.That(() => Pga.Send(manager, new SearchClients("noor")), Throws.TypeOf<Forbidden>());
    }

    [TestCase("Yıldız")]
    [TestCase("Yildiz")]
    [TestCase("YILDIZ")]
    [TestCase("yil")]
    [TestCase("  samira   yil ")]
    [TestCase("Yıl Sami")]
    [TestCase("2026-0388")]
    [TestCase("2026-03")]
    [TestCase("0388")]
    public async Task Finds_by_the_beginning_of_each_word_whatever_the_accents(string text)
    {
        var (samira, _) = await TwoClients();

        Assert.That((await Pga.Send(_expert, new SearchClients(text))).Hits.Select(h => h.ClientId), Is.EqualTo(new[] { samira.Id }));
    }

    [TestCase("ldiz")]
    [TestCase("Samira Bos")]
    [TestCase("Yildizz")]
    [TestCase("9026")]
    public async Task Finds_nobody_unless_all_words_begin_so(string text)
    {
        await TwoClients();

        Assert.That((await Pga.Send(_expert, new SearchClients(text))).Hits, Is.Empty);
    }

    [TestCase("Jildis")]
    [TestCase("Samiera Yieldiz")]
    [TestCase("samir Jildis")]
    [TestCase("Jildis sam")]
    public async Task Finds_apart_who_sounds_alike(string text)
    {
        var (samira, _) = await TwoClients();

        var result = await Pga.Send(_expert, new SearchClients(text));

        Assert.That(result.Hits, Is.Empty);
        Assert.That(result.Alike.Select(h => h.ClientId), Is.EqualTo(new[] { samira.Id }));
    }

    [Test]
    public async Task Does_not_list_a_hit_again_as_sounding_alike()
    {
        var (samira, _) = await TwoClients();

        var result = await Pga.Send(_expert, new SearchClients("Yildiz"));

        Assert.That(result.Hits.Select(h => h.ClientId), Is.EqualTo(new[] { samira.Id }));
        Assert.That(result.Alike, Is.Empty);
    }

    [Test]
    public async Task Lets_nobody_hear_of_another_s_client()
    {
        await TwoClients();
        var other = A.Staff(StaffRoles.PgaExpert, "team-9");
        await Pga.Given(other);

        var result = await Pga.Send(other, new SearchClients("Jildis"));

        Assert.That(result.Hits.Concat(result.Alike), Is.Empty);
    }

    [TestCase("Özdemir-Kaya", "ozdemir")]
    [TestCase("Özdemir-Kaya", "özdemir-kaya")]
    [TestCase("Kowalczyk", "kowalcz")]
    [TestCase("de Graaf", "graaf")]
    [TestCase("Łukasiewicz", "lukas")]
    [TestCase("Zzyzx9", "zzyzx9")]
    [TestCase("Иванов", "иван")]
    public async Task Finds_names_of_every_spelling(string familyName, string text)
    {
        var client = A.Client("Kim", familyName);
        await Pga.Given(_expert, client, A.Traject(client, _expert));

        Assert.That((await Pga.Send(_expert, new SearchClients(text))).Hits.Select(h => h.ClientId), Is.EqualTo(new[] { client.Id }));
    }

    [TestCase("yil", "yim")]
    [TestCase("x9", "x:")]
    [TestCase("jaz", "ja{")]
    [TestCase("2026-", "2026.")]
    [TestCase("ян", "яо")]
    public void Looks_from_the_prefix_until_the_next(string prefix, string until) =>
        Assert.That(SearchWords.Range(prefix), Is.EqualTo((prefix, until)));

    [TestCase("123456782", true)]
    [TestCase("123456783", false)]
    public async Task Finds_by_a_whole_bsn_that_passes_the_elfproef(string text, bool found)
    {
        var client = A.Client();
        var vault = Pga.Services.GetRequiredService<BsnVault>();
        vault.Store(client, "123456782");
        await Pga.Given(_expert, client, A.Traject(client, _expert));

        Assert.That((await Pga.Send(_expert, new SearchClients(text))).Hits, Has.Count.EqualTo(found ? 1 : 0));
        Assert.That((await Pga.Send(_expert, new SearchClients("12345678"))).Hits, Is.Empty, "Not a part of one.");
    }

    [Test]
    public async Task Finds_nobody_elses_clients_by_name_number_or_bsn()
    {
        var client = A.Client("Verborgen", "Persoon", "2026-9999");
        Pga.Services.GetRequiredService<BsnVault>().Store(client, "123456782");
        await Pga.Given(_expert, client, A.Traject(client, team: "team-2"));

        foreach (var text in new[] { "verborgen", "2026-9999", "123456782" })
            Assert.That((await Pga.Send(_expert, new SearchClients(text))).Hits, Is.Empty);
        Assert.That(await Pga.Read(db => db.AccessLog.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_only_the_trajects_that_may_be_opened_the_latest_first()
    {
        var client = A.Client();
        var older = A.Traject(client, _expert, startedOn: new DateOnly(2024, 1, 8));
        var newer = A.Traject(client, _expert);
        var foreign = A.Traject(client, programme: Programmes.TopX, team: "team-2");
        await Pga.Given(_expert, client, older, newer, foreign);

        var hit = (await Pga.Send(_expert, new SearchClients("noor"))).Hits.Single();

        Assert.That(hit.Trajects.Select(t => t.TrajectId), Is.EqualTo(new[] { newer.Id, older.Id }));
    }

    [Test]
    public async Task Stops_at_fifty_and_says_so()
    {
        var clients = Enumerable.Range(0, 51).Select(i => A.Client("Jan", $"Jansen{i:D2}")).ToArray();
        await Pga.Given([_expert, .. clients, .. clients.Select(c => A.Traject(c, _expert))]);

        var many = await Pga.Send(_expert, new SearchClients("jan"));
        var exact = await Pga.Send(_expert, new SearchClients("jansen0"));

        Assert.That((many.Hits.Count, many.More), Is.EqualTo((SearchResult.MaxHits, true)));
        Assert.That((exact.Hits.Count, exact.More), Is.EqualTo((10, false)));
        Assert.That(exact.Hits.Select(h => h.Name), Is.Ordered);
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("a")]
    [TestCase("a b")]
    [TestCase("--")]
    public void Asks_for_at_least_two_letters(string text) =>
        Assert.That(() => Pga.Send(_expert, new SearchClients(text)), Throws.TypeOf<Invalid>());

    [Test]
    public async Task Logs_a_line_for_each_client_found()
    {
        var (samira, bos) = await TwoClients();

        await Pga.Send(_expert, new SearchClients("2026"));

        var lines = await Pga.Read(db => db.AccessLog.ToListAsync());
        Assert.That(lines.Select(l => (l.Request, l.ClientId)), Is.EquivalentTo(new[] { (nameof(SearchClients), (Guid?)samira.Id), (nameof(SearchClients), bos.Id) }));
    }

    [TestCase("samira")]
    [TestCase("samira yildiz")]
    [TestCase("2026-0388")]
    [Category("Sqlite")]
    public async Task Walks_the_index_of_words_first(string text)
    {
        TestDatabase.OnlyOnSqlite("Reads SQLite's plans.");
        var plans = new Plans();
        using var pga = new TestPga(services => services.ConfigureDbContext<PgaDbContext>(db => db.AddInterceptors(plans)));
        var client = A.Client("Samira", "Yıldız", "2026-0388");
        await pga.Given(_expert, client, A.Traject(client, _expert));
        plans.Lines.Clear();

        Assert.That((await pga.Send(_expert, new SearchClients(text))).Hits, Has.Count.EqualTo(1));

        Assert.That(plans.Lines[0], Does.Contain("IX_ClientNameWords_Word_ClientId (Word>? AND Word<?)"));
        Assert.That(plans.Scans, Is.Empty);
    }

    private async Task<(Client Samira, Client Other)> TwoClients()
    {
        var samira = A.Client("Samira", "Yıldız", "2026-0388");
        var other = A.Client("Bo", "Bos", "2026-0412");
        await Pga.Given(_expert, samira, other, A.Traject(samira, _expert), A.Traject(other, _expert));
        return (samira, other);
    }
}
