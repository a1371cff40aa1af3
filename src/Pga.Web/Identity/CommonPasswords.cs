using Microsoft.AspNetCore.Identity;
using Pga.Application.Staff;

namespace Pga.Web.Identity;

/// <summary>Refuses passwords that are on lists of leaked ones, or that hold the user's own name.</summary>
internal sealed class CommonPasswords : IPasswordValidator<Account>
{
    public const int MinLength = 12;

    private static readonly HashSet<string> Common = Load();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var simple = Simplify(password ?? "");
        var local = Simplify(user.Email?.Split('@')[0] ?? "");
        var bad = Common.Contains(simple) || (local.Length >= 4 && simple.Contains(local, StringComparison.Ordinal));
        return Task.FromResult(bad
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "CommonPassword",
                Description = "Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld vier losse woorden achter elkaar.",
            })
            : IdentityResult.Success);
    }

    private static string Simplify(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static HashSet<string> Load()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Simplify)];
    }
}
