using Pga.Application.Access;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>Freezes the draft of a year as it was read. Answers the id of the edition.</summary>
/// <param name="BaseVersion">The <see cref="EditionView.Version"/> that was read.</param>
[Requires(Permission.ConfirmReport, Purpose = Purposes.Statistics)]
public sealed record ConfirmEdition(Guid CommandId, int Year, Guid BaseVersion) : ICommand;
