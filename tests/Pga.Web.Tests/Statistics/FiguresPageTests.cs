using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Testing;

namespace Pga.Web.Tests.Statistics;

internal sealed class FiguresPageTests : WebTest
{
    private const string Path = "/rapportage/invoer/2025";

    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, null);
    private readonly Budget _housing = new(Guid.CreateVersion7(), 2025, "Wonen", 1250, 1000);
    private Guid _schools;

    [SetUp]
    public async Task GivenFigures()
    {
        await Pga.Given(_manager, _housing);
        _schools = await Pga.Read(db => db.ActivityKinds.Where(k => k.Code == "scholen").Select(k => k.Id).SingleAsync());
    }

    [Test]
    public async Task Takes_amounts_as_people_type_them_and_shows_totals()
    {
        using var manager = await Pga.SignIn(_manager);
        await Done(await manager.Post($"{Path}?handler=Add", Line("Werk", "€ 1.250.000", "1 200")));
        await Done(await manager.Post($"{Path}?handler=Activities", Count("1.300", null)));

        var page = await manager.Page(Path);

        Assert.That(page, Does.Contain("<td class=\"utrecht-table__cell getal\">1.250.000</td>").And.Contain("<b>1.251.250</b>").And.Contain("<b>2.200</b>").And.Contain("value=\"1.300\""));
        Assert.That(await Pga.Read(db => db.Activities.Select(a => a.Count).SingleAsync()), Is.EqualTo(1300));
    }

    [TestCase("-5", "Vul een bedrag van 0 of hoger in.")]
    [TestCase("12,50", "Vul een heel getal in, zonder cijfers achter de komma.")]
    [TestCase("veel", "‘veel’ kunnen we niet lezen. Vul een heel getal in, bijvoorbeeld 1250 of 1.250.")]
    [TestCase("", "Vul een bedrag in hele euro’s in. Is er geen bedrag, vul dan 0 in.")]
    public async Task Refuses_other_amounts_and_keeps_what_was_typed(string typed, string text)
    {
        using var manager = await Pga.SignIn(_manager);

        var refused = await manager.Post($"{Path}?handler=Add", Line("Werk", typed, "0"));
        var page = await Text(refused);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page, Does.Contain($"href=\"#Line_Budgeted\">{text}").And.Contain("value=\"Werk\"").And.Contain($"value=\"{typed}\""));
    }

    [Test]
    public async Task Refuses_a_negative_count_beside_its_field()
    {
        using var manager = await Pga.SignIn(_manager);

        var page = await Text(await manager.Post($"{Path}?handler=Activities", Count("-1", null)));

        Assert.That(page, Does.Contain("href=\"#Counts_Lines_0__Count\">Vul een aantal van 0 of hoger in.").And.Contain("value=\"-1\""));
    }

    [Test]
    public async Task Changes_a_line_and_asks_before_it_removes_one()
    {
        using var manager = await Pga.SignIn(_manager);
        Assert.That(await manager.Page($"{Path}?regel={_housing.Id}"), Does.Contain("Prioriteit wijzigen").And.Contain("value=\"1.250\""));
        await Done(await manager.Post($"{Path}?handler=Change&regel={_housing.Id}", Line("Wonen", "2000", "1.000", was: true)));
        Assert.That(await Pga.Read(db => db.Budgets.Select(b => b.Budgeted).SingleAsync()), Is.EqualTo(2000));

        Assert.That(await manager.Page($"{Path}?regel={_housing.Id}&stap=verwijderen"), Does.Contain("Wonen verwijderen?").And.Contain("Begroot: 2.000."));
        var stale = await manager.Post($"{Path}?handler=Remove&regel={_housing.Id}&stap=verwijderen", Line(null, null, null, was: true));
        var page = await Text(stale);
        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await Pga.Read(db => db.Budgets.CountAsync()), Is.EqualTo(1));
        var fields = Regex.Matches(page, "name=\"(Line\\.[A-Za-z]+)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, (string?)m.Groups[2].Value)).ToArray();
        await Done(await manager.Post($"{Path}?handler=Remove&regel={_housing.Id}&stap=verwijderen", fields));

        Assert.That(await Pga.Read(db => db.Budgets.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_both_numbers_when_somebody_else_was_first()
    {
        await Pga.Given(new Activity(Guid.CreateVersion7(), 2025, _schools, 40));
        using var manager = await Pga.SignIn(_manager);

        var response = await manager.Post($"{Path}?handler=Activities", Count("50", null));
        var page = await Text(response);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("<td class=\"utrecht-table__cell\">40</td><td class=\"utrecht-table__cell\">50</td>").And.Contain("value=\"50\"").And.Contain("name=\"Counts.Lines[0].Was\" value=\"40\""));
    }

    [Test]
    public async Task Is_a_managers_only()
    {
        var coordinator = A.Staff(StaffRoles.Coordinator);
        await Pga.Given(coordinator);
        using var visitor = await Pga.SignIn(coordinator);

        Assert.That((await visitor.Get(Path)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Post($"{Path}?handler=Add", Line("Werk", "1", "1"))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private (string, string?)[] Count(string typed, int? was) =>
    [
        ("Counts.CommandId", Guid.CreateVersion7().ToString()), ("Counts.Lines[0].KindId", _schools.ToString()),
        ("Counts.Lines[0].Was", was?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Counts.Lines[0].Count", typed),
    ];

    private static (string, string?)[] Line(string? priority, string? budgeted, string? realised, bool was = false) =>
    [
        ("Line.CommandId", Guid.CreateVersion7().ToString()), ("Line.Priority", priority), ("Line.Budgeted", budgeted), ("Line.Realised", realised),
        .. was ? new (string, string?)[] { ("Line.WasPriority", "Wonen"), ("Line.WasBudgeted", "1250"), ("Line.WasRealised", "1000") } : [],
    ];

    private static async Task Done(HttpResponseMessage response) =>
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await response.Content.ReadAsStringAsync());

    private static async Task<string> Text(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
}
