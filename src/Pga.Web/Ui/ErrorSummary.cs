using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pga.Web.Ui;

/// <summary>
/// The list of what is wrong, above the form, with a link to each field. Writes nothing when all is well. The script
/// moves the focus here, so that a screen reader reads it first.
/// </summary>
[HtmlTargetElement("foutoverzicht", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FoutoverzichtTagHelper : TagHelper
{
    private const string HeadingId = "h-fout";

    /// <summary>The page being written.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var errors = Errors(ViewContext.ViewData);
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "foutoverzicht");
        output.Attributes.SetAttribute("aria-labelledby", HeadingId);
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml(Html.Element("h2", "utrecht-heading-2", Heading(errors)).With("id", HeadingId));
        var list = Html.Element("ul", null);
        foreach (var (name, message) in errors) list.InnerHtml.AppendHtml(Item(name, message));
        output.Content.AppendHtml(list);
    }

    private static string Heading(List<(string Name, string Message)> errors)
    {
        var fields = errors.Count(error => error.Name.Length > 0);
        return fields switch
        {
            0 => "Dit is niet gelukt",
            1 => "Controleer 1 veld",
            _ => string.Create(CultureInfo.InvariantCulture, $"Controleer {fields} velden"),
        };
    }

    private static TagBuilder Item(string name, string message) => name.Length == 0
        ? Html.Element("li", null, message)
        : Html.Element("li", null, Html.Element("a", null, message).With("href", "#" + FieldIds.Of(name)));

    private static List<(string Name, string Message)> Errors(ViewDataDictionary data)
    {
        var errors = new List<(string Name, string Message)>();
        foreach (var (name, entry) in data.ModelState.OrderBy(item => Place(item.Key, data.ModelMetadata), StringComparer.Ordinal))
        {
            // A message about the form as a whole may come with others; a field shows one at a time.
            if (name.Length == 0) errors.AddRange(entry!.Errors.Select(error => (name, error.ErrorMessage)));
            else if (Field.FirstMessage(entry) is { } message) errors.Add((name, message));
        }

        return errors;
    }

    // ModelState sorts by name. People read from top to bottom, so follow the order of the properties instead: each
    // part of the name becomes its place, "Input.Visits[2].Date" for example "0004.0001.0002.0000".
    private static string Place(string name, ModelMetadata page)
    {
        if (name.Length == 0) return string.Empty;
        var place = new List<string>();
        ModelMetadata? current = page;
        foreach (var part in name.Split('.', '['))
        {
            var isIndex = part.EndsWith(']');
            if (isIndex && int.TryParse(part.AsSpan(0, part.Length - 1), CultureInfo.InvariantCulture, out var index))
            {
                place.Add(index.ToString("D4", CultureInfo.InvariantCulture));
                current = current?.ElementMetadata;
                continue;
            }

            var found = current is null ? -1 : IndexOf(current.Properties, part);
            place.Add(found < 0 ? "9999" + part : found.ToString("D4", CultureInfo.InvariantCulture));
            current = found < 0 ? null : current!.Properties[found];
        }

        return string.Join('.', place);
    }

    private static int IndexOf(ModelPropertyCollection properties, string name)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (string.Equals(properties[i].PropertyName, name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}
