using System.Net;
using System.Text.RegularExpressions;

namespace Pga.Benchmarks;

/// <summary>Somebody's signed-in session: it gets pages and posts forms, each of which must succeed.</summary>
internal sealed partial class Browser : IDisposable
{
    private const string SignInPage = "/inloggen";
    private readonly HttpClient _http;
    private string _token = "";

    private Browser(Uri address) =>
        _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };

    /// <param name="home">A page that this person may see.</param>
    public static async Task<Browser> SignIn(Uri address, string email, string password, string home)
    {
        var browser = new Browser(address);
        browser._token = TokenIn(await browser.Get(SignInPage));
        await browser.Post(SignInPage, new() { ["Input.Email"] = email, ["Input.Password"] = password });
        // The token is of the person, so it is another one now; every page has one, in the form to sign out.
        browser._token = TokenIn(await browser.Get(home));
        return browser;
    }

    public async Task<string> Get(string path)
    {
        using var answer = await _http.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw Unexpected(path, answer);
    }

    /// <summary>Sends a form; a form that was accepted leads to another page.</summary>
    public async Task Post(string path, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", _token)));
        using var answer = await _http.PostAsync(path, form);
        if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location!.OriginalString.Contains(SignInPage, StringComparison.Ordinal))
            throw Unexpected(path, answer);
    }

    public void Dispose() => _http.Dispose();

    private static InvalidOperationException Unexpected(string path, HttpResponseMessage answer) => new($"{path} answered {(int)answer.StatusCode}.");

    private static string TokenIn(string page) =>
        Token().Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException("The page has no form.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
