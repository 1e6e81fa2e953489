using System.Net;
using System.Text.Json;
using CxGrains.Web.Tests.Support;
using CxGrains.Web.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Users;

public sealed class UserSessionTests
{
    private const string Session = "/api/v1/session";
    private const string Other = "another long password";

    [Fact]
    public async Task Name_and_password_become_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var server = await WebServer.StartAsync();
        await server.UserAsync("ann", UserRole.Agent);

        var response = await server.TrySignInAsync("ANN");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var who = await WebServer.JsonOf(await server.SendFromPageAsync(HttpMethod.Get, Session, cookie.Split(';')[0]));
        Assert.Equal(["read", "handle"], who.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal(("ann", "agent"), (who.GetProperty("user").GetProperty("name").GetString(), who.GetProperty("user").GetProperty("role").GetString()));
    }

    [Fact]
    public async Task An_unknown_name_a_wrong_password_and_a_disabled_user_are_answered_alike()
    {
        await using var server = await WebServer.StartAsync();
        await server.UserAsync("ann", UserRole.Agent);
        await server.UserAsync("old", UserRole.Agent);
        await server.SendAsync(HttpMethod.Put, "/api/v1/users/old", """{"disabled":true}""");

        var wrong = await DetailAsync(await server.TrySignInAsync("ann", Other));
        var unknown = await DetailAsync(await server.TrySignInAsync("nobody", Other));
        var disabled = await DetailAsync(await server.TrySignInAsync("old"));

        Assert.Equal([wrong, wrong], new[] { unknown, disabled });
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_sites_page_signs_nobody_in(string header, string value)
    {
        await using var server = await WebServer.StartAsync();
        await server.UserAsync("ann", UserRole.Agent);

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, null, await server.TrySignInAsync("ann", change: request => request.Headers.TryAddWithoutValidation(header, value)));
    }

    [Theory]
    [InlineData("POST", "/api/v1/alerts/a1/take")]
    [InlineData("POST", "/api/v1/session/password")]
    [InlineData("POST", "/api/v1/session/sign-out-everywhere")]
    [InlineData("DELETE", "/api/v1/session")]
    [InlineData("PUT", "/api/v1/users/bob")]
    public async Task What_the_cookie_writes_must_come_from_the_own_page(string method, string path)
    {
        await using var server = await WebServer.StartAsync();
        var cookie = await server.CookieAsync("ann", UserRole.Administrator);

        foreach (var origin in new[] { "http://evil.example", null })
        {
            var response = await server.SendAsync(new HttpMethod(method), path, key: null, change: request =>
            {
                request.Headers.Add("Cookie", cookie);
                request.Headers.TryAddWithoutValidation("Origin", origin);
            });
            await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, null, response);
        }

