using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pga.Architecture.Tests;

/// <summary>Pages and sources as they lie in the repository.</summary>
internal sealed partial class SourceTests
{
    /// <summary>Pages for who has not signed in, each with the reason.</summary>
    private static readonly Dictionary<string, string> ForAnyone = new()
    {
        ["SignInModel"] = "where one signs in",
        ["SignOutModel"] = "also works when the session is over",
        ["SetPasswordModel"] = "the one-time link is the key",
        ["ErrorModel"] = "says nothing about anyone",
    };

    private static readonly Type[] Pages = [.. Ours.Web.GetTypes().Where(t => !t.IsAbstract && typeof(PageModel).IsAssignableFrom(t))];

    [Test]
    public void Of_pages_ask_to_sign_in()
    {
        Assert.That(Pages, Is.Not.Empty);
        Assert.That(
            Pages.Where(p => p.IsDefined(typeof(AllowAnonymousAttribute), true) || p.GetMethods().Any(m => m.IsDefined(typeof(AllowAnonymousAttribute), true))).Select(p => p.Name),
            Is.EquivalentTo(ForAnyone.Keys));
    }

    [Test]
    public void Of_pages_have_no_script_or_style_within_them()
    {
        var pages = Ours.Files(".cshtml").ToList();
        Assert.That(pages, Is.Not.Empty);

        var offenders =
            from page in pages
            from Match match in Inline().Matches(RazorComments().Replace(Ours.Read(page), ""))
            select $"{page}: {match.Value}";

        Assert.That(offenders, Is.Empty, "the content security policy stops them");
    }

    [Test]
    public void Of_pages_send_the_antiforgery_token_with_every_form()
    {
        // The tag helper leaves it out when a form says where it goes.
        var offenders =
            from page in Ours.Files(".cshtml")
            from Match form in Regex.Matches(Ours.Read(page), """<form\b[^>]*\bmethod="post"[^>]*>""")
            where form.Value.Contains(" action=", StringComparison.Ordinal) && !form.Value.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)
            select $"{page}: {form.Value}";

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Of_the_stylesheet_begin_each_part_outside_every_block()
    {
        // A brace that got lost in a merge put half of the screens inside @media print, and everything still built.
        var depth = 0;
        var inside = new List<string>();
        foreach (var line in Ours.Read("src/Pga.Web/frontend/src/pga.css").Split('\n'))
        {
            if (depth > 0 && line.StartsWith('.'))
                inside.Add(line);
            depth += line.Count(c => c == '{') - line.Count(c => c == '}');
        }

        Assert.That(inside, Is.Empty, "what is inside a block is indented");
        Assert.That(depth, Is.Zero);
    }

    [Test]
    public void Of_pages_use_no_unencoded_html()
    {
        var offenders = Ours.Files(".cshtml").Where(f => Ours.Read(f).Contains("Html.Raw", StringComparison.Ordinal));

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Leave_nothing_for_later()
    {
        var later = new Regex(@"\b(TO" + "DO|FIX" + @"ME|HA" + @"CK)\b");
        var offenders = Texts().Where(f => later.IsMatch(Ours.Read(f)));

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Stand_on_their_own()
    {
        var outside = ".." + "/shared";
        var offenders = Texts().Where(f => !f.StartsWith(".ci/", StringComparison.Ordinal) && Regex.IsMatch(Ours.Read(f), Regex.Escape(outside) + @"(?!/_)", RegexOptions.IgnoreCase));

        Assert.That(offenders.Where(f => !f.StartsWith("src/Pga.Web/frontend/", StringComparison.Ordinal)), Is.Empty, "a clone has nothing beside it");
    }

    [Test]
    public void Have_migrations_for_the_same_steps_on_every_database()
    {
        string[] Steps(string provider) => [.. Ours.Files(".cs").Where(f => f.StartsWith($"src/Pga.Data.{provider}/Migrations/2", StringComparison.Ordinal) && !f.EndsWith(".Designer.cs", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f)[15..]).Order(StringComparer.Ordinal)];

        Assert.That(Steps("Sqlite"), Is.Not.Empty);
        Assert.That(Steps("SqlServer"), Is.EqualTo(Steps("Sqlite")));
    }

    private static IEnumerable<string> Texts() =>
        Ours.Files(".cs", ".cshtml", ".md", ".js", ".mjs", ".css", ".json", ".yaml", ".yml", ".props", ".csproj", ".sql", ".sh", ".txt", ".service", "")
            .Where(f => !f.EndsWith("-lock.json", StringComparison.Ordinal) && !f.EndsWith("packages.lock.json", StringComparison.Ordinal) && !f.StartsWith("tests/data/", StringComparison.Ordinal));

    // A style attribute, an event attribute, a style element, or a script element without a source.
    [GeneratedRegex("""\sstyle\s*=\s*["']|\son[a-z]+\s*=\s*["']|<style\b|<script\b(?![^>]*\bsrc\s*=)|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComments();
}
