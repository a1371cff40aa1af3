using System.Net;
using Pga.Domain.Staff;
using Pga.Testing;

namespace Pga.Web.Tests.Staff;

internal sealed class SignInTests : WebTest
{
    [Test]
    public async Task Leads_whoever_is_not_signed_in_to_the_sign_in_page()
    {
        using var visitor = Pga.Visit();

        var response = await visitor.Get("/caseload");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(response.Headers.Location!.PathAndQuery, Is.EqualTo("/inloggen?naar=%2Fcaseload"));
    }

    [Test]
    public async Task Answers_the_same_to_an_unknown_address_and_a_wrong_password()
    {
        var staff = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(staff);
        await Pga.GiveAccount(staff);
        using var visitor = Pga.Visit();

        var unknown = await visitor.Post("/inloggen", ("Input.Email", "niemand@pga.example"), ("Input.Password", "iets-heel-anders"));
        var wrong = await visitor.Post("/inloggen", ("Input.Email", staff.Email), ("Input.Password", "iets-heel-anders"));

        const string said = "Het e-mailadres of wachtwoord klopt niet";
        Assert.That(WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()), Does.Contain(said));
        Assert.That(WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), Does.Contain(said).And.Contain(staff.Email));
    }

    [Test]
    public async Task Locks_the_account_after_five_wrong_passwords()
    {
        var staff = A.Staff(StaffRoles.PgaExpert);
        await Pga.Given(staff);
        var password = await Pga.GiveAccount(staff);
        using var visitor = Pga.Visit();
        for (var i = 0; i < 5; i++)
            await visitor.Post("/inloggen", ("Input.Email", staff.Email), ("Input.Password", "iets-heel-anders"));

        var right = await visitor.Post("/inloggen", ("Input.Email", staff.Email), ("Input.Password", password));

        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.OK), "Locked: the page again, with an error.");
    }

    [Test]
    public async Task Ends_after_fifteen_minutes_idle()
    {
        var staff = A.Staff(StaffRoles.Partner);
        await Pga.Given(staff);
        using var visitor = await Pga.SignIn(staff);

        Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.That((await visitor.Get("/partner")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.That((await visitor.Get("/partner")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "The click before kept it alive.");
        Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.That((await visitor.Get("/partner")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Ends_after_nine_hours_however_busy()
    {
        var staff = A.Staff(StaffRoles.Partner);
        await Pga.Given(staff);
        using var visitor = await Pga.SignIn(staff);

        for (var minutes = 0; minutes < 9 * 60; minutes += 10)
        {
            Assert.That((await visitor.Get("/partner")).StatusCode, Is.EqualTo(HttpStatusCode.OK), $"after {minutes} minutes");
            Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await visitor.Get("/partner")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Shows_a_page_in_dutch_for_what_is_not_there()
    {
        var staff = A.Staff(StaffRoles.Partner);
        await Pga.Given(staff);
        using var visitor = await Pga.SignIn(staff);

        var response = await visitor.Get("/bestaat-niet");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Niet gevonden"));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'"));
    }
}
