using System.Net;
using System.Text.Json;
using CxGrains.Abstractions.Documents;
using CxGrains.Abstractions.Keys;
using CxGrains.Web.Keys;
using CxGrains.Web.Tests.Support;
using CxGrains.Web.Users;

namespace CxGrains.Web.Tests.Users;

public sealed class UserTests
{
    private const string Users = "/api/v1/users";

    [Fact]
    public async Task A_user_is_added_listed_changed_and_removed()
    {
        await using var server = await WebServer.StartAsync();

        var created = await server.SendAsync(HttpMethod.Put, $"{Users}/Ann@Example.com", """{"role":"agent","displayName":"Ann Lee","password":"correct horse battery"}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", created.Headers.ETag!.Tag);
        Assert.Equal("/api/v1/users/ann@example.com", created.Headers.Location!.OriginalString);
        var changed = await server.SendAsync(HttpMethod.Put, $"{Users}/ann@example.com", """{"role":"manager"}""");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        var ann = Assert.Single((await WebServer.JsonOf(await server.SendAsync(HttpMethod.Get, Users))).GetProperty("users").EnumerateArray());
        Assert.Equal(["name", "displayName", "role", "disabled", "created"], ann.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("ann@example.com", "Ann Lee", "manager"), (ann.GetProperty("name").GetString(), ann.GetProperty("displayName").GetString(), ann.GetProperty("role").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync(HttpMethod.Delete, $"{Users}/ann@example.com")).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "user", await server.SendAsync(HttpMethod.Get, $"{Users}/ann@example.com"));
    }

    [Theory]
    [InlineData("ann", """{"password":"correct horse battery"}""", "role")]
    [InlineData("ann", """{"role":"owner","password":"correct horse battery"}""", "role")]
    [InlineData("ann", """{"role":"agent"}""", "password")]
    [InlineData("ann", """{"role":"agent","password":"elevenchars"}""", "password")]
    [InlineData("ann", """{"role":"agent","password":"correct horse battery","disabled":"yes"}""", "disabled")]
    [InlineData("ann", """{"role":"agent","password":"correct horse battery","scopes":["admin"]}""", "body")]
    [InlineData("ann%20lee", """{"role":"agent","password":"correct horse battery"}""", "name")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f", """{"role":"agent","password":"correct horse battery"}""", "name")]
    public async Task A_bad_user_names_the_field(string name, string body, string field)
    {
        await using var server = await WebServer.StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Put, $"{Users}/{name}", body));
    }

    [Fact]
    public async Task A_password_has_at_most_128_characters()
    {
        await using var server = await WebServer.StartAsync();

        await server.UserAsync("ann", UserRole.Viewer, new string('p', Passwords.CharsMax));
        var longer = await server.SendAsync(HttpMethod.Post, $"{Users}/ann/password", JsonSerializer.Serialize(new { password = new string('p', Passwords.CharsMax + 1) }));

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "password", longer);
        Assert.Contains("128", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_has_at_most_200_users()
    {
        await using var server = await WebServer.StartAsync();
        var users = server.Service<UserStore>();
        for (var i = 0; i < UserStore.CountMax; i++)
        {
            await users.PutAsync(new User("default", $"u{i}", null, UserRole.Viewer, "hash", "stamp", false, 0, 0), CancellationToken.None);
        }

        var one = await server.SendAsync(HttpMethod.Put, $"{Users}/more", """{"role":"agent","password":"correct horse battery"}""");

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "name", one);
        Assert.True(UserStore.CountMax <= IDocuments.DocumentsMax);
    }

    [Fact]
    public async Task A_change_of_another_version_is_refused()
    {
        await using var server = await WebServer.StartAsync();
        await server.UserAsync("ann", UserRole.Agent);

        var stale = await server.SendAsync(HttpMethod.Put, $"{Users}/ann", """{"role":"manager"}""", change: request => request.Headers.TryAddWithoutValidation("If-Match", "\"7\""));
        var again = await server.SendAsync(
            HttpMethod.Put, $"{Users}/ann", """{"role":"manager","password":"correct horse battery"}""", change: request => request.Headers.TryAddWithoutValidation("If-None-Match", "*"));

        Assert.Equal([HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed], new[] { stale.StatusCode, again.StatusCode });
    }

    [Fact]
    public async Task A_users_names_are_of_one_workspace()
    {
        await using var server = await WebServer.StartAsync();
        await server.UserAsync("ann", UserRole.Administrator);
        var acme = await server.KeyAsync("acme", Scopes.Admin);

        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "user", await server.SendAsync(HttpMethod.Get, $"{Users}/ann", key: acme));
        var elsewhere = await server.SendAsync(
            HttpMethod.Post, "/api/v1/session", """{"workspace":"acme","name":"ann","password":"correct horse battery"}""", key: null);
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_stays_where_no_admin_key_is_left()
    {
        await using var server = await WebServer.StartAsync();
        await server.Runtime.CreateWorkspaceAsync(new WorkspaceRecord("acme", "Acme"), CancellationToken.None);
        var changes = server.Service<UserChanges>();
        var ann = await changes.PutAsync(new User("acme", "ann", null, UserRole.Administrator, "hash", "stamp", false, 0, 0), null, CancellationToken.None);

        await Assert.ThrowsAsync<Abstractions.Definitions.ConflictException>(async () => await changes.RemoveAsync(ann, CancellationToken.None));
        await Assert.ThrowsAsync<Abstractions.Definitions.ConflictException>(async () => await changes.PutAsync(ann with { Role = UserRole.Manager }, ann, CancellationToken.None));
        await Assert.ThrowsAsync<Abstractions.Definitions.ConflictException>(async () => await changes.PutAsync(ann with { IsDisabled = true }, ann, CancellationToken.None));
        await server.KeyAsync("acme", Scopes.Admin);
        await changes.RemoveAsync(ann, CancellationToken.None);

        Assert.Empty(await server.Service<UserStore>().OfAsync("acme", CancellationToken.None));
    }

    [Fact]
    public async Task A_password_is_stored_hashed_and_what_is_stored_reads_for_ever()
    {
        await using var server = await WebServer.StartAsync();
        await server.UserAsync("ann", UserRole.Agent);

        var stored = (await server.Storage.FindAsync("default", User.DocumentKind, "ann", CancellationToken.None))!;

        Assert.DoesNotContain(SignedIn.Password, stored.Json, StringComparison.Ordinal);
        var old = stored with { Json = """{"DisplayName":"Ann","Role":"agent","PasswordHash":"AQAAAA==","Stamp":"s","Disabled":true,"CreatedMs":5}""" };
        Assert.Equal(new User("default", "ann", "Ann", UserRole.Agent, "AQAAAA==", "s", true, 5, 1), User.Of(old));
        Assert.Equal(old.Json, User.Of(old).ToDocument().Json);
    }

    [Fact]
    public async Task What_is_done_to_users_is_written_down_and_who_does_it_by_name()
    {
        await using var server = await WebServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, $"{Users}/boss", """{"role":"administrator","displayName":"The Boss","password":"correct horse battery"}""");
        var cookie = await server.SignInAsync("boss");

        await server.SendFromPageAsync(HttpMethod.Put, $"{Users}/ann", cookie, """{"role":"agent","password":"correct horse battery"}""");
        await server.SendFromPageAsync(HttpMethod.Delete, $"{Users}/ann", cookie);
        await server.TrySignInAsync("boss", "wrong wrong wrong");
        await server.TrySignInAsync("a secret typed here", "wrong wrong wrong");

        Assert.Equal(
            [
                (KeyText.IdOf(KeyText.Hash(WebServer.AdminKey)), "first key", "user.changed", "boss"),
                ("user:boss", "The Boss", "session.began", ""),
                ("user:boss", "The Boss", "user.changed", "ann"),
                ("user:boss", "The Boss", "user.removed", "ann"),
                ("user:boss", "boss", "session.refused", ""),
                ("user:?", "?", "session.refused", ""),
            ],
            server.Audit.Acts.Select(act => (act.By, act.ByName, act.Action, act.Detail)));
    }
}
