using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Detention;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Spreekuren;

internal sealed partial class SheetTests : WebTest
{
    private readonly StaffMember _rio = A.Staff(StaffRoles.Rio);
    private readonly Client[] _inside = [A.Client("Rachid", "Bakker"), A.Client("Layla", "Haddou")];
    private readonly Client _walkIn = A.Client("Dirk", "Vos");
    private Guid _pi;

    [SetUp]
    public async Task GivenPeopleInside()
    {
        _pi = await Pga.Read(db => db.Institutions.OrderBy(i => i.Order).ThenBy(i => i.Code).Select(i => i.Id).FirstAsync());
        await Pga.Given([_rio, .. _inside, _walkIn, .. _inside.Append(_walkIn).Select(c => A.Traject(c, _rio, Programmes.Rio))]);
        await Pga.Given([.. _inside.Select(c => new DetentionPeriod(Guid.CreateVersion7(), c.Id, _pi, new DateOnly(2026, 1, 5), new DateOnly(2026, 3, 12), null))]);
    }

    [Test]
    public async Task Goes_from_the_list_through_the_sheet_to_a_saved_spreekuur()
    {
        using var visitor = await Pga.SignIn(_rio);
        var sheet = await Open(visitor);
        var form = Fields(await visitor.Page(sheet));
        form["Input.Visits[0].Attendance"] = "attended";
        form["Input.Visits[0].Conditions[0]"] = "arranged";
        form["Input.Visits[1].Attendance"] = "no-show:transfer";
        form["Input.Visits[1].Note"] = "zit nu in Almere";
        form["Input.Nameless"] = "2";

        var saved = await Send(visitor, sheet, form);

        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var page = await visitor.Page(saved.Headers.Location!.OriginalString);
        Assert.That(page, Does.Contain("Het spreekuur is opgeslagen.").And.Contain("2 van 2 ingevuld"));
        var after = Fields(page);
        Assert.That(after["Input.Visits[0].Attendance"], Is.EqualTo("attended"));
        Assert.That(after["Input.Visits[0].Conditions[0]"], Is.EqualTo("arranged"));
        Assert.That(after["Input.Visits[1].Attendance"], Is.EqualTo("no-show:transfer"));
        Assert.That(after["Input.Visits[1].Note"], Is.EqualTo("zit nu in Almere"));
        Assert.That(after["Input.Nameless"], Is.EqualTo("2"));
        Assert.That(await visitor.Page("/spreekuren"), Does.Contain("di 3 mrt 2026, 09:00").And.Contain("PI Nieuwegein"));
    }

