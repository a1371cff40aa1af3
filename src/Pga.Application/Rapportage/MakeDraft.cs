using System.Text.Json.Serialization;
using Pga.Application.Access;
using Pga.Application.Pipeline;

namespace Pga.Application.Rapportage;

/// <summary>Counts a year, protects and checks it for each audience, and stores it as the draft of that year. Answers the id of the edition.</summary>
[Requires(Permission.MakeReport, Purpose = Purposes.Statistics)]
public sealed record MakeDraft(Guid CommandId, int Year) : ICommand
{
    /// <summary>Told at the start of each step.</summary>
    [JsonIgnore]
    public IProgress<MakingStep>? Progress { get; init; }
}

/// <summary>What is being done, in this order.</summary>
public enum MakingStep
{
    Counting,
    Protecting,
    Checking,
    Storing,
}
