using System.Globalization;
using Pga.Application.Contacts;
using Pga.Application.Plans;
using Pga.Application.Trajects;
using Pga.Domain.Common;
using Pga.Domain.Contacts;

namespace Pga.Benchmarks;

/// <summary>
/// What a worker does all day, in a small and a large database by turns: as messages through the whole pipeline, and over
/// HTTP as pages. Each turn is another expert with another traject of their own.
/// </summary>
internal static class CaseBench
{
    private const int WarmUp = 30;
    private const int Turns = 300;
    private const double Most = 50;
    private const double MostGrowth = 1.5;
    private const string Report = "Goed gesprek over werk en geld. We spreken over twee weken weer af.";

    public static async Task Messages(Table table)
    {
        using var small = await Desks.Of(Sizes.Small);
        using var large = await Desks.Of(Sizes.Large);
        await Compare("worklist", d => turn => d.Database.Send(d.Expert(turn), new GetWorklist()));
        await Compare("dossier", d => turn => d.Database.Send(d.Expert(turn), new GetDossier(d.Traject(turn))));
        await Compare("agenda", d => turn => d.Database.Send(d.Expert(turn), new GetAgenda(TimeProvider.System.Today())));
        await Compare("calendar elsewhere", d => turn => d.Database.Send(d.Expert(turn), new GetAgendaFeed()));
        await Compare("plan van aanpak", d => turn => d.Database.Send(d.Expert(turn), new GetPlan(d.Traject(turn))));
        await Compare("saving a contact", d => turn => d.Database.Send(d.Expert(turn), Contact(d.Traject(turn))));

        async Task Compare(string what, Func<Desks, Func<int, Task>> act)
        {
            var timings = await Timing.InTurns(WarmUp, Turns, act(small), act(large));
            table.Compare(what, timings[0], timings[1], Most, MostGrowth);
        }
    }

    public static async Task Pages(Table table)
    {
        using var small = await Desks.Of(Sizes.Small);
        using var large = await Desks.Of(Sizes.Large);
        await using var smallWeb = await WebBench.On(small.Database);
        await using var largeWeb = await WebBench.On(large.Database);
        var smallBrowsers = await smallWeb.SignIn(small.Experts);
        var largeBrowsers = await largeWeb.SignIn(large.Experts);
        await Compare("worklist, page", (browser, _) => browser.Get("/caseload"));
        await Compare("dossier, page", (browser, traject) => browser.Get($"/dossiers/{traject}"));
        await Compare("saving a contact, page", (browser, traject) => browser.Post($"/dossiers/{traject}/contact/nieuw", Form()));

        async Task Compare(string what, Func<Browser, Guid, Task> act)
        {
            var timings = await Timing.InTurns(WarmUp, Turns,
                turn => act(smallBrowsers[turn % Desks.Count], small.Traject(turn)),
                turn => act(largeBrowsers[turn % Desks.Count], large.Traject(turn)));
            table.Compare(what, timings[0], timings[1], Most, MostGrowth);
        }
    }

    private static Dictionary<string, string> Form() => new()
    {
        ["Input.CommandId"] = Guid.CreateVersion7().ToString(),
        ["Input.Kind"] = "phone",
        ["Input.Date"] = TimeProvider.System.Today().AddDays(-1).ToString("O", CultureInfo.InvariantCulture),
        ["Input.Time"] = "11:00",
        ["Input.Outcome"] = ContactCodes.Held,
        ["Input.Report"] = Report,
    };

    private static LogContact Contact(Guid traject)
    {
        var yesterday = TimeProvider.System.Today().AddDays(-1);
        return new LogContact(Guid.CreateVersion7(), traject, "phone", yesterday, new TimeOnly(11, 0), ContactCodes.Held, Report);
    }
}
