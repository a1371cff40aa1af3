namespace Pga.Application.Demo;

/// <summary>What workers write down, in sentences that fit together in any mix. No names, places or numbers of anyone.</summary>
internal static class DemoTexts
{
    public const string Office = "Wijkbureau, spreekkamer 2";

    public static readonly string[] OpeningsAtHome =
    [
        "Cliënt deed pas na enige tijd open, maar wilde wel praten.",
        "Rustig gesprek aan de keukentafel.",
        "Het huis was opgeruimd, er was koffie.",
        "Moeder was erbij en maakt zich zorgen.",
        "Gesprek op de bank, de televisie bleef aan.",
    ];

    public static readonly string[] Openings =
    [
        "Goed gesprek, cliënt was op tijd en open.",
        "Cliënt was kort van stof, maar bleef wel zitten.",
        "Cliënt was boos over een brief en wilde eerst stoom afblazen.",
        "Cliënt oogt vermoeid en zegt slecht te slapen.",
        "Cliënt is blij met hoe het nu gaat.",
        "Cliënt had de afspraak zelf onthouden.",
        "Kort contact, cliënt moest snel weg.",
        "Cliënt kwam samen met de jongerenwerker.",
        "Cliënt vertelt uit zichzelf over de afgelopen weken.",
        "Eerst over voetbal gepraat, daarna over de afspraken.",
        "Cliënt wil niet over de politie praten, wel over werk.",
        "Gesproken in de auto, dat praat voor cliënt makkelijker.",
    ];

    public static readonly string[] Middles =
    [
        "Werkt nu drie dagen per week in een magazijn en komt op tijd.",
        "Is vorige week twee dagen niet op zijn werk geweest.",
        "De school heeft laten weten dat de aanwezigheid beter is.",
        "Mist nog papieren voor de inschrijving bij school.",
        "De schulden zijn op een rij gezet; er is een regeling met de zorgverzekeraar.",
        "Er is een nieuwe deurwaarder die beslag wil leggen.",
        "De uitkering is gestart, de eerste betaling is binnen.",
        "Slaapt weer thuis, dat gaat tot nu toe goed.",
        "Slaapt bij vrienden op de bank en wil een eigen plek.",
        "Staat ingeschreven als woningzoekende.",
        "Zegt minder te blowen, alleen nog in het weekend.",
        "Blowt dagelijks en ziet dat zelf niet als probleem.",
        "Gaat twee keer per week sporten en zegt dat het hoofd daar rustig van wordt.",
        "Is aangesproken door de wijkagent, maar zonder vervolg.",
        "Heeft zich gehouden aan de afspraken met de reclassering.",
        "Heeft een afspraak met de reclassering gemist.",
        "Trekt minder op met de oude groep.",
        "Is weer gezien met de oude groep.",
        "Het contact met vader is hersteld.",
        "Thuis is er veel ruzie over geld.",
        "Is aangemeld bij de huisarts voor een verwijzing.",
        "Wil geen hulp voor de somberheid, wel praten met de coach.",
        "Heeft het ID-bewijs aangevraagd bij het stadskantoor.",
        "Het broertje begint ook spijbelgedrag te laten zien.",
        "De vriendin is een goede steun.",
        "Is begonnen met het VOG-traject.",
        "De coach is tevreden over de inzet.",
        "Wil graag een opleiding in de techniek.",
        "Zorgt goed voor zichzelf en kookt nu zelf.",
        "Post blijft liggen; samen de stapel doorgenomen.",
    ];

    public static readonly string[] Closings =
    [
        "Afgesproken dat we elke twee weken contact houden.",
        "Volgende keer gaan we samen naar het buurtteam.",
        "Ik bel de school en koppel terug.",
        "Cliënt regelt zelf de papieren.",
        "Ik ga mee naar het gesprek bij W&I.",
        "Cliënt denkt na over de sportschool.",
        "De partner neemt dit deel over.",
        "We spreken af dat cliënt belt als het niet lukt.",
        "Ik stem dit af in het casusoverleg.",
        "Cliënt weet wat er van hem of haar verwacht wordt.",
        "De volgende meting doen we samen.",
        "Cliënt gaf aan het gesprek prettig te vinden.",
        "Geen bijzonderheden verder.",
        "Houd de komende weken vinger aan de pols.",
    ];

