using System.Text;
using System.Text.Encodings.Web;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Live;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Keys;

/// <summary>
/// Recognises <c>Authorization: Bearer KEY</c>, <c>Basic</c> with the key as user (as Segment's SDKs send it), and for the live hub
/// <c>?access_token=KEY</c>, because a browser cannot set headers on a WebSocket.
/// </summary>
internal sealed class KeyAuthenticationHandler(IKeys keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    /// <summary>Whether a request brings a key, right or wrong.</summary>
    public static bool BringsKey(HttpRequest request) => request.Headers.Authorization.Count > 0 || TokenOf(request) is not null;

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    private static string? TokenOf(HttpRequest request) =>
        request.Path.StartsWithSegments(LiveHub.Path, StringComparison.OrdinalIgnoreCase) && request.Query.TryGetValue("access_token", out var token) ? token.ToString() : null;

    private static string? UserOf(string base64)
    {
        var bytes = new byte[KeyText.CharsMax];
        if (!Convert.TryFromBase64String(base64, bytes, out var count))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, count);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? pair : pair[..colon];
    }

    private AuthenticateResult Authenticate()
    {
        var header = Request.Headers.Authorization.ToString();
        var key = header switch
        {
            "" => TokenOf(Request),
            _ when header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) => header[Bearer.Length..].Trim(),
            _ when header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) => UserOf(header[Basic.Length..].Trim()),
            _ => null,
        };
        if (string.IsNullOrEmpty(key) || key.Length > KeyText.CharsMax)
        {
            return AuthenticateResult.Fail("the Authorization header is neither 'Bearer KEY' nor 'Basic' with the key as user");
        }

        return keys.Find(KeyText.Hash(key)) is { } record
            ? AuthenticateResult.Success(new AuthenticationTicket(Caller.Of(record).ToPrincipal(Schemes.Key), Schemes.Key))
            : AuthenticateResult.Fail("the key is not known here");
    }
}
