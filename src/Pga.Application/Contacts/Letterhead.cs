namespace Pga.Application.Contacts;

/// <summary>What stands above every letter, from the configuration under <c>Organisation</c>.</summary>
/// <param name="Name">Without it: the organisation of whoever writes.</param>
/// <param name="Address">Lines below the name: street, place, telephone.</param>
public sealed record Letterhead(string? Name = null, IReadOnlyList<string>? Address = null);
