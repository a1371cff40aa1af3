using Pga.Application.Contacts;
using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Contacts;

namespace Pga.Application.Demo;

/// <summary>What an administrator finds after some years: entries that ended, one that begins, and some that an import made. In use by nobody.</summary>
internal static class DemoCatalogueEntries
{
    /// <summary>After whatever was shipped.</summary>
    private const int Last = 900;

    public static async Task Write(BulkWriter writer, DemoRandom random, DateOnly today, CancellationToken ct)
    {
        var lastYear = new DateOnly(today.Year - 1, 12, 31);
        var closed = new Institution(random.NextId(), "fcj-utrecht", "FCJ Utrecht", "NL", Last);
        closed.ValidBetween(null, lastYear);
        var gone = new Partner(random.NextId(), "stichting-doorstart", "Stichting Doorstart", Last);
        gone.ValidBetween(new DateOnly(today.Year - 4, 1, 1), lastYear);
        var coming = new Intervention(random.NextId(), "samen-koken", "Samen koken", "coaching", Last);
        coming.Describe("coaching", "Leren koken met weinig geld, en weer samen aan tafel.");
        coming.Offer(null, 8, placesPerGroup: false, costs: 150);
        coming.ValidBetween(today.AddDays(1 - today.Day).AddMonths(1), null);
        var former = new LetterTemplate(random.NextId(), "uitnodiging-oud", "Uitnodiging (oude tekst)", ShippedLetters.All[0].Subject, ShippedLetters.All[0].Body, Last);
        former.ValidBetween(null, lastYear);

        await writer.InsertDemo(closed, ct);
        await writer.InsertDemo(gone, ct);
        await writer.InsertDemo(coming, ct);
        await writer.InsertDemo(former, ct);
        await writer.InsertDemo(new Intervention(random.NextId(), "boksen-in-de-wijk", "Boksen in de wijk", null, Last + 1, needsReview: true), ct);
        await writer.InsertDemo(new Institution(random.NextId(), "pi-vugt", "PI Vugt", "NL", Last + 1, needsReview: true), ct);
    }
}
