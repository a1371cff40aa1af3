using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pga.Web.Ui;

/// <summary>What all form fields share: label above, explanation and error between, and how these are tied to the control.</summary>
public abstract class FieldTagHelper : TagHelper
{
    internal const string OptionalNote = "niet verplicht";

    /// <summary>The property, for example <c>Input.Date</c>.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = default!;

    /// <summary>What the field asks.</summary>
    [HtmlAttributeName("label")]
    public string Label { get; set; } = string.Empty;

    /// <summary>An explanation below the label.</summary>
    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    /// <summary>May be left empty: the label says so.</summary>
    [HtmlAttributeName("optional")]
    public bool Optional { get; set; }

    /// <summary>The page being written.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = default!;

    private protected Field Read() => new(ViewContext, For);

    private protected string LabelText => Optional ? $"{Label} ({OptionalNote})" : Label;

    private protected string? DescribedBy(Field field)
    {
        var hint = Hint is null ? null : FieldIds.Hint(field.Name);
        var error = field.IsInvalid ? FieldIds.Error(field.Name) : null;
        return (hint, error) switch
        {
            (null, null) => null,
            (null, _) => error,
            (_, null) => hint,
            _ => $"{hint} {error}",
        };
    }

    private protected IHtmlContent? HintHtml(Field field) => Hint is null
        ? null
        : Html.Element("p", "utrecht-form-field-description", Hint).With("id", FieldIds.Hint(field.Name));

    private protected static IHtmlContent? ErrorHtml(Field field) => field.Error is null
        ? null
        : Html.Element("p", "utrecht-form-field-error-message", Icon.Html("fout"), Html.Element("span", null, field.Error))
            .With("id", FieldIds.Error(field.Name));

    /// <summary>A wrapper with a label for one control; whatever else the page put on the element goes to the control.</summary>
    private protected void WriteLabelled(TagHelperOutput output, Field field, TagBuilder control)
    {
        foreach (var attribute in output.Attributes)
        {
            control.Attributes[attribute.Name] = attribute.ValueStyle == HtmlAttributeValueStyle.Minimized
                ? attribute.Name
                : Unencoded(attribute.Value);
        }

        control.Attributes["id"] = field.Id;
        control.Attributes["name"] = field.Name;
        control.With("aria-describedby", DescribedBy(field));
        if (!Optional) control.Attributes["aria-required"] = "true";
        if (field.IsInvalid) control.Attributes["aria-invalid"] = "true";

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.IsInvalid ? "utrecht-form-field utrecht-form-field--invalid" : "utrecht-form-field");
        output.Content.AppendHtml(
            Html.Element("label", "utrecht-form-label utrecht-form-field__label", LabelText).With("for", field.Id));
        Append(output, HintHtml(field));
        Append(output, ErrorHtml(field));
        output.Content.AppendHtml(control);
    }

    /// <summary>A fieldset with a legend around several controls.</summary>
    private protected void WriteFieldset(TagHelperOutput output, Field field, bool isRadioGroup, IHtmlContent controls)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "class",
            "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset"
                + (field.IsInvalid ? " utrecht-form-fieldset--invalid" : string.Empty));
        DescribeGroup(output, field, isRadioGroup, !Optional);
        output.Content.AppendHtml(Html.Element(
            "legend", "utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend", LabelText));
        Append(output, HintHtml(field));
        Append(output, ErrorHtml(field));
        output.Content.AppendHtml(controls);
    }

    // A plain fieldset may not say that it is required or wrong; a radiogroup may.
    private protected void DescribeGroup(TagHelperOutput output, Field field, bool isRadioGroup, bool isRequired)
    {
        if (DescribedBy(field) is { } describedBy) output.Attributes.SetAttribute("aria-describedby", describedBy);
        if (!isRadioGroup) return;
        output.Attributes.SetAttribute("role", "radiogroup");
        if (isRequired) output.Attributes.SetAttribute("aria-required", "true");
        if (field.IsInvalid) output.Attributes.SetAttribute("aria-invalid", "true");
    }

    private protected static void Append(TagHelperOutput output, IHtmlContent? content)
    {
        if (content is not null) output.Content.AppendHtml(content);
    }

    // Razor hands over a literal as markup that is encoded already; the builder would encode it once more.
    private static string? Unencoded(object? value)
    {
        if (value is not IHtmlContent content) return value?.ToString();
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
