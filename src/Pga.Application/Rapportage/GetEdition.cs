using Pga.Application.Access;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>The stored edition of a year for one audience. Not found when there is none.</summary>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetEdition(int Year, string Audience = Audiences.Council) : IQuery<EditionView>;

/// <param name="Version">Send it back when confirming: it says which numbers and texts were read.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="ConfirmedBy">Name of who confirmed it.</param>
/// <param name="MayMake">Whether the actor may make it again now.</param>
/// <param name="WhyNot">For who has the permission to confirm: why it can't be confirmed now, in Dutch.</param>
/// <param name="Advice">Remarks for the manager about the tables, in Dutch.</param>
public sealed record EditionView(
    Guid Id,
    Report Report,
    Guid Version,
    DateTime MadeAt,
    bool IsConfirmed,
    DateOnly? ConfirmedOn,
    string? ConfirmedBy,
    bool MayMake,
    bool MayConfirm,
    string? WhyNot,
    IReadOnlyList<ErratumView> Errata,
    IReadOnlyList<string> Advice);

/// <param name="By">Name of who wrote it.</param>
/// <param name="LateOutflow">A Dutch sentence on the ends that were confirmed after the edition froze.</param>
public sealed record ErratumView(DateOnly On, string By, string Text, string LateOutflow);
