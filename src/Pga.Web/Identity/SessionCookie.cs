using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Pga.Web.Api;

namespace Pga.Web.Identity;

/// <summary>The signed-in session: 15 minutes idle, 9 hours at most.</summary>
internal static class SessionCookie
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(9);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);
    private const string Started = "pga.started";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "pga";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.LoginPath = "/inloggen";
        cookie.ReturnUrlParameter = "naar";
        cookie.ExpireTimeSpan = Idle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnSigningIn = context =>
        {
            context.Properties.Items[Started] = Clock(context.HttpContext).GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        // The framework renews from half of the time on; then somebody could be out after 8 minutes idle.
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime > RenewAfter;
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = async context =>
        {
            var started = context.Properties.Items.TryGetValue(Started, out var text) && text is not null
                ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
                : DateTimeOffset.MinValue;
            if (Clock(context.HttpContext).GetUtcNow() - started <= Longest)
                return;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        };
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (ApiProblems.IsApi(context.HttpContext))
        {
            context.Response.StatusCode = status;
            return ApiProblems.Write(context.HttpContext, null, status);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static TimeProvider Clock(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>();
}
