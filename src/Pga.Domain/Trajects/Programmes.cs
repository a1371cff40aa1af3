using Pga.Domain.Common;

namespace Pga.Domain.Trajects;

/// <summary>Aanpak.</summary>
public static class Programmes
{
    public const string LocalPga = "local-pga";
    public const string TopX = "top-x";
    public const string Rio = "rio";

    public static readonly CodeList List = new(
        (LocalPga, "Lokale PGA"), (TopX, "Top X doorgroeiers"), (Rio, "Re-integratie (RIO)"));
}
