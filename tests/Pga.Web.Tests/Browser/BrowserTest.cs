using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Pga.Domain.Staff;

namespace Pga.Web.Tests.Browser;

/// <summary>
/// Base of tests in a real Chromium. Skipped where it isn't installed, except in CI, where that is a failure. With
/// <c>PGA_SHOTS</c> set to a folder, screenshots go there.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Browser")]
internal abstract class BrowserTest
{
    protected static readonly (string Name, int Width, int Height)[] Widths = [("breed", 1366, 900), ("smal", 375, 812)];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Pages have no frames, so axe runs in the page itself, which is twice as fast as the package's way for pages with them.</summary>
    private const string AxeRun = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const result = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          return result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '));
        }
        """;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string? Shots = Environment.GetEnvironmentVariable("PGA_SHOTS");
    private readonly List<string> _faults = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    protected WebPga Pga { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    /// <summary>The clock of the application; the browser has the machine's.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    [SetUp]
    public async Task Open()
    {
        var chromium = Places.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            const string text = "This test needs Chromium (Debian: apt-get install chromium).";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(text);
            Assert.Ignore(text);
        }

        Pga = await WebPga.Start(Clock);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        await NewPage();
    }

    [TearDown]
    public async Task Close()
    {
        if (Shots is not null && Page is not null && TestContext.CurrentContext.Result.Outcome.Status == NUnit.Framework.Interfaces.TestStatus.Failed)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Shots, "mislukt.png"), FullPage = true });
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        if (Pga is not null)
            await Pga.DisposeAsync();
        Assert.That(_faults, Is.Empty, "The browser's console should stay empty.");
    }

    /// <summary>A fresh browser session: no cookies.</summary>
    protected async Task NewPage()
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = Pga.Address.ToString(), Locale = "nl-NL", TimezoneId = "Europe/Amsterdam" });
        context.SetDefaultTimeout(10_000);
        Page = await context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            // A page that answers 404 or 422 on purpose is also an "error" for the console.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _faults.Add(message.Text);
        };
        Page.PageError += (_, error) => _faults.Add(error);
    }

    /// <summary>Signs in through the page, as a stored member of staff.</summary>
    protected async Task SignIn(StaffMember staff)
    {
        var password = await Pga.GiveAccount(staff);
        await Page.GotoAsync("/inloggen");
        await Page.GetByLabel("E-mailadres").FillAsync(staff.Email);
        await Page.GetByLabel("Wachtwoord").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Inloggen" }).ClickAsync();
    }

    /// <summary>Keeps the page as it comes out of a printer.</summary>
    protected async Task Print(string name)
    {
        if (Shots is not null)
            await Page.PdfAsync(new PagePdfOptions { Path = Path.Combine(Shots, $"{name}.pdf"), Format = "A4" });
    }

    /// <summary>Checks the page as it is with axe at both widths, that nothing scrolls sideways, and keeps a screenshot.</summary>
    protected async Task Check(string name)
    {
        await Page.EvaluateAsync(Axe);
        foreach (var (width, w, h) in Widths)
        {
            await Page.SetViewportSizeAsync(w, h);
            if (Shots is not null)
                await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Shots, $"{name}-{width}.png"), FullPage = true });
            var violations = await Page.EvaluateAsync<string[]>(AxeRun);
            Assert.That(violations, Is.Empty, $"{name} at {w} px");
            Assert.That(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), Is.True, $"{name} scrolls sideways at {w} px");
        }

        await Page.SetViewportSizeAsync(Widths[0].Width, Widths[0].Height);
    }
}
