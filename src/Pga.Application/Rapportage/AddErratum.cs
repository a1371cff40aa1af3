using Pga.Application.Access;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>Puts a correction beside a confirmed edition. Answers the id of the erratum.</summary>
[Requires(Permission.ConfirmReport, Purpose = Purposes.Statistics)]
public sealed record AddErratum(Guid CommandId, int Year, string Text) : ICommand;
