namespace Pga.Domain.Stories;

/// <summary>The words of names and what isn't one, folded.</summary>
internal static class NameWords
{
    /// <summary>A shorter name has no ending: Bo and Bos are two names.</summary>
    public const int MinWithEnding = 3;

    /// <summary>Sannes fiets, Kevintje, Timpje.</summary>
    public static readonly string[] Endings = ["s", "je", "tje", "pje", "etje", "jes", "tjes", "pjes", "etjes"];

    /// <summary>Tussenvoegsels: by themselves they name nobody.</summary>
    public static readonly HashSet<string> Particles = Set(
        """
        a aan abou abu af ait al am ap av ben bij bin bint da das de degli dei del della den der des di do dos du e el en het ibn
        im in la las le les lo los onder op over s san sint st t te ten ter ther tot uijt uit ul un van vande vanden vander ver
        vom von voor y zu zum zur
        """);

    /// <summary>Words for people that stand where a name may stand: moeder, mevrouw, jongerenwerker.</summary>
    public static readonly HashSet<string> People = Set(
        """
        advocaat agent ambulant arts begeleider begeleidster broer broers broertje buurman buurtteam buurvrouw client coach collega
        contactpersoon coordinator dhr docent dochter dokter dr drs echtgenoot echtgenote ex expert familie gedragswerker gezin
        gezinsvoogd heer hulpverlener ing ir jeugdreclassering jeugdwerker jongen jongeren jongerenwerker jurist kind kinderen
        leerkracht leraar mama man medewerker meisje meneer mentor mevr mevrouw moeder mr mw neef nicht nr oma onbekend oom opa
        ouder ouders papa partner pga politie psychiater psycholoog reclassering reclasseringswerker regisseur rio schoonmoeder
        schoonvader school schuldhulpverlener stagiair stagiaire stiefmoeder stiefvader tante team tolk trainer vader verloofde
        voogd vriend vrienden vriendin vrouw werkgever wijkagent wijkteam zoon zus zusje zussen
        """);

    /// <summary>Kinds of institutions, before the name of the place.</summary>
    public static readonly HashSet<string> InstitutionTypes = Set("centrum complex fcj inrichting jc jeugdinrichting jji justitieel justitieele jva kvjj penitentiaire pi ppc");

    /// <summary>Titles and abbreviations with a full stop that ends no sentence.</summary>
    public static readonly HashSet<string> Abbreviated = Set("dhr mw mevr mr dr drs ing ir st nr");

    public static IReadOnlyList<string> Of(string text) => [.. FoldedText.Readings(text).First().Words.Select(w => w.Text)];

    /// <summary>Van den Berg is vandenberg.</summary>
    public static string Glue(string text) => string.Concat(Of(text));

    /// <summary>As people shorten a name: SJ, SvdB, SB.</summary>
    public static IReadOnlySet<string> InitialsOf(PersonName name)
    {
        var (given, prefix, family) = (Of(name.Given), Of(name.Prefix ?? ""), Of(name.Family));
        var telling = family.Where(w => !Particles.Contains(w)).Concat(family).Append("").First();
        return
        (
            from first in new[] { Letters(given.Take(1)), Letters(given) }
            from between in new[] { "", Letters(prefix) }
            from last in new[] { Letters([telling]), Letters(family) }
            let initials = first + between + last
            where initials.Length > 1
            select initials
        ).ToHashSet();
    }

    private static string Letters(IEnumerable<string> words) => string.Concat(words.Where(w => w.Length > 0).Select(w => w[0]));

    private static HashSet<string> Set(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
