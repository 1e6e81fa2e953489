using System.Net;
using System.Text;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Keys;
using CxGrains.Abstractions.Quarantine;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Tests.Support;

namespace CxGrains.Web.Tests.Privacy;

public sealed class ExportTests
{
    private const string Path = "/api/v1/customers/ada/export";

    [Fact]
    public async Task One_document_holds_what_is_kept_anywhere()
    {
        await using var server = await StartAsync();
        await server.SendAsync(HttpMethod.Get, "/api/v1/customers/ada");
        var outbox = server.Service<IOutbox>();
        await server.SendAsync(HttpMethod.Put, "/api/v1/destinations/on-call", """{"kind":"webhook","name":"On call","url":"https://example.com/"}""");
        await outbox.AddAsync("default", "on-call", NoticeOf("ada"), 1, default);
        await outbox.AddAsync("default", "on-call", NoticeOf("bob"), 2, default);
        await server.Storage.AddAsync("default", [Payload("""{"user":"ada","x":"""), Payload("""{"user":"bob","x":""")], default);

        var response = await server.SendAsync(HttpMethod.Get, Path);

        Assert.Equal("attachment; filename=\"customer.json\"", response.Content.Headers.ContentDisposition!.ToString());
        var export = await WebServer.JsonOf(response);
        var record = export.GetProperty("record");
        Assert.Equal("ada", record.GetProperty("customer").GetProperty("id").GetString());
        Assert.Equal("ada-before", record.GetProperty("mergedIds")[0].GetString());
        Assert.Equal("ada", Assert.Single(export.GetProperty("deliveries").EnumerateArray()).GetProperty("customer").GetString());
        Assert.Contains("ada", Assert.Single(export.GetProperty("quarantined").EnumerateArray()).GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal("customer.read", Assert.Single(export.GetProperty("audit").EnumerateArray()).GetProperty("action").GetString());
        Assert.Equal(0, export.GetProperty("incomplete").GetArrayLength());
        Assert.Equal(("customer.export", "ada"), (server.Audit.Acts[^1].Action, server.Audit.Acts[^1].Customer));
    }

    [Fact]
    public async Task Each_export_is_written_down_and_a_page_that_looks_again_is_not()
    {
        await using var server = await StartAsync();
        foreach (var path in new[] { Path, Path, "/api/v1/customers/ada", "/api/v1/customers/ada" })
        {
            await server.SendAsync(HttpMethod.Get, path);
        }

        Assert.Equal(["customer.export", "customer.export", "customer.read"], server.Audit.Acts.Select(act => act.Action));
    }

    [Fact]
    public async Task It_is_for_admins_and_of_customers_there_are()
    {
        await using var server = await StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(HttpMethod.Get, Path, key: await server.KeyAsync("default", Scopes.Read))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(HttpMethod.Get, "/api/v1/customers/bob/export")).StatusCode);
        server.Audit.IsAway = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.SendAsync(HttpMethod.Get, Path)).StatusCode);
    }

    private static async Task<WebServer> StartAsync()
    {
        var server = await WebServer.StartAsync();
        server.Queries.Customers.Add(("default", "ada"));
        return server;
    }

    private static Notice NoticeOf(string customer) => new()
    {
        Id = $"r:{customer}:1",
        Rule = "r",
        RuleName = "R",
        Severity = AlertSeverity.Critical,
        Customer = customer,
        AtMs = 1,
        Reason = "Silent",
    };

    private static QuarantinedPayload Payload(string body) => new(0, "segment", 1, "no JSON", Encoding.UTF8.GetBytes(body), body.Length);
}
