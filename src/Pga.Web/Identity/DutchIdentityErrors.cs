using Microsoft.AspNetCore.Identity;

namespace Pga.Web.Identity;

/// <summary>What Identity says about a password, in Dutch.</summary>
internal sealed class DutchIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), $"Kies een wachtwoord van minstens {length} tekens.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), $"Gebruik minstens {uniqueChars} verschillende tekens.");

    public override IdentityError InvalidToken() =>
        Error(nameof(InvalidToken), "Deze link is verlopen of al gebruikt. Vraag de functioneel beheerder om een nieuwe.");

    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Dit is niet gelukt. Probeer het opnieuw.");

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
