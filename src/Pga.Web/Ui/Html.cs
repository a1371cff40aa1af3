using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Pga.Web.Ui;

/// <summary>Short ways to build markup. Strings are always encoded; only <see cref="IHtmlContent"/> goes in as it is.</summary>
internal static class Html
{
    public static TagBuilder Element(string name, string? cssClass, params object?[] content)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null) element.Attributes["class"] = cssClass;
        foreach (var part in content) Add(element.InnerHtml, part);
        return element;
    }

    public static TagBuilder Void(string name, string? cssClass)
    {
        var element = Element(name, cssClass);
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null) element.Attributes[name] = value;
        return element;
    }

    /// <summary>An attribute without a value, such as <c>checked</c>.</summary>
    public static TagBuilder WithFlag(this TagBuilder element, string name, bool on) =>
        on ? element.With(name, name) : element;

    /// <summary>Text for a screen reader only.</summary>
    public static TagBuilder Spoken(string text) => Element("span", "vh", text);

    private static void Add(IHtmlContentBuilder target, object? part)
    {
        switch (part)
        {
            case null: break;
            case IHtmlContent html: target.AppendHtml(html); break;
            default: target.Append(part.ToString()!); break;
        }
    }
}
