using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Pga.Web.Ui;

/// <summary>What the framework itself says about a value it can't read, in Dutch.</summary>
public static class DutchBinding
{
    /// <summary>Use as <c>options =&gt; DutchBinding.Apply(options.ModelBindingMessageProvider)</c>.</summary>
    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        messages.SetMissingBindRequiredValueAccessor(_ => "Vul dit veld in");
        messages.SetMissingKeyOrValueAccessor(() => "Vul dit veld in");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Er is niets verstuurd");
        messages.SetValueMustNotBeNullAccessor(_ => "Vul dit veld in");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"‘{value}’ kunnen we niet lezen");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"‘{value}’ kunnen we niet lezen");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Deze waarde kunnen we niet lezen");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Deze waarde kunnen we niet lezen");
        messages.SetValueIsInvalidAccessor(value => $"‘{value}’ kunnen we niet lezen");
        messages.SetValueMustBeANumberAccessor(_ => "Vul een getal in");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Vul een getal in");
    }
}
