namespace Pga.Disclosure;

/// <summary>Which cells of a release are withheld, and the proof that this is enough.</summary>
/// <param name="Withheld">Keys of the cells that are shown to nobody although they are in a table; unpublished cells are not among them.</param>
/// <param name="Evidence">For every secret one, and for every other withheld cell too. Few tables serve many: they share their dictionaries.</param>
/// <param name="Cost">What the withheld open cells cost the reader: see <see cref="Protector"/>.</param>
/// <param name="Bound">No safe choice costs less than this. Equal to the cost: proven to be the least.</param>
public sealed record Protected(IReadOnlySet<string> Withheld, IReadOnlyList<Evidence> Evidence, long Cost, long Bound)
{
    /// <summary>How much of the cost may be needless, as a share; 0 when the cost is proven to be the least.</summary>
    public double Gap => Cost == 0 ? 0 : (Cost - Bound) / (double)Cost;
}

/// <summary>
/// Two tables of whole numbers that both fit everything that is shown, so that no reader can tell which of the two is true,
/// and neither needs to be. They are worked out from what is shown only, never from what is withheld.
/// </summary>
/// <param name="Secret">Key of a cell, or <see cref="Rest"/> of a part and its base.</param>
/// <param name="Low">
/// Values of the withheld and unpublished cells that are tied to the secret. A cell that isn't among them has nothing to do
/// with the secret: no relation holds cells that are in and cells that are out of the table.
/// </param>
/// <param name="High">The same cells; K − 1 or more apart on a secret, and at least 1 on a withheld cell that is none.</param>
public sealed record Evidence(string Secret, IReadOnlyDictionary<string, long> Low, IReadOnlyDictionary<string, long> High)
{
    /// <summary>Name of the secret "how many of the base are not in the part": <c>base − part</c>.</summary>
    public static string Rest(string part, string @base) => $"{@base} − {part}";
}