    [Test]
    public async Task Keeps_what_was_typed_and_points_to_the_row_that_is_wrong()
    {
        using var visitor = await Pga.SignIn(_rio);
        var sheet = await Open(visitor);
        var form = Fields(await visitor.Page(sheet));
        form["Input.Visits[0].Attendance"] = "late";
        form["Input.Visits[0].Note"] = "een half uur later";
        form["Input.Visits[1].Note"] = "belt morgen terug";
        form["Input.Visits[1].Conditions[3]"] = "in-progress";
        form["Input.Nameless"] = "4";

        var refused = await Send(visitor, sheet, form);

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Controleer 1 veld").And.Contain("<a href=\"#Input_Visits_1__Attendance\">"));
        Assert.That(page, Does.Contain("id=\"Input_Visits_1__Attendance-fout\"").And.Not.Contain("id=\"Input_Visits_0__Attendance-fout\""));
        Assert.That(page, Does.Match("<select[^>]*id=\"Input_Visits_1__Attendance\"[^>]*aria-describedby=\"Input_Visits_1__Attendance-fout\""));
        Assert.That(Fields(page), Is.EquivalentTo(form));
        Assert.That(await Pga.Read(db => db.SpreekuurVisits.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_a_missing_cause_at_the_choice()
    {
        using var visitor = await Pga.SignIn(_rio);
        var sheet = await Open(visitor);
        var form = Fields(await visitor.Page(sheet));
        form["Input.Visits[1].Attendance"] = "no-show";

        var page = await (await Send(visitor, sheet, form)).Content.ReadAsStringAsync();

        Assert.That(page, Does.Contain("<a href=\"#Input_Visits_1__Attendance\">Kies waarom de persoon niet verscheen.</a>"));
    }

    [Test]
    public async Task Adds_a_walk_in_with_a_dossier_and_keeps_what_was_typed()
    {
        using var visitor = await Pga.SignIn(_rio);
        var sheet = await Open(visitor);
        var form = Fields(await visitor.Page(sheet));
        form["Input.Visits[0].Note"] = "nog bellen";
        form["Input.WalkIn"] = "vos";

        // Enter in the search field sends the form with its first button.
        var found = await (await Send(visitor, sheet, form)).Content.ReadAsStringAsync();
        Assert.That(found, Does.Contain(_walkIn.Number).And.Contain("nog niet opgeslagen"));
        Assert.That(found, Does.Not.Contain("Het spreekuur is opgeslagen"));
        form = Fields(found);
        var added = await (await Send(visitor, $"{sheet}?handler=Add&client={_walkIn.Id}", form)).Content.ReadAsStringAsync();
        form = Fields(added);
        Assert.That(form["Input.Visits[0].Note"], Is.EqualTo("nog bellen"));
        Assert.That(form["Input.Visits[2].ClientId"], Is.EqualTo(_walkIn.Id.ToString()));
        form["Input.Visits[0].Attendance"] = "attended";
        form["Input.Visits[2].Attendance"] = "attended";

        Assert.That((await Send(visitor, sheet, form)).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Pga.Read(db => db.SpreekuurVisits.CountAsync(v => v.ClientId == _walkIn.Id)), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_not_found_with_somebody_on_it_who_is_not_the_rios_client()
    {
        var foreign = A.Client("Tess", "Kuijpers");
        await Pga.Given(foreign, A.Traject(foreign, null, Programmes.Rio));
        using var visitor = await Pga.SignIn(_rio);
        var sheet = await Open(visitor);
        var form = Fields(await visitor.Page(sheet));

        var added = await Send(visitor, $"{sheet}?handler=Add&client={foreign.Id}", form);
        form["Input.Visits[0].ClientId"] = foreign.Id.ToString();
        form["Input.Visits[0].Attendance"] = "attended";
        var saved = await Send(visitor, sheet, form);

        Assert.That((added.StatusCode, saved.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
        Assert.That(await saved.Content.ReadAsStringAsync(), Does.Not.Contain("Kuijpers"));
        Assert.That(await Pga.Read(db => db.SpreekuurVisits.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Shows_both_versions_and_saves_over_them_when_sent_again()
    {
        using var visitor = await Pga.SignIn(_rio);
        var sheet = await Open(visitor);
        var mine = Fields(await visitor.Page(sheet));
        var theirs = Fields(await visitor.Page(sheet));
        theirs["Input.Visits[0].Attendance"] = "late";
        await Send(visitor, sheet, theirs);
        mine["Input.Visits[0].Attendance"] = "attended";

        var conflict = await Send(visitor, sheet, mine);

        Assert.That(conflict.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var page = WebUtility.HtmlDecode(await conflict.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Te laat</td>").And.Contain("Bakker, R.</th>"));
        var again = Fields(page);
        Assert.That(again["Input.Visits[0].Attendance"], Is.EqualTo("attended"));
        Assert.That((await Send(visitor, sheet, again)).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Pga.Read(db => db.SpreekuurVisits.SingleAsync(v => v.SupersededById == null)), Has.Property("Attendance").EqualTo("attended"));
    }

    [Test]
    public async Task Does_not_overwrite_a_condition_that_was_left_as_it_was_shown()
    {
        using var visitor = await Pga.SignIn(_rio);
        var sheet = await Open(visitor);
        var traject = await Pga.Read(db => db.Trajects.SingleAsync(t => t.ClientId == _inside[0].Id));
        await Pga.Given(Measured(traject.Id, "start", "not-arranged"));
        var form = Fields(await visitor.Page(sheet));
        Assert.That(form["Input.Visits[0].Conditions[0]"], Is.EqualTo("not-arranged"));
        await Pga.Given(Measured(traject.Id, "end", "arranged"));
        form["Input.Visits[0].Attendance"] = "attended";

        await Send(visitor, sheet, form);

        Assert.That(Fields(await visitor.Page(sheet))["Input.Visits[0].Conditions[0]"], Is.EqualTo("arranged"));
    }

    [Test]
    public async Task Can_be_printed_but_not_saved_before_it_begins()
    {
        using var visitor = await Pga.SignIn(_rio);
        var page = await visitor.Page(await Open(visitor, "2026-03-05"));

        Assert.That(page, Does.Contain("nog niet geweest").And.Contain("Bakker, R.").And.Contain("Lege lijst printen"));
        Assert.That(page, Does.Not.Contain("Spreekuur opslaan"));
    }

    [Test]
    public async Task Keeps_what_was_typed_for_a_new_spreekuur_that_is_refused()
    {
        using var visitor = await Pga.SignIn(_rio);

        var refused = await visitor.Post("/spreekuren", ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.InstitutionId", ""),
            ("Input.Date", "2026-03-09"), ("Input.Time", "10:15"));

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain("<a href=\"#Input_InstitutionId\">Kies een inrichting.</a>").And.Contain("value=\"2026-03-09\"").And.Contain("value=\"10:15\""));
    }

    [TestCase(StaffRoles.Manager)]
    [TestCase(StaffRoles.Coordinator)]
    public async Task Is_forbidden_without_the_permission(string role)
    {
        var staff = A.Staff(role);
        await Pga.Given(staff);
        using var rio = await Pga.SignIn(_rio);
        var sheet = await Open(rio);
        using var visitor = await Pga.SignIn(staff);

        Assert.That((await visitor.Get("/spreekuren")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await visitor.Get(sheet)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Answers_another_rio_that_it_is_not_there()
    {
        var other = A.Staff(StaffRoles.Rio);
        await Pga.Given(other);
        using var rio = await Pga.SignIn(_rio);
        var sheet = await Open(rio);
        using var visitor = await Pga.SignIn(other);

        Assert.That((await visitor.Get(sheet)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Gives_every_form_its_token()
    {
        using var visitor = await Pga.SignIn(_rio);
        foreach (var path in new[] { "/spreekuren", await Open(visitor) })
        {
            var forms = (await visitor.Page(path)).Split("<form").Skip(1).Select(f => f.Split("</form>")[0]).ToList();
            Assert.That(forms, Has.All.Contains("__RequestVerificationToken"), path);
        }
    }

    [Test]
    public async Task Works_over_the_api_too()
    {
        using var visitor = await Pga.SignIn(_rio);

        var opened = await visitor.PostJson("/api/v1/spreekuren", new { institutionId = _pi, date = "2026-03-02", time = "13:30:00" });
        Assert.That(opened.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var place = opened.Headers.Location!.OriginalString;
        var sheet = await (await visitor.Get(place)).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.That(sheet.GetProperty("people").GetArrayLength(), Is.EqualTo(2));
        var saved = await visitor.PostJson(place + "/visits", new
        {
            baseVersion = sheet.GetProperty("version").GetGuid(),
            nameless = 1,
            visits = new[] { new { clientId = _inside[0].Id, attendance = "attended", conditions = new Dictionary<string, string> { ["id"] = "arranged" } } },
        });
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.OK), await saved.Content.ReadAsStringAsync());
        var list = await (await visitor.Get("/api/v1/spreekuren")).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.That(list.GetProperty("items")[0].GetProperty("conversations").GetInt32(), Is.EqualTo(2));
    }

    private static Domain.Assessments.ConditionMeasurement Measured(Guid trajectId, string moment, string id) =>
        new(Guid.CreateVersion7(), trajectId, new DateOnly(2026, 3, 1), moment, new Dictionary<string, string> { [BasicConditions.List.All[0].Key] = id }, null,
            new DateTime(2026, 3, 1, moment == "start" ? 9 : 10, 0, 0, DateTimeKind.Utc));

    private async Task<string> Open(Visitor visitor, string date = "2026-03-03")
    {
        var opened = await visitor.Post("/spreekuren", ("Input.CommandId", Guid.CreateVersion7().ToString()), ("Input.InstitutionId", _pi.ToString()),
            ("Input.Date", date), ("Input.Time", "09:00"));
        Assert.That(opened.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return opened.Headers.Location!.OriginalString;
    }

    private static Task<HttpResponseMessage> Send(Visitor visitor, string path, Dictionary<string, string> form) =>
        visitor.Post(path, [.. form.Select(f => (f.Key, (string?)f.Value))]);

    /// <summary>What a browser would send of the sheet: hidden and text fields, the chosen options and the checked radios.</summary>
    private static Dictionary<string, string> Fields(string page)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(page))
        {
            if (Name().Match(input.Value) is not { Success: true } name || (input.Value.Contains("type=\"radio\"") && !input.Value.Contains("checked")))
                continue;
            fields[name.Groups[1].Value] = WebUtility.HtmlDecode(Value().Match(input.Value).Groups[1].Value);
        }

        foreach (Match select in Select().Matches(page))
            fields[Name().Match(select.Value).Groups[1].Value] = Chosen().Match(select.Value).Groups[1].Value;
        return fields;
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("name=\"(Input\\.[^\"]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<select.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();
}
