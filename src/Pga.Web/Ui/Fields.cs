using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pga.Web.Ui;

/// <summary>
/// A text, date, time, number, password or e-mail field, or a text area. Attributes it doesn't know (<c>min</c>,
/// <c>inputmode</c>, <c>data-…</c>) go to the control.
/// </summary>
[HtmlTargetElement("veld", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VeldTagHelper : FieldTagHelper
{
    private const int DefaultRows = 6;

    private static readonly HtmlString LineBreak = new("\n");

    /// <summary>text, date, time, datetime-local, textarea, number, password, email, tel; by default what fits the property.</summary>
    [HtmlAttributeName("type")]
    public string? Type { get; set; }

    /// <summary>The height of a text area.</summary>
    [HtmlAttributeName("rows")]
    public int Rows { get; set; } = DefaultRows;

    /// <summary>The longest text it takes.</summary>
    [HtmlAttributeName("maxlength")]
    public int? MaxLength { get; set; }

    /// <summary>What the browser may fill in; off unless said otherwise.</summary>
    [HtmlAttributeName("autocomplete")]
    public string Autocomplete { get; set; } = "off";

    /// <summary>Extra classes for the control, for its width: w-datum, w-tijd, w-kort, w-half.</summary>
    [HtmlAttributeName("class")]
    public string? CssClass { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = Read();
        var type = Type ?? TypeFor(field.Type);
        var control = type == "textarea" ? TextArea(field) : Input(field, type);
        control.With("maxlength", MaxLength?.ToString(CultureInfo.InvariantCulture));
        control.With("autocomplete", Autocomplete);
        WriteLabelled(output, field, control);
    }

    private TagBuilder TextArea(Field field)
    {
        // The parser drops one line break right after the tag, so a text that starts with one needs another.
        var area = Html.Element("textarea", Classes(field, "utrecht-textarea", "utrecht-textarea--html-textarea", null), LineBreak, field.Value());
        return area.With("rows", Rows.ToString(CultureInfo.InvariantCulture));
    }

    private TagBuilder Input(Field field, string type)
    {
        var width = type switch
        {
            "date" => "w-datum",
            "time" => "w-tijd",
            "number" => "w-kort",
            _ => null,
        };
        var input = Html.Void("input", Classes(field, "utrecht-textbox", "utrecht-textbox--html-input", CssClass is null ? width : null));
        input.With("type", type);
        return type == "password" ? input : input.With("value", field.Value(type));
    }

    private string Classes(Field field, string component, string variant, string? width) => string.Join(
        ' ',
        new[] { "utrecht-form-field__input", component, variant, field.IsInvalid ? component + "--invalid" : null, width, CssClass }
            .Where(name => !string.IsNullOrEmpty(name)));

    private static string TypeFor(Type type)
    {
        if (type == typeof(DateOnly)) return "date";
        if (type == typeof(TimeOnly)) return "time";
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset)) return "datetime-local";
        return type == typeof(int) || type == typeof(long) || type == typeof(short) ? "number" : "text";
    }
}

