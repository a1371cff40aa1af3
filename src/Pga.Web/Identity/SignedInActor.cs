using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pga.Application.Access;
using Pga.Application.Data;

namespace Pga.Web.Identity;

/// <summary>
/// Says who the actor is, from the staff register at every request: a role or team that was taken away is gone at the next
/// click, whatever the cookie says.
/// </summary>
internal sealed class SignedInActor(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Actor actor, PgaDbContext db)
    {
        if (context.User.Identity?.IsAuthenticated == true && !context.Request.Path.StartsWithSegments("/fout"))
        {
            var id = Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
            var staff = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Active, context.RequestAborted);
            if (staff is null)
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                actor.BecomeNobody();
            }
            else
            {
                actor.BecomeStaff(staff, context.Connection.RemoteIpAddress?.ToString() ?? "");
            }
        }

        await next(context);
    }
}
