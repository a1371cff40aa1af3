using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Pga.Web.Ui;

/// <summary>The ids around a field, made in one place, so that the error summary finds what it links to.</summary>
public static class FieldIds
{
    /// <summary>The id of the control: Input.Date is Input_Date.</summary>
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The id of the explanation.</summary>
    public static string Hint(string name) => Of(name) + "-uitleg";

    /// <summary>The id of the error message.</summary>
    public static string Error(string name) => Of(name) + "-fout";
}

/// <summary>What a form field needs to know of the model: its name, what to show in it, and what is wrong with it.</summary>
internal sealed class Field
{
    private const string Unreadable = "Deze waarde kunnen we niet lezen";

    private readonly ModelStateEntry? _entry;
    private readonly object? _model;

    public Field(ViewContext view, ModelExpression expression)
    {
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Type = Nullable.GetUnderlyingType(expression.ModelExplorer.ModelType) ?? expression.ModelExplorer.ModelType;
        _model = expression.Model;
        view.ViewData.ModelState.TryGetValue(Name, out _entry);
        Error = FirstMessage(_entry);
    }

    public string Name { get; }

    /// <summary>The type of the property, without its nullability.</summary>
    public Type Type { get; }

    public string? Error { get; }

    public string Id => FieldIds.Of(Name);

    public bool IsInvalid => Error is not null;

    /// <summary>Whether the property holds several values.</summary>
    public bool IsList => Type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(Type);

    /// <summary>What the user typed, else what the model holds.</summary>
    public string Value(string inputType = "text") => _entry?.AttemptedValue ?? Text(_model, inputType);

    /// <summary>The chosen values of a list, as the user left them.</summary>
    public IReadOnlyCollection<string> Values()
    {
        return _entry?.RawValue switch
        {
            string one => [one],
            IEnumerable<string?> several => [.. several.OfType<string>()],
            _ when _entry?.AttemptedValue is { } attempted => [attempted],
            _ when _model is IEnumerable list and not string => [.. list.Cast<object?>().Select(item => Text(item, "text"))],
            _ => _model is null ? [] : [Text(_model, "text")],
        };
    }

    /// <summary>The message shown for an entry: the first one there is.</summary>
    public static string? FirstMessage(ModelStateEntry? entry)
    {
        if (entry is null || entry.Errors.Count == 0) return null;
        var message = entry.Errors.Select(error => error.ErrorMessage).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        return message ?? Unreadable;
    }

    // Browsers want one fixed notation in date, time and number fields, whatever the language of the page.
    private static string Text(object? value, string inputType) => value switch
    {
        null => string.Empty,
        DateOnly date => date == default ? string.Empty : Dates.Iso(date),
        TimeOnly time => Dates.Time(time),
        DateTime moment => Text(moment, moment == default, inputType),
        DateTimeOffset moment => Text(moment.DateTime, moment == default, inputType),
        bool flag => flag ? "true" : "false",
        Guid id => id == Guid.Empty ? string.Empty : id.ToString(),
        IFormattable number when inputType == "number" => number.ToString(null, CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static string Text(DateTime moment, bool isEmpty, string inputType)
    {
        if (isEmpty) return string.Empty;
        var format = inputType switch
        {
            "date" => "yyyy-MM-dd",
            "time" => "HH:mm",
            _ => "yyyy-MM-dd'T'HH:mm",
        };
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }
}
