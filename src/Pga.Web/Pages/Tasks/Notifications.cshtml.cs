using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Tasks;
using Pga.Domain.Common;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Tasks;

/// <summary>What the reader was told, and to say that they have read it.</summary>
public sealed class NotificationsModel(IMediator mediator, TimeProvider clock) : PgaPage(mediator)
{
    private const string Here = "/meldingen";

    [BindProperty(SupportsGet = true, Name = "blad")]
    public int PageNumber { get; set; } = 1;

    public NotificationList List { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public string Address => $"{Here}?blad=";

    /// <summary>When the list was shown: what comes later isn't read with it.</summary>
    public string ShownAt { get; private set; } = "";

    public Guid NewId { get; } = Guid.CreateVersion7();

    public async Task OnGetAsync()
    {
        ShownAt = clock.UtcNow().ToString("O", CultureInfo.InvariantCulture);
        List = await Ask(new GetNotifications(PageNumber));
    }

    /// <summary>Reads one; when the reader opened it, on to what it is about.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid id, Guid commandId, bool open)
    {
        // First what it leads to: whoever can't see it any more gets no further.
        var list = open ? await Ask(new GetNotifications(PageNumber)) : null;
        await Do(new ReadNotification(commandId, id));
        return Redirect(list?.Rows.FirstOrDefault(n => n.Id == id) is { } row ? TaskLinks.Of(row) : Back);
    }

    public async Task<IActionResult> OnPostReadAllAsync(Guid commandId, string? until)
    {
        var moment = DateTime.TryParseExact(until, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var shown) ? shown : (DateTime?)null;
        await Do(new ReadAllNotifications(commandId, moment));
        Notice("Alle meldingen zijn gelezen.");
        return Redirect(Here);
    }

    private string Back => PageNumber > 1 ? $"{Here}?blad={PageNumber}" : Here;
}