        Assert.True(await server.IsSignedInAsync(cookie));
    }

    [Theory]
    [InlineData("PUT", "users/ann", """{"role":"viewer"}""")]
    [InlineData("PUT", "users/ann", """{"disabled":true}""")]
    [InlineData("POST", "users/ann/password", """{"password":"another long password"}""")]
    [InlineData("POST", "users/ann/sign-out-everywhere", null)]
    [InlineData("DELETE", "users/ann", null)]
    public async Task What_an_administrator_changes_ends_sign_ins_and_live_connections(string method, string path, string? body)
    {
        await using var server = await WebServer.StartAsync();
        var cookie = await server.CookieAsync("ann", UserRole.Agent);
        var bystander = await server.CookieAsync("bob", UserRole.Agent);
        await using var live = await server.ConnectAsync(cookie);
        await using var others = await server.ConnectAsync(bystander);

        Assert.True((await server.SendAsync(new HttpMethod(method), $"/api/v1/{path}", body)).IsSuccessStatusCode);

        Assert.False(await server.IsSignedInAsync(cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendFromPageAsync(HttpMethod.Get, "/api/v1/workspace", cookie)).StatusCode);
        await SignedIn.IsCutAsync(live);
        Assert.True(await server.IsSignedInAsync(bystander));
        Assert.Null(await others.InvokeAsync("Subscribe", "workspace", null, null));
    }

    [Fact]
    public async Task A_change_that_another_node_made_ends_live_connections_too()
    {
        await using var server = await WebServer.StartAsync();
        await using var live = await server.ConnectAsync(await server.CookieAsync("ann", UserRole.Agent));

        // Not through the endpoints, whose node cuts connections at once.
        await server.Storage.RemoveAsync("default", User.DocumentKind, "ann", CancellationToken.None);

        await SignedIn.IsCutAsync(live);
    }

    [Fact]
    public async Task A_change_of_the_shown_name_ends_nothing()
    {
        await using var server = await WebServer.StartAsync();
        var cookie = await server.CookieAsync("ann", UserRole.Agent);

        await server.SendAsync(HttpMethod.Put, "/api/v1/users/ann", """{"displayName":"Ann Lee"}""");

        var who = await WebServer.JsonOf(await server.SendFromPageAsync(HttpMethod.Get, Session, cookie));
        Assert.Equal("Ann Lee", who.GetProperty("user").GetProperty("shownName").GetString());
    }

    [Fact]
    public async Task Ones_own_password_is_changed_with_the_old_one_and_only_this_sign_in_goes_on()
    {
        await using var server = await WebServer.StartAsync();
        var here = await server.CookieAsync("ann", UserRole.Viewer);
        var elsewhere = await server.SignInAsync("ann");

        var wrong = await server.SendFromPageAsync(HttpMethod.Post, $"{Session}/password", here, JsonSerializer.Serialize(new { current = Other, password = Other }));
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "current", wrong);
        var right = await server.SendFromPageAsync(HttpMethod.Post, $"{Session}/password", here, JsonSerializer.Serialize(new { current = SignedIn.Password, password = Other }));

        Assert.True(await server.IsSignedInAsync(SignedIn.CookieOf(right)));
        Assert.False(await server.IsSignedInAsync(here));
        Assert.False(await server.IsSignedInAsync(elsewhere));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.TrySignInAsync("ann")).StatusCode);
        Assert.True(await server.IsSignedInAsync(await server.SignInAsync("ann", Other)));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_sign_in_and_live_connection()
    {
        await using var server = await WebServer.StartAsync();
        var here = await server.CookieAsync("ann", UserRole.Viewer);
        var elsewhere = await server.SignInAsync("ann");
        await using var live = await server.ConnectAsync(elsewhere);

        Assert.Equal(HttpStatusCode.NoContent, (await server.SendFromPageAsync(HttpMethod.Post, $"{Session}/sign-out-everywhere", here)).StatusCode);

        Assert.False(await server.IsSignedInAsync(here));
        Assert.False(await server.IsSignedInAsync(elsewhere));
        await SignedIn.IsCutAsync(live);
    }

    [Fact]
    public async Task A_key_has_no_password_and_no_other_sign_ins()
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, null, await server.SendAsync(HttpMethod.Post, $"{Session}/password", "{}"));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, null, await server.SendAsync(HttpMethod.Post, $"{Session}/sign-out-everywhere"));
    }

    [Fact]
    public async Task A_weaker_hash_is_made_anew_at_the_next_sign_in()
    {
        await using var server = await WebServer.StartAsync();
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(new object(), SignedIn.Password);
        var users = server.Service<UserStore>();
        await users.PutAsync(new User("default", "ann", null, UserRole.Viewer, weak, "stamp", false, 0, 0), CancellationToken.None);

        var first = await server.SignInAsync("ann");
        var strong = (await users.FindAsync("default", "ann", CancellationToken.None))!.PasswordHash;
        var second = await server.SignInAsync("ann");

        Assert.NotEqual(weak, strong);
        Assert.Equal(strong, (await users.FindAsync("default", "ann", CancellationToken.None))!.PasswordHash);
        Assert.True(await server.IsSignedInAsync(first) && await server.IsSignedInAsync(second));
    }

    [Fact]
    public async Task Too_many_failures_with_a_name_are_refused_for_a_while_and_for_no_other_name()
    {
        var clock = new ManualTimeProvider();
        await using var server = await WebServer.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock).PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000));
        await server.UserAsync("ann", UserRole.Viewer);
        await server.UserAsync("bob", UserRole.Viewer);

        for (var i = 0; i < SignInAttempts.PerNameMax; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.TrySignInAsync("ann", Other)).StatusCode);
        }

        var refused = await server.TrySignInAsync("ann");
        await ProblemAssert.IsAsync(HttpStatusCode.TooManyRequests, null, refused);
        Assert.Equal(TimeSpan.FromMinutes(SignInAttempts.WindowMinutes), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, (await server.TrySignInAsync("bob")).StatusCode);
        clock.Advance(TimeSpan.FromMinutes(SignInAttempts.WindowMinutes));
        Assert.Equal(HttpStatusCode.OK, (await server.TrySignInAsync("ann")).StatusCode);
    }

    private static async Task<string> DetailAsync(HttpResponseMessage response) =>
        (await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "password", response)).GetProperty("detail").GetString()!;
}
