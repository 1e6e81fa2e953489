using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CxGrains.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CxGrains.Web.Tests.Connectors.Connections;

/// <summary>A connection on a server of its own, and what a tool does to it.</summary>
internal sealed class Hook : IAsyncDisposable
{
    /// <summary>What the tool signs with.</summary>
    public const string Secret = "s3cret-of-the-tool";

    private Hook(WebServer server, string id, string path) => (Server, Id, Path) = (server, id, path);

    public WebServer Server { get; }

    public string Id { get; }

    public string Path { get; }

    /// <summary>The lines that were accepted.</summary>
    public List<string> Lines => [.. Server.Runtime.Batches.SelectMany(batch => batch.Lines)];

    public static async Task<Hook> StartAsync(string kind, string members = "", Action<IServiceCollection>? services = null)
    {
        var server = await WebServer.StartAsync(services: added =>
        {
            added.AddSingleton<TimeProvider>(new ManualTimeProvider());
            services?.Invoke(added);
        });
        var separator = members.Length == 0 ? "" : ",";
        var created = await server.SendAsync(HttpMethod.Post, "/api/v1/connections", $$"""{"id":"hook","kind":"{{kind}}","secret":"{{Secret}}"{{separator}}{{members}}}""");
        var view = await WebServer.JsonOf(created);
        Assert.True(created.StatusCode == HttpStatusCode.Created, view.ToString());
        return new Hook(server, view.GetProperty("id").GetString()!, view.GetProperty("path").GetString()!);
    }

    /// <summary>Posts a payload as a tool does.</summary>
    /// <param name="body">The payload.</param>
    /// <param name="headers">Headers, such as the signature.</param>
    public Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers) =>
        Server.SendAsync(HttpMethod.Post, Path, body, key: null, change: request =>
        {
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        });

    /// <summary>Posts a payload that is taken or ignored or goes to quarantine; anything but 200 fails.</summary>
    public async Task<JsonElement> AnswerAsync(string body, params (string Name, string Value)[] headers)
    {
        var response = await PostAsync(body, headers);
        var answer = await WebServer.JsonOf(response);
        Assert.True(response.StatusCode == HttpStatusCode.OK, answer.ToString());
        return answer;
    }

    /// <summary>Asserts that a payload with a wrong signature is a 401 and leaves nothing behind.</summary>
    public async Task AssertRefusedAsync(string body, params (string Name, string Value)[] headers)
    {
        var response = await PostAsync(body, headers);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(Server.Runtime.Batches);
        Assert.Empty(Server.Storage.Payloads);
    }

    /// <summary>Asserts that a payload goes to quarantine with a reason, byte for byte.</summary>
    public async Task AssertQuarantinedAsync(string body, string reason, params (string Name, string Value)[] headers)
    {
        var answer = await AnswerAsync(body, headers);

        Assert.Equal((0, 1), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("quarantined").GetInt32()));
        var payload = Assert.Single(Server.Storage.Payloads);
        Assert.Equal($"connection/{Id}", payload.Source);
        Assert.Contains(reason, payload.Reason, StringComparison.Ordinal);
        Assert.Equal(body, Encoding.UTF8.GetString(payload.Body.Span));
        Assert.Empty(Server.Runtime.Batches);
    }

    public static string Sha256Hex(string body, string key = Secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body)));

    public static string Sha256Base64(string body, string key = Secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body)));

#pragma warning disable CA5350 // Two tools sign like this.
    public static byte[] Sha1(string body, string key = Secret) => HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body));
#pragma warning restore CA5350

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
