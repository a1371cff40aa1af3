using System.Text.Json.Serialization;
using Pga.Application.Access;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>Counts a year, protects and checks it for each audience, and stores it as the draft of that year. Answers the id of the edition.</summary>
/// <param name="Progress">Told at the start of each step.</param>
[Requires(Permission.MakeReport, Purpose = Purposes.Statistics)]
public sealed record MakeDraft(Guid CommandId, int Year, [property: JsonIgnore] IProgress<MakingStep>? Progress = null) : ICommand;

/// <summary>What is being done, in this order.</summary>
public enum MakingStep
{
    Counting,
    Protecting,
    Checking,
    Storing,
}