    public static readonly string[] AtPartner =
    [
        "Overleg bij de partner over de voortgang.",
        "Samen met cliënt bij de partner langs geweest.",
        "De partner ziet cliënt wekelijks en is positief.",
    ];

    public static readonly string[] Letters =
    [
        "Brief met uitnodiging voor een gesprek gestuurd.",
        "Brief met de gemaakte afspraken gestuurd.",
        "Brief gestuurd omdat bellen niet lukt.",
    ];

    public static readonly string[] NobodyHome =
    [
        "Aangebeld, geen reactie. Kaartje in de bus gedaan.",
        "Zus deed open: cliënt is niet thuis.",
        "Niemand thuis op het afgesproken tijdstip.",
    ];

    public static readonly string[] NotReached =
    [
        "Drie keer gebeld, geen gehoor. Bericht achtergelaten.",
        "Cliënt niet bereikt. App gestuurd met het verzoek om te bellen.",
    ];

    public static readonly string[] NextSteps =
    [
        "Bellen met school", "Mee naar buurtteam", "Papieren voor uitkering bekijken", "Afspraak met reclassering maken",
        "Tussenmeting plannen", "ID-bewijs ophalen", "Schuldenoverzicht afmaken", "Kennismaken bij sportschool",
        "Terugbellen over woonplek", "Coach om terugkoppeling vragen", "Gesprek met ouders plannen", "Aanmelden voor VOG-traject",
    ];

    public static readonly string[] NextAttempts = ["Nieuwe poging huisbezoek", "Opnieuw bellen", "Nieuwe afspraak maken"];

    public static readonly string[] Present = ["cliënt", "cliënt", "cliënt", "cliënt en moeder", "cliënt en vader", "cliënt en partner", "cliënt en wijkagent", "cliënt en jongerenwerker"];

    public static readonly string[] Referrers = ["politie", "politie", "OM", "Buurtteams", "school", "Samen Veilig Midden-Nederland", "Reclassering Nederland", "JoU", "W&I", "ZVH"];

    public static readonly string[] Grounds =
    [
        "Meerdere meldingen van overlast in een groep en verzuim op school.",
        "Aangehouden voor een vermogensdelict; problemen thuis en met geld.",
        "Geweldsincident op straat, geen dagbesteding.",
        "Zorgen van school en wijkagent over het netwerk.",
        "Dreigt door te groeien in de groep; broer is bekend bij de politie.",
        "Herhaalde overlast en middelengebruik in de openbare ruimte.",
    ];

    public const string RioGround = "Komt terug naar Utrecht na detentie; basisvoorwaarden zijn nog niet geregeld.";
    public const string Purpose = "Overlast en criminaliteit stoppen en hulp op alle leefgebieden regelen.";
    public const string RioPurpose = "Goede terugkeer na detentie.";

    public static readonly string[] EndNotes = ["Besproken in het casusoverleg.", "Overdracht gedaan aan het buurtteam.", "Cliënt is het eens met de afsluiting."];

    public static readonly string[] SafetyAgreements =
    [
        "Ga altijd met twee personen op huisbezoek.",
        "Spreek alleen af op kantoor.",
        "Er is een grote hond. Bel van tevoren.",
        "Neem vooraf contact op met de wijkagent.",
    ];

    public static readonly string[] RelationGrounds =
    [
        "Woont in hetzelfde huis.", "Steunt cliënt bij afspraken.", "Heeft invloed op het gedrag van cliënt.", "Contactpersoon als cliënt niet bereikbaar is.",
    ];

    public static readonly string[] VisitNotes =
    [
        "Wil werk na detentie.", "ID-bewijs aangevraagd.", "Vraagt om hulp bij woonplek.", "Schulden besproken.", "Zorgverzekering nog regelen.", "Familie komt op bezoek.",
    ];

    public static readonly string[] Priorities = ["Veiliger wijken", "Maatschappelijke onrust", "Jeugd en veiligheid", "Ondermijning", "Zorg en veiligheid"];
}
