using MediatR;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Contacts;
using Pga.Application.Data;
using Pga.Domain.Common;
using Pga.Web.Hosting;

namespace Pga.Web.Identity;

/// <summary>
/// The address at which a calendar program reads somebody's appointments. The secret in it is the key; whoever has it reads
/// as its owner is now: without the role, or the account, it opens nothing.
/// </summary>
internal static class AgendaFeedAddress
{
    private const string Extension = ".ics";

    public static string Of(string secret, HttpContext http) => $"{Origin(http)}{SecretAddress.Path}/{secret}{Extension}";

    public static void Map(WebApplication app) =>
        app.MapMethods(SecretAddress.Path, [HttpMethods.Get, HttpMethods.Head], Answer).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Answer(HttpContext http, PgaDbContext db, Actor actor, IMediator mediator, FeedPace pace, TimeProvider clock)
    {
        // Whoever is signed in in the same browser is of no account here.
        actor.BecomeNobody();
        if (SecretAddress.SecretOf(http) is not { Length: FeedSecret.Length + 4 } address || !address.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            return Results.NotFound();
        var ct = http.RequestAborted;
        var today = clock.Today();
        // Found by its hash: how long that takes says nothing about the secret.
        var hash = FeedSecret.HashOf(address[..FeedSecret.Length]);
        var owner = await db.AgendaFeeds.Where(f => f.SecretHash == hash && f.RevokedAt == null && f.ExpiresOn >= today)
            .Join(db.Staff.Where(s => s.Active), f => f.StaffId, s => s.Id, (f, s) => s)
            .AsNoTracking().SingleOrDefaultAsync(ct);
        if (owner is null || !Roles.Grant(owner.Roles, Permission.ViewAgenda))
            return Results.NotFound();
        if (!pace.Allows(owner.Id))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        actor.BecomeStaff(owner, http.Connection.RemoteIpAddress?.ToString() ?? "");
        var events = await mediator.Send(new GetAgendaFeed(), ct);
        return Results.Text(ICalendar.Write(events, clock.UtcNow(), Origin(http) + "/agenda"), ICalendar.ContentType);
    }

    private static string Origin(HttpContext http) =>
        http.RequestServices.GetRequiredService<IConfiguration>()["PublicUrl"]?.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}";
}
