using Pga.Application.Data;
using Pga.Domain.Staff;
using Pga.Domain.Stories;
using Pga.Domain.Trajects;

namespace Pga.Application.Demo;

/// <summary>
/// Some stories of one worker, at every step of their road, and what a manager wrote beside last year's figures. Those of
/// last year are released, so that it can be confirmed; one of this year has a date in it, so that a release is refused.
/// </summary>
internal static class DemoStories
{
    private static readonly (string State, bool LastYear, string Title, string Text, string LinkKind, string LinkTo)[] Stories =
    [
        (StoryStates.Released, true, "Weer een eigen sleutel",
            """
            Een jongere sliep bij vrienden op de bank. Post kwam nergens aan, dus boetes liepen op en werk vond hij niet.

            Samen met zijn begeleider regelde hij eerst een briefadres. Daarna een kamer, en toen pas werk. “Eerst dacht ik: weer zo’n hulpverlener”, zegt hij. “Maar deze ging gewoon mee naar het loket.”

            Hij heeft nu een half jaar een eigen sleutel.
            """,
            StoryLinks.Leefgebied, "huisvesting"),
        (StoryStates.Released, true, "Van boksen naar werk",
            """
            Twee keer in de week boksen was het enige waar ze wél op tijd kwam. De trainer zag dat, en vroeg haar te helpen bij de jeugd.

            Dat werd een opleiding, en die werd een baan. De schulden zijn er nog, maar er ligt een plan dat ze zelf maakte.
            """,
            StoryLinks.Intervention, "colosseum-gym"),
        (StoryStates.Consented, false, "Een plan dat past",
            """
            Hij stopte met drie opleidingen. Toen iemand vroeg wat hij wél wilde, bleek dat hij graag buiten werkt.

            Nu werkt hij in het groen, en heeft hij in geen maanden de politie gezien.
            """,
            StoryLinks.Goal, "Vast werk"),
        (StoryStates.Consented, false, "De eerste dag vrij",
            """
            Op 3 maart 2025 kwam hij vrij. Zijn papieren lagen klaar, en er was een plek om te slapen.

            “De vorige keer stond ik met een vuilniszak op straat”, zegt hij.
            """,
            StoryLinks.Leefgebied, "zelfzorg"),
        (StoryStates.Anonymised, false, "Thuis wordt weer gepraat",
            """
            Jarenlang werd er thuis vooral geschreeuwd. Nu eten ze één keer in de week samen, zonder telefoon.

            Het gaat niet elke week goed. Maar ze gaan wel zitten.
            """,
            StoryLinks.Leefgebied, "gezin"),
        (StoryStates.Concept, false, "Overzicht in de schulden",
            "Er lag een tas met ongeopende brieven. Samen maakten we er stapels van. (Nog afmaken: hoe ging het gesprek met de deurwaarder?)",
            StoryLinks.Leefgebied, "inkomen-schulden"),
        (StoryStates.Withdrawn, false, "Terug op school",
            "Na een jaar thuis zit ze weer in de klas.",
            StoryLinks.Leefgebied, "werk-opleiding"),
    ];

    private static readonly (string Kind, string Key, string Text)[] Texts =
    [
        (TextBlockKinds.Table, "inflow",
            "De instroom hangt samen met het aantal plekken: de teams zitten vol. Wie niet binnenkomt, staat op een lijst die we elke maand bekijken.\n\nDe aanmeldingen komen vooral van de politie en van de buurtteams."),
        (TextBlockKinds.Table, "outflow", "Wie uit beeld raakt, telt als negatief. Dat zegt niet altijd dat het slecht gaat: sommigen zijn verhuisd zonder dat te melden."),
        (TextBlockKinds.Plan, Programmes.LocalPga, "Bijna alle plannen zijn elke drie maanden besproken. Het lukt nog niet altijd om de jongere daar zelf bij te hebben."),
        (TextBlockKinds.Process, Programmes.Rio, "De spreekuren zijn door ziekte een aantal weken niet gehouden. De inrichtingen vonden vervanging op afstand geen goede oplossing."),
    ];

    /// <param name="trajects">Of the author, still running; each gets one story at most.</param>
    public static async Task Write(BulkWriter writer, DemoRandom random, StaffMember author, StaffMember officer, IReadOnlyList<Traject> trajects, DateOnly today, CancellationToken ct)
    {
        foreach (var (told, i) in Stories.Take(trajects.Count).Select((told, i) => (told, i)))
        {
            var written = today.AddDays(-60 + (4 * i));
            var story = new Story(random.NextId(), new StoryDraft(told.LastYear ? today.Year - 1 : today.Year, told.Title, told.Text, told.LinkKind, told.LinkTo), author.Id, At(written, 9));
            if (told.State is not StoryStates.Concept)
                story.Anonymise(author.Id, At(written.AddDays(1), 10));
            if (told.State is StoryStates.Consented or StoryStates.Released)
                story.RecordConsent(i % 2 == 0 ? "written" : "spoken", written.AddDays(2), author.Id, At(written.AddDays(2), 11));
            if (told.State is StoryStates.Released)
                story.Release(officer.Id, At(written.AddDays(6), 12), []);
            if (told.State is StoryStates.Withdrawn)
                story.Withdraw(author.Id, At(written.AddDays(3), 12));
            await writer.InsertDemo(story, ct);
            await writer.Insert(new StorySource(story.Id, trajects[i].Id), ct);
        }

        foreach (var (kind, key, text) in Texts)
            await writer.InsertDemo(new TextBlock(random.NextId(), today.Year - 1, kind, key, text), ct);
    }

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
}
