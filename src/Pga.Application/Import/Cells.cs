using System.Globalization;
using Pga.Application.Staff;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Import;

/// <summary>What the reading of a cell gives: the value in the one form in which it is compared, or what is wrong with it.</summary>
/// <param name="Remark">Something that was left out without being a fault.</param>
internal readonly record struct Cell(string? Value, string? Fault = null, string? Remark = null)
{
    public static Cell Wrong(string fault) => new(null, fault);
}

internal sealed record CellContext(DateOnly Today, ImportCatalogues Catalogues, TeamNames Teams);

/// <param name="text">Not empty, without outer spaces.</param>
internal delegate Cell CellReader(string text, CellContext context);

/// <summary>The kinds of cells. Texts of faults are Dutch and follow the name of the column.</summary>
internal static class Cells
{
    public const string DateFormat = "yyyy-MM-dd";
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>How an instant is held in the staging database: UTC.</summary>
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Given only by an administrator, to someone in person.</summary>
    public static readonly IReadOnlySet<string> RolesNotByImport =
        new HashSet<string> { StaffRoles.Administrator, StaffRoles.Manager, StaffRoles.PrivacyOfficer };

    public const string UnknownGender = "unknown";

    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    public static CellReader Text(int max) => (text, _) =>
        text.Length <= max ? new Cell(text) : Cell.Wrong($"is te lang: hoogstens {max} tekens");

    public static CellReader Code(CodeList list) => (text, _) => list.Has(text) ? new Cell(text) : Cell.Wrong(NotOn(list));

    /// <summary>Empty and <c>unknown</c> are the same.</summary>
    public static Cell Gender(string text, CellContext context)
    {
        var gender = Code(Client.Genders)(text, context);
        return gender.Fault is null ? new Cell(KnownGender(text)) : gender;
    }

    public static CellReader WholeNumber(long min, long max) => (text, _) =>
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Cell.Wrong("is geen heel getal");
        return number >= min && number <= max
            ? new Cell(number.ToString(CultureInfo.InvariantCulture))
            : Cell.Wrong($"moet van {min} tot en met {max} zijn");
    };

    public static CellReader Catalogue(Func<ImportCatalogues, CatalogueMatch> which) => (text, context) =>
        text.Length <= CatalogueItem.MaxName
            ? new Cell(which(context.Catalogues).CodeOf(text))
            : Cell.Wrong($"is te lang: hoogstens {CatalogueItem.MaxName} tekens");

    public static Cell Team(string text, CellContext context)
    {
        var team = Text(Traject.MaxTeam)(text, context);
        return team.Fault is null ? new Cell(context.Teams.SpellingOf(text)) : team;
    }

    public static Cell Year(string text, CellContext context) => WholeNumber(FirstYear, LastYear)(text, context);

    public static Cell PastYear(string text, CellContext context)
    {
        var year = Year(text, context);
        return year.Value is { } value && Number(value) > context.Today.Year ? Cell.Wrong("ligt na vandaag") : year;
    }

    public static Cell AnyDate(string text, CellContext context) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new Cell(text)
            : Cell.Wrong("is geen datum zoals 2024-03-01");

    public static Cell PastDate(string text, CellContext context)
    {
        var date = AnyDate(text, context);
        return date.Value is { } value && Date(value) > context.Today ? Cell.Wrong("ligt na vandaag") : date;
    }

    public static Cell PastTime(string text, CellContext context)
    {
        if (!DateTime.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Cell.Wrong("is geen tijdstip zoals 2024-12-31T23:30");
        if (DateOnly.FromDateTime(local) > context.Today)
            return Cell.Wrong("ligt na vandaag");
        return Domain.Common.Calendar.TryToUtc(local, out var utc)
            ? new Cell(Of(utc))
            : Cell.Wrong("bestaat niet: toen ging de klok een uur vooruit");
    }

    public static Cell Email(string text, CellContext context)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == text.Length - 1 || text.Any(char.IsWhiteSpace))
            return Cell.Wrong("is geen e-mailadres");
        return Text(StaffMember.MaxEmail)(text.ToLowerInvariant(), context);
    }

    public static Cell Roles(string text, CellContext context)
    {
        var roles = Parts(text);
        if (roles.Length == 0 || !roles.All(StaffRoles.List.Has))
            return Cell.Wrong(NotOn(StaffRoles.List));
        return new Cell(Of(roles), null, roles.Any(RolesNotByImport.Contains) ? "deze rol geeft een import niet; laat de functioneel beheerder dat doen" : null);
    }

    public static Cell Leefgebied(string text, CellContext context) =>
        IsLeefgebied(text) ? new Cell(text) : Cell.Wrong("is geen bekend leefgebied");

    public static Cell SeveralLeefgebieden(string text, CellContext context)
    {
        var parts = Parts(text);
        return parts.All(IsLeefgebied) ? new Cell(parts.Length == 0 ? null : string.Join('|', parts)) : Cell.Wrong("noemt een onbekend leefgebied");
    }

    public static Cell BsnNumber(string text, CellContext context) =>
        Bsn.Parse(text) is { } bsn ? new Cell(bsn) : Cell.Wrong("is geen geldig BSN (elfproef)");

    // The same forms, for what the database holds and what is read back.
    public static string? Of(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static string Of(DateTime utc) => utc.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? KnownGender(string gender) => gender == UnknownGender ? null : gender;

    /// <summary>Roles in one order, without those that an import doesn't give.</summary>
    public static string? Of(IEnumerable<string> roles)
    {
        var given = StaffRoles.List.All.Select(r => r.Key).Where(r => roles.Contains(r) && !RolesNotByImport.Contains(r)).ToList();
        return given.Count == 0 ? null : string.Join('|', given);
    }

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);

    public static DateTime Instant(string text) =>
        DateTime.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>A value as the file has it: an instant goes back to the local time.</summary>
    public static string? AsTyped(string? value) =>
        DateTime.TryParseExact(value, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc)
            ? Domain.Common.Calendar.LocalTime(utc).ToString(TimeFormat, CultureInfo.InvariantCulture)
            : value;

    public static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    public static string[] Parts(string? text) =>
        text is null ? [] : [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static bool IsLeefgebied(string code) => Leefgebieden.Pga2024.Has(code) || Leefgebieden.Rio2024.Has(code);

    private static string NotOn(CodeList list) => "is geen bekende code; kies uit " + string.Join(", ", list.All.Select(c => c.Key));
}
