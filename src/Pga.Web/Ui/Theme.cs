using System.Text.RegularExpressions;

namespace Pga.Web.Ui;

/// <summary>
/// Which look the pages have. By default our own neutral one. A municipality that may use its own puts the tokens in
/// <c>wwwroot/thema/NAME.css</c> and sets <c>Ui:Thema</c> to NAME; we ship none.
/// </summary>
public sealed partial class Theme
{
    private const string Default = "voorbeeld";

    /// <summary>Reads the setting once.</summary>
    public Theme(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var name = configuration["Ui:Thema"];
        if (string.IsNullOrWhiteSpace(name)) name = Default;
        if (!ValidName().IsMatch(name)) throw new InvalidOperationException("Ui:Thema may hold lower-case letters, digits and hyphens only.");
        Classes = $"{name}-theme pga-theme";
        Stylesheet = name == Default ? null : $"~/thema/{name}.css";
    }

    /// <summary>The classes for the root element.</summary>
    public string Classes { get; }

    /// <summary>The stylesheet with the tokens of the municipality, if there is one.</summary>
    public string? Stylesheet { get; }

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex ValidName();
}
