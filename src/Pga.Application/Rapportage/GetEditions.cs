using Pga.Application.Access;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>The years that have an edition, the latest first.</summary>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetEditions : IQuery<IReadOnlyList<EditionLine>>;

public sealed record EditionLine(int Year, bool IsConfirmed, DateOnly MadeOn, DateOnly? ConfirmedOn);
