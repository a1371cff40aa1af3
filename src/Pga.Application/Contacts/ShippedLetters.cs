using System.Security.Cryptography;
using System.Text;
using Pga.Application.Catalogues;
using Pga.Domain.Contacts;

namespace Pga.Application.Contacts;

/// <summary>The letters that a new database starts with. Examples: each organisation has its own words for them.</summary>
internal static class ShippedLetters
{
    public static readonly LetterTemplate[] All =
    [
        .. new (string Code, string Name, string Subject, string Body)[]
        {
            ("uitnodiging", "Uitnodiging voor een gesprek", "Uitnodiging voor een gesprek", Letter("""
                Graag maak ik kennis met u. Ik wil met u praten over hoe het met u gaat, en waar wij u bij kunnen helpen.

                Het gesprek is op {{afspraak}}.
                Plaats: {{plaats}}.

                U mag iemand meenemen die u vertrouwt. Kunt u niet op dit moment? Of wilt u liever ergens anders afspreken? Laat het mij weten. Dan zoeken we samen een andere dag of plek.
                """)),
            ("huisbezoek", "Bevestiging van een huisbezoek", "Wij komen bij u langs", Letter("""
                Wij hebben afgesproken dat ik bij u thuis kom. Dat is op {{afspraak}}.

                Ik kan mij legitimeren. Vraag er gerust naar bij de deur. Het bezoek duurt ongeveer een uur.

                Komt het toch niet uit? Laat het mij op tijd weten. Dan maken we een nieuwe afspraak.
                """)),
            ("aangemeld", "U bent aangemeld", "U bent aangemeld voor de persoonsgerichte aanpak", Letter("""
                Op {{aanmelddatum}} bent u aangemeld voor de persoonsgerichte aanpak. In deze brief leest u wat dat betekent.

                In de persoonsgerichte aanpak maken wij samen met u één plan. Dat plan gaat over alles wat belangrijk is in uw leven, zoals wonen, werk, geld, gezondheid en familie. Verschillende organisaties werken hierin samen.

                Om dat te kunnen doen, leggen wij gegevens over u vast. Wij bewaren alleen wat nodig is. U mag zien wat wij over u hebben opgeschreven. Klopt er iets niet? Dan kunt u vragen om het te verbeteren. U kunt ook bezwaar maken.

                Ik vertel u graag meer. Ook leg ik u uit wie u heeft aangemeld en waarom. Bel of mail mij gerust.
                """)),
            ("afsluiting", "Afsluiting van het traject", "Wij sluiten uw traject af", Letter("""
                Op {{startdatum}} begonnen wij samen aan uw traject in de persoonsgerichte aanpak. Dat traject stopt op {{einddatum}}.

                Wij hebben met u besproken hoe het nu gaat en wie u verder kan helpen. Uw dossier bewaren wij zo lang als dat moet. Daarna vernietigen wij het.

                Hebt u later toch weer hulp nodig? Dan kunt u altijd contact met ons opnemen.
                """)),
        }.Select((t, i) => ShippedCatalogues.WithVersion(new LetterTemplate(IdOf(t.Code), t.Code, t.Name, t.Subject, t.Body, i + 1))),
    ];

    private static string Letter(string middle) => $$$"""
        Beste {{naam}},

        {{{middle.ReplaceLineEndings("\n").Trim()}}}

        Met vriendelijke groet,

        {{medewerker}}
        {{organisatie}}
        """.ReplaceLineEndings("\n");

    // Follows from the code, so that every database has the same.
    private static Guid IdOf(string code) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"letter/{code}")).AsSpan(0, 16));
}
