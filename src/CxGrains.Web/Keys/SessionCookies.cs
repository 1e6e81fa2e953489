using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Keys;

/// <summary>Sets up the page's sign-in cookie.</summary>
internal sealed class SessionCookies(IOptions<WebOptions> options, Callers callers, TimeProvider time) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions cookies)
    {
        if (name != Schemes.Session)
        {
            return;
        }

        cookies.TimeProvider = time;
        cookies.ExpireTimeSpan = TimeSpan.FromHours(options.Value.SessionHours);
        cookies.SlidingExpiration = true;
        cookies.Cookie.Name = "cx-session";
        cookies.Cookie.HttpOnly = true;
        cookies.Cookie.SameSite = SameSiteMode.Strict;
        cookies.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookies.Events.OnValidatePrincipal = ValidateAsync;
    }

    // A cookie is worth as much as its key or its user is now: it ends when that is gone or was changed, or when the demo is over.
    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var caller = Caller.Of(context.Principal);
        var now = caller is null ? null : await callers.RefreshAsync(caller, context.HttpContext.RequestAborted);
        if (now is null)
        {
            context.RejectPrincipal();
        }
        else
        {
            context.ReplacePrincipal(now.ToPrincipal(Schemes.Session));
        }
    }
}
