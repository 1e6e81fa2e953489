using CxGrains.Abstractions.Keys;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Keys;

/// <summary>Sets up the page's sign-in cookie.</summary>
internal sealed class SessionCookies(IOptions<WebOptions> options, TimeProvider time) : IConfigureNamedOptions<CookieAuthenticationOptions>
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

    // A cookie is worth as much as its key: it ends when the key is gone, or when the demo is.
    private Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var caller = Caller.Of(context.Principal);
        var valid = caller is { KeyHash: Caller.DemoKeyHash }
            ? options.Value.DemoSignIn
            : caller is not null && context.HttpContext.RequestServices.GetRequiredService<IKeys>().Find(caller.KeyHash) is not null;
        if (!valid)
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }
}