/// <summary>A drop-down list, for more than five options.</summary>
[HtmlTargetElement("keuzeveld", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeuzeveldTagHelper : FieldTagHelper
{
    /// <summary>The options; a group becomes an optgroup.</summary>
    [HtmlAttributeName("options")]
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    /// <summary>The text of an empty first option, for example "Kies een wijk"; without it there is none.</summary>
    [HtmlAttributeName("leeg")]
    public string? Empty { get; set; }

    /// <summary>Extra classes for the control.</summary>
    [HtmlAttributeName("class")]
    public string? CssClass { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = Read();
        var classes = "utrecht-form-field__input utrecht-select utrecht-select--html-select"
            + (field.IsInvalid ? " utrecht-select--invalid" : string.Empty)
            + (CssClass is null ? string.Empty : " " + CssClass);
        var select = Html.Element("select", classes);
        if (Empty is not null) select.InnerHtml.AppendHtml(Html.Element("option", null, Empty).With("value", string.Empty));

        var chosen = field.Value();
        TagBuilder? group = null;
        string? groupName = null;
        foreach (var option in Options)
        {
            if (option.Group?.Name != groupName)
            {
                groupName = option.Group?.Name;
                group = groupName is null ? null : Html.Element("optgroup", null).With("label", groupName);
                if (group is not null) select.InnerHtml.AppendHtml(group);
            }

            (group ?? select).InnerHtml.AppendHtml(Option(option, chosen));
        }

        WriteLabelled(output, field, select);
    }

    private static TagBuilder Option(SelectListItem option, string chosen)
    {
        var value = option.Value ?? option.Text;
        var isChosen = chosen.Length == 0 ? option.Selected || value.Length == 0 : string.Equals(value, chosen, StringComparison.Ordinal);
        return Html.Element("option", null, option.Text)
            .With("value", value)
            .WithFlag("selected", isChosen)
            .WithFlag("disabled", option.Disabled);
    }
}

/// <summary>Radio buttons or check boxes in a fieldset.</summary>
[HtmlTargetElement("keuzes", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeuzesTagHelper : FieldTagHelper
{
    /// <summary>The options.</summary>
    [HtmlAttributeName("options")]
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    /// <summary>radio or checkbox; by default what fits the property.</summary>
    [HtmlAttributeName("type")]
    public string? Type { get; set; }

    /// <summary>Each option in a box, two beside each other.</summary>
    [HtmlAttributeName("breed")]
    public bool Wide { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = Read();
        var isRadio = (Type ?? (field.IsList ? "checkbox" : "radio")) == "radio";
        var chosen = field.Values();
        var controls = Html.Element("div", Wide ? "keuzes--rij" : "keuzes");
        var number = 0;
        foreach (var option in Options) controls.InnerHtml.AppendHtml(Choice(field, option, chosen, isRadio, number++));
        WriteFieldset(output, field, isRadio, controls);
    }

    private TagBuilder Choice(Field field, SelectListItem option, IReadOnlyCollection<string> chosen, bool isRadio, int number)
    {
        var value = option.Value ?? option.Text;
        var isChosen = chosen.Count == 0 ? option.Selected : chosen.Contains(value, StringComparer.Ordinal);
        var id = number == 0 ? field.Id : string.Create(CultureInfo.InvariantCulture, $"{field.Id}_{number}");
        var input = Html.Void("input", Choices.Class(isRadio))
            .With("type", isRadio ? "radio" : "checkbox")
            .With("name", field.Name)
            .With("id", id)
            .With("value", value)
            .WithFlag("checked", isChosen)
            .WithFlag("disabled", option.Disabled);
        return Html.Element("label", Wide ? "keuze keuze--breed" : "keuze", input, Html.Element("span", null, option.Text));
    }
}

/// <summary>One check box, for a yes-or-no property.</summary>
[HtmlTargetElement("vinkje", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VinkjeTagHelper : FieldTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = Read();
        var input = Html.Void("input", Choices.Class(isRadio: false))
            .With("type", "checkbox")
            .With("name", field.Name)
            .With("id", field.Id)
            .With("value", "true")
            .With("aria-describedby", DescribedBy(field))
            .With("aria-invalid", field.IsInvalid ? "true" : null)
            .WithFlag("checked", field.Values().FirstOrDefault() == "true");

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.IsInvalid ? "utrecht-form-field utrecht-form-field--invalid" : "utrecht-form-field");
        Append(output, ErrorHtml(field));
        output.Content.AppendHtml(Html.Element("label", "keuze", input, Html.Element("span", null, Label)));
        Append(output, HintHtml(field));

        // An empty box sends nothing; this says that it was there, and not ticked.
        output.PostElement.AppendHtml(Html.Void("input", null).With("type", "hidden").With("name", field.Name).With("value", "false"));
    }
}

/// <summary>One line of an assessment: a level from 1 to 5 as segmented buttons, the former level, and "n.b.".</summary>
[HtmlTargetElement("scoreregel", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ScoreregelTagHelper : FieldTagHelper
{
    /// <summary>The level at the former assessment.</summary>
    [HtmlAttributeName("was")]
    public int? Former { get; set; }

    /// <summary>Offer "n.b." (niet beoordeeld).</summary>
    [HtmlAttributeName("nb")]
    public bool OffersNotAssessed { get; set; } = true;

    /// <summary>What "n.b." sends: nothing by default, so that it binds to null.</summary>
    [HtmlAttributeName("nb-waarde")]
    public string NotAssessedValue { get; set; } = string.Empty;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var field = Read();
        var chosen = field.Value();

        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.IsInvalid ? "scoreregel scoreregel--fout" : "scoreregel");
        DescribeGroup(output, field, isRadioGroup: true, isRequired: false);

        var former = Former?.ToString(CultureInfo.InvariantCulture);
        output.Content.AppendHtml(Html.Element("legend", "vh", former is null ? Label : $"{Label}, vorige score {former}"));
        output.Content.AppendHtml(Html.Element(
            "span",
            null,
            Html.Element("b", null, Label),
            former is null ? null : " ",
            former is null ? null : Html.Element("span", "klein zacht nw", $"was {former}")).With("aria-hidden", "true"));

        var segments = Html.Element("span", "seg");
        for (var level = Levels.Lowest; level <= Levels.Highest; level++)
        {
            var text = level.ToString(CultureInfo.InvariantCulture);
            segments.InnerHtml.AppendHtml(Segment(
                field, text, chosen, level == Levels.Lowest, Html.Element("span", null, text, Html.Spoken(" " + Levels.Word(level)))));
        }

        if (OffersNotAssessed)
        {
            segments.InnerHtml.AppendHtml(Segment(
                field,
                NotAssessedValue,
                chosen,
                isFirst: false,
                Html.Element("span", null, Html.Element("span", null, "n.b.").With("aria-hidden", "true"), Html.Spoken(Levels.Word(null)))));
        }

        output.Content.AppendHtml(segments);
        Append(output, HintHtml(field));
        Append(output, ErrorHtml(field));
    }

    private static TagBuilder Segment(Field field, string value, string chosen, bool isFirst, IHtmlContent text)
    {
        var input = Html.Void("input", null)
            .With("type", "radio")
            .With("name", field.Name)
            .With("value", value)
            .With("id", isFirst ? field.Id : null)
            .WithFlag("checked", string.Equals(value, chosen, StringComparison.Ordinal));
        return Html.Element("label", null, input, text);
    }
}

internal static class Choices
{
    public static string Class(bool isRadio) => isRadio
        ? "utrecht-radio-button utrecht-radio-button--html-input"
        : "utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom";
}
