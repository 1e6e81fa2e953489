using System.Net;
using System.Net.Sockets;
using System.Text;
using CxGrains.Abstractions.Keys;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Alerts;

public sealed class AlertHandlingTests
{
    // With a slash, as a customer's id may have.
    private const string Id = "churn-high:ada/1:5";
    private const string Path = "/api/v1/alerts/churn-high%3Aada%2F1%3A5";

    [Fact]
    public async Task An_alert_is_taken_by_the_name_of_the_key()
    {
        await using var server = await StartAsync();

        var response = await server.SendAsync(HttpMethod.Post, $"{Path}/take", """{"note":"I call"}""");
        var view = await WebServer.JsonOf(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((Id, "taken"), (view.GetProperty("id").GetString(), view.GetProperty("state").GetString()));
        var act = Assert.Single(view.GetProperty("history").EnumerateArray());
        Assert.Equal(("take", "I call"), (act.GetProperty("action").GetString(), act.GetProperty("note").GetString()));
        Assert.Equal(view.GetProperty("handledBy").GetString(), act.GetProperty("by").GetString());
        Assert.NotEmpty(act.GetProperty("by").GetString()!);
    }

    [Fact]
    public async Task An_alert_is_taken_by_the_name_of_the_user()
    {
        await using var server = await StartAsync();
        await server.SendAsync(HttpMethod.Put, "/api/v1/users/ann", """{"role":"agent","displayName":"Ann Lee","password":"correct horse battery"}""");
        var cookie = await server.SignInAsync("ann");

        var view = await WebServer.JsonOf(await server.SendFromPageAsync(HttpMethod.Post, $"{Path}/take", cookie));

        Assert.Equal("Ann Lee", view.GetProperty("handledBy").GetString());
    }

    [Fact]
    public async Task Nothing_need_be_said_to_take_it()
    {
        await using var server = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Post, $"{Path}/take")).StatusCode);
    }

    [Fact]
    public async Task Who_sends_nothing_need_not_say_so()
    {
        await using var server = await StartAsync();
        using var client = new TcpClient(server.Http.BaseAddress!.Host, server.Http.BaseAddress.Port);
        await using var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Path}/take HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {WebServer.AdminKey}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task What_is_resolved_cannot_be_taken()
    {
        await using var server = await StartAsync();
        var resolved = await WebServer.JsonOf(await server.SendAsync(HttpMethod.Post, $"{Path}/resolve", """{"outcome":"falseAlarm"}"""));
        Assert.Equal("falseAlarm", resolved.GetProperty("outcome").GetString());

        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, null, await server.SendAsync(HttpMethod.Post, $"{Path}/take", "{}"));
    }

    [Theory]
    [InlineData("snooze", "{}", "until")]
    [InlineData("snooze", """{"until":"soon"}""", "until")]
    [InlineData("snooze", """{"until":"2000-01-01T00:00:00Z"}""", "until")]
    [InlineData("snooze", """{"until":"2999-01-01T00:00:00Z"}""", "until")]
    [InlineData("resolve", "{}", "outcome")]
    [InlineData("resolve", """{"outcome":"won"}""", "outcome")]
    [InlineData("take", """{"until":"2000-01-01T00:00:00Z"}""", "body")]
    public async Task A_fault_names_its_field(string verb, string body, string field)
    {
        await using var server = await StartAsync();

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, field, await server.SendAsync(HttpMethod.Post, $"{Path}/{verb}", body));
    }

    [Fact]
    public async Task A_note_has_at_most_two_thousand_characters()
    {
        await using var server = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Post, $"{Path}/take", $$"""{"note":"{{new string('x', 2_000)}}"}""")).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "note", await server.SendAsync(HttpMethod.Post, $"{Path}/take", $$"""{"note":"{{new string('x', 2_001)}}"}"""));
    }

    [Fact]
    public async Task Another_workspaces_alert_is_not_found_and_a_reader_may_not()
    {
        await using var server = await StartAsync();
        var other = await server.KeyAsync("other", Scopes.Admin);
        var reader = await server.KeyAsync("default", Scopes.Read);

        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "alert", await server.SendAsync(HttpMethod.Post, $"{Path}/take", "{}", other));
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(HttpMethod.Post, $"{Path}/take", "{}", reader)).StatusCode);
    }

    private static async Task<WebServer> StartAsync()
    {
        var server = await WebServer.StartAsync();
        server.Service<FakeAlerts>().Items.Add(("default", Id), new AlertItem { Alert = new Alert(Id, Alert.ChurnHigh, "ada/1", 5, "Silent", 0.8) });
        return server;
    }
}
