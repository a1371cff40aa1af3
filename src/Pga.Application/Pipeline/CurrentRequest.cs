namespace Pga.Application.Pipeline;

/// <summary>What the pipeline knows about the request it is handling, for history and access log.</summary>
public sealed class CurrentRequest
{
    public string Name { get; internal set; } = "";

    public string Purpose { get; internal set; } = "";

    /// <summary>The client of the traject the request is about, found by the access check.</summary>
    public Guid? ClientId { get; internal set; }

    public Guid? TrajectId { get; internal set; }
}
