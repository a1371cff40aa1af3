using System.Security.Cryptography;
using System.Text;
using Pga.Domain.Catalogues;

namespace Pga.Application.Catalogues;

/// <summary>The catalogues a new database starts with. Ids follow from the code, so that every database has the same.</summary>
internal static class ShippedCatalogues
{
    public static readonly Intervention[] Interventions =
    [
        .. Numbered(
            [
                ("colosseum-gym", "Colosseum Gym", "sport"),
                ("fc-utrecht-inside", "FC Utrecht Inside", "sport"),
                ("fc-utrecht-outside", "FC Utrecht Outside", "sport"),
                ("ipta-coach", "IPTA-coach", "work"),
                ("rio-begeleiding", "RIO-begeleiding", "coaching"),
                ("kapot-sterk", "Kapot Sterk", "prevention"),
                ("vog-traject", "VOG-traject", "work"),
            ],
            (i, order) => new Intervention(IdOf("intervention", i.Item1), i.Item1, i.Item2, i.Item3, order)),
    ];

    public static readonly Partner[] Partners =
    [
        .. Numbered(
            [
                ("w-en-i", "W&I"), ("buurtteams", "Buurtteams"), ("jou", "JoU"), ("reclassering-nederland", "Reclassering Nederland"),
                ("svg", "SVG"), ("leger-des-heils", "Leger des Heils J&R"), ("samen-veilig", "Samen Veilig Midden-Nederland"),
                ("politie", "politie"), ("om", "OM"), ("zvh", "ZVH"),
            ],
            (p, order) => new Partner(IdOf("partner", p.Item1), p.Item1, p.Item2, order)),
    ];

    public static readonly Institution[] Institutions =
    [
        .. Numbered(
            [
                ("pi-nieuwegein", "PI Nieuwegein", "NL"), ("pi-lelystad", "PI Lelystad", "NL"), ("pi-almere", "PI Almere", "NL"),
                ("pi-vught", "PI Vught", "NL"), ("pi-nieuwersluis", "PI Nieuwersluis", "NL"), ("pi-alphen", "PI Alphen aan den Rijn", "NL"),
                ("pi-arnhem", "PI Arnhem", "NL"), ("pi-zwolle", "PI Zwolle", "NL"), ("pi-dordrecht", "PI Dordrecht", "NL"),
                ("pi-leeuwarden", "PI Leeuwarden", "NL"), ("pi-ter-apel", "PI Ter Apel", "NL"), ("jc-schiphol", "JC Schiphol", "NL"),
                ("jc-zaanstad", "JC Zaanstad", "NL"), ("jva-koeln", "JVA Köln", "DE"),
            ],
            (i, order) => new Institution(IdOf("institution", i.Item1), i.Item1, i.Item2, i.Item3, order)),
    ];

    public static readonly ActivityKind[] ActivityKinds =
    [
        .. Numbered(
            [
                ("scholen", "scholen met lessen en spreekuren"), ("kapot-sterk-scholieren", "scholieren Kapot Sterk"),
                ("vog-ambassadeurs", "VOG-ambassadeurs opgeleid"), ("buit-controles", "BUIT-controles"),
                ("knock-and-talk", "Knock & Talk-gesprekken"),
            ],
            (k, order) => new ActivityKind(IdOf("activity", k.Item1), k.Item1, k.Item2, order)),
    ];

    /// <summary>Each with a version of its own: nobody who sends none edits by accident.</summary>
    public static T WithVersion<T>(T entry)
        where T : CatalogueItem
    {
        entry.RenewVersion(entry.Id);
        return entry;
    }

    private static IEnumerable<T> Numbered<TRow, T>(TRow[] rows, Func<TRow, int, T> make)
        where T : CatalogueItem => rows.Select((row, i) => WithVersion(make(row, i + 1)));

    private static Guid IdOf(string catalogue, string code) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{catalogue}/{code}")).AsSpan(0, 16));
}
