namespace Pga.Disclosure;

/// <summary>
/// Withholds what must be withheld so that nobody can work out a small count to within less than K − 1, at the least cost
/// to the reader. The cost of a withheld open cell is weight × (count × 1000 + 1); the weight of a headline is 1000, of others 1.
/// </summary>
public static class Protector
{
    /// <param name="limit">Stops the search for something cheaper, and the proof that there is nothing cheaper; not the first safe choice.</param>
    /// <param name="ct">Stops everything: answers what was verified by then, if anything.</param>
    /// <exception cref="ProtectionFailed">The release can't be made safe, or was not verified to be when it was cancelled.</exception>
    public static Protected Protect(Release release, TimeSpan limit, CancellationToken ct = default) => throw new NotImplementedException();
}
