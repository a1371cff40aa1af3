using MediatR;
using Pga.Application.Access;
using Pga.Application.Tasks;

namespace Pga.Web.Ui;

/// <summary>What the bell above every page says.</summary>
public sealed class Bell(IMediator mediator, Actor actor)
{
    /// <summary>How many notifications are unread; null for who has none at all.</summary>
    public async Task<int?> Unread(CancellationToken ct) => actor.Can(Permission.ViewTasks) ? await mediator.Send(new CountUnread(), ct) : null;

    public static string Text(int unread) => unread switch
    {
        0 => "geen nieuwe meldingen",
        1 => "1 nieuwe melding",
        >= CountUnread.Most => $"{CountUnread.Most - 1} of meer nieuwe meldingen",
        _ => $"{unread} nieuwe meldingen",
    };
}
