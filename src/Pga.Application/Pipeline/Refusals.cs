namespace Pga.Application.Pipeline;

/// <summary>An answer that isn't one: each front turns it into its own form, with the same Dutch text.</summary>
public abstract class Refused(string text) : Exception(text)
{
    /// <summary>Dutch, B1, for the user.</summary>
    public string Text { get; } = text;
}

/// <summary>Not there, or not yours: the two look the same (404).</summary>
public sealed class NotFound() : Refused("Dit bestaat niet, of u hebt er geen toegang toe.");

/// <summary>Not this person's work (403).</summary>
public sealed class Forbidden(string text = "U hebt geen rechten voor deze pagina of handeling.") : Refused(text);

/// <summary>Filled in wrongly (422). Nothing was stored.</summary>
public sealed class Invalid(IReadOnlyList<FieldError> errors) : Refused("Controleer wat u hebt ingevuld.")
{
    public IReadOnlyList<FieldError> Errors { get; } = errors;
}

/// <param name="Field">Name of the request's member, or empty when it is about the whole.</param>
/// <param name="Text">Dutch, says what to do.</param>
/// <param name="Code">Stable code for clients of the API.</param>
public sealed record FieldError(string Field, string Text, string Code);

/// <summary>What was asked can't be given safely, whoever asks (500).</summary>
public sealed class Unsafe(string text) : Refused(text);

/// <summary>Somebody else was first (409). Shows both versions.</summary>
public sealed class Conflict(Guid currentVersion, IReadOnlyList<ConflictingValue> values, string text = Conflict.SomebodyWasFirst)
    : Refused(text)
{
    private const string SomebodyWasFirst = "Iemand anders heeft dit intussen gewijzigd. Vergelijk de twee versies en kies opnieuw.";

    /// <summary>Send this as base version to save on top of what is there now.</summary>
    public Guid CurrentVersion { get; } = currentVersion;

    public IReadOnlyList<ConflictingValue> Values { get; } = values;
}

/// <param name="Field">Name of the request's member.</param>
public sealed record ConflictingValue(string Field, string Label, string? Theirs, string? Yours);
