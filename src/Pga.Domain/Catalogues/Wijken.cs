using Pga.Domain.Common;

namespace Pga.Domain.Catalogues;

/// <summary>The ten wijken of Utrecht, and what stands in for one.</summary>
public static class Wijken
{
    public const string Unknown = "onbekend";

    public static readonly CodeList List = new(
        ("west", "West"),
        ("noordwest", "Noordwest"),
        ("overvecht", "Overvecht"),
        ("noordoost", "Noordoost"),
        ("oost", "Oost"),
        ("binnenstad", "Binnenstad"),
        ("zuid", "Zuid"),
        ("zuidwest", "Zuidwest"),
        ("leidsche-rijn", "Leidsche Rijn"),
        ("vleuten-de-meern", "Vleuten-De Meern"),
        ("buiten-utrecht", "Buiten Utrecht"),
        ("zonder-vaste-plek", "Zonder vaste plek"),
        (Unknown, "Onbekend"));
}
