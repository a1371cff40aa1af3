using System.Net;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Assessments;
using Pga.Domain.Clients;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Assessments;

internal sealed class AssessmentPagesTests : WebTest
{
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio);
    private readonly Client _client = A.Client();
    private Traject _traject = null!;

    private string New => $"/dossiers/{_traject.Id}/meting/nieuw";

    [SetUp]
    public async Task GivenTraject()
    {
        _traject = A.Traject(_client, _rio, Programmes.Rio);
        await Pga.Given(_rio, _client, _traject);
    }

    [Test]
    public async Task Records_levels_and_conditions_once_however_often_it_is_sent()
    {
        using var visitor = await Pga.SignIn(_rio);
        var form = Form(("Input.Levels[wonen]", "2"), ("Input.Levels[zorg]", ""), ("Input.Conditions[id]", "arranged"), ("Input.Conditions[zorg]", ""));

        var first = await visitor.Post(New, form);
        var second = await visitor.Post(New, form);

        Assert.That((first.StatusCode, second.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
        Assert.That((await Pga.Read(db => db.Assessments.SingleAsync())).Scores.Select(s => (s.Leefgebied, s.Level)), Is.EqualTo(new[] { ("wonen", 2) }));
        Assert.That((await Pga.Read(db => db.ConditionMeasurements.SingleAsync())).Statuses.Select(s => (s.Condition, s.Status)), Is.EqualTo(new[] { ("id", "arranged") }));
    }

    [Test]
    public async Task Leads_from_a_second_current_score_to_the_first()
    {
        var there = A.Assessment(_traject, new DateOnly(2026, 3, 3), Moments.Start);
        await Pga.Given(there);
        using var visitor = await Pga.SignIn(_rio);

        var response = await visitor.Post(New, Form(("Input.Levels[wonen]", "2"), ("Input.Conditions[id]", "in-progress")));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("href=\"#Input_MeasuredOn\">Van 03-03-2026 is er al een startmeting."));
            Assert.That(page, Does.Contain($"href=\"/dossiers/{_traject.Id}/meting/{there.Id}/wijzig\""));
            Assert.That(page, Does.Match("name=\"Input.Levels\\[wonen\\]\"[^>]*value=\"2\"[^>]*checked").Or.Match("checked=\"checked\"[^>]*name=\"Input.Levels\\[wonen\\]\"[^>]*value=\"2\""), "What was chosen is still chosen.");
            Assert.That(page, Does.Match("name=\"Input.Conditions\\[id\\]\" value=\"in-progress\" checked"));
        });
    }

    [Test]
    public async Task Shows_both_versions_when_somebody_corrected_first()
    {
        var there = A.Assessment(_traject, new DateOnly(2026, 3, 3), Moments.Start, 3);
        await Pga.Given(there);
        using var visitor = await Pga.SignIn(_rio);
        var path = $"/dossiers/{_traject.Id}/meting/{there.Id}/wijzig";
        Assert.That(await visitor.Page(path), Does.Contain(there.Version.ToString()));
        (string, string?)[] Correction(string level) =>
            [.. Form(("Input.Levels[wonen]", level)), ("Input.BaseVersion", there.Version.ToString()), ("Input.Reason", "Verkeerd geteld")];
        await visitor.Post(path, Correction("4"));

        var response = await visitor.Post(path, [.. Correction("5").Where(f => f.Item1 != "Input.CommandId"), ("Input.CommandId", Guid.CreateVersion7().ToString())]);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page, Does.Contain("Wonen</th><td class=\"utrecht-table__cell\">4</td><td class=\"utrecht-table__cell\">5</td>"));
    }

    [Test]
    public async Task The_api_refuses_a_level_of_six_with_the_same_words()
    {
        using var visitor = await Pga.SignIn(_rio);

        var response = await visitor.PostJson($"/api/v1/trajects/{_traject.Id}/assessments", new { measuredOn = "2026-03-03", moment = "start", levels = new { wonen = 6 } });

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("\"field\":\"levels[wonen]\",\"text\":\"Wonen: kies een score van 1 tot en met 5.\""));
    }

    private static (string Name, string? Value)[] Form(params (string, string?)[] more) =>
        [("Input.CommandId", "0195b5a0-0000-7000-8000-000000000002"), ("Input.Moment", Moments.Start), ("Input.MeasuredOn", "2026-03-03"), .. more];
}
