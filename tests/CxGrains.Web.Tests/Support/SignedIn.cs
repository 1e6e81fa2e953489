using System.Net;
using System.Text.Json;
using CxGrains.Web.Users;

namespace CxGrains.Web.Tests.Support;

/// <summary>Users of a test server, and requests with their sign-in as the page sends them.</summary>
internal static class SignedIn
{
    /// <summary>The password of every user that a test does not give another.</summary>
    public const string Password = "correct horse battery";

    private const string Session = "/api/v1/session";

    /// <summary>Adds a user.</summary>
    public static async Task UserAsync(this WebServer server, string name, UserRole role, string password = Password)
    {
        var response = await server.SendAsync(HttpMethod.Put, $"/api/v1/users/{name}", JsonSerializer.Serialize(new { role = Roles.NameOf(role), password }));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    /// <summary>Tries to sign in.</summary>
    public static Task<HttpResponseMessage> TrySignInAsync(this WebServer server, string name, string password = Password, Action<HttpRequestMessage>? change = null) =>
        server.SendAsync(HttpMethod.Post, Session, JsonSerializer.Serialize(new { name, password }), key: null, change);

    /// <summary>Signs in; gives the cookie.</summary>
    public static async Task<string> SignInAsync(this WebServer server, string name, string password = Password) => CookieOf(await server.TrySignInAsync(name, password));

    /// <summary>Adds a user and signs in; gives the cookie.</summary>
    public static async Task<string> CookieAsync(this WebServer server, string name, UserRole role)
    {
        await server.UserAsync(name, role);
        return await server.SignInAsync(name);
    }

    /// <summary>The cookie that an answer sets.</summary>
    public static string CookieOf(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    /// <summary>Sends a request as the server's own page does.</summary>
    public static Task<HttpResponseMessage> SendFromPageAsync(this WebServer server, HttpMethod method, string path, string cookie, string? body = null) =>
        server.SendAsync(method, path, body, key: null, request =>
        {
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        });

    /// <summary>Whether a cookie still opens anything.</summary>
    public static async Task<bool> IsSignedInAsync(this WebServer server, string cookie) =>
        (await server.SendFromPageAsync(HttpMethod.Get, Session, cookie)).StatusCode == HttpStatusCode.OK;

    /// <summary>A live connection as the server's own page opens it.</summary>
    public static Task<HubClient> ConnectAsync(this WebServer server, string cookie) => HubClient.ConnectAsync(server, "", options =>
    {
        options.SetRequestHeader("Cookie", cookie);
        options.SetRequestHeader("Origin", server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
    });

    /// <summary>Waits until the server has cut a live connection; fails after 30 seconds.</summary>
    public static async Task IsCutAsync(HubClient client)
    {
        // Not each message by itself: the server's pings would go on for ever.
        var end = await Record.ExceptionAsync(() => ReadOnAsync(client).WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.False(end is TimeoutException or OperationCanceledException, "the connection goes on");
    }

    private static async Task ReadOnAsync(HubClient client)
    {
        while (true)
        {
            await client.NextAsync();
        }
    }
}
