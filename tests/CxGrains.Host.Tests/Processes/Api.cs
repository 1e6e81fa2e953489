using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CxGrains.Host.Tests.Processes;

/// <summary>Talks to a Host with a key.</summary>
internal sealed class Api : IDisposable
{
    private const string Interactions = "api/v1/interactions";

    private readonly HttpClient _client;

    /// <summary>A client.</summary>
    /// <param name="url">Where the Host listens.</param>
    /// <param name="key">The key; null for none.</param>
    public Api(string url, string? key)
    {
        _client = new HttpClient { BaseAddress = new Uri(url), Timeout = Until.Deadline };
        _client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Gets a path under <c>/api/v1/</c>, whatever the answer.</summary>
    public async Task<Answer> AskAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri($"api/v1/{path}", UriKind.Relative));
        return await ReadAsync(response);
    }

    /// <summary>Gets a view; anything but 200 fails.</summary>
    public async Task<JsonElement> ViewAsync(string path)
    {
        var answer = await AskAsync(path);
        Assert.True(answer.Status == 200, $"{path}: {answer}");
        return answer.Json;
    }

    /// <summary>Posts JSON to a path under <c>/api/v1/</c>, whatever the answer.</summary>
    public async Task<Answer> PostAsync(string path, object body)
    {
        using var response = await _client.PostAsJsonAsync(new Uri($"api/v1/{path}", UriKind.Relative), body);
        return await ReadAsync(response);
    }

    /// <summary>Deletes a path under <c>/api/v1/</c>, whatever the answer.</summary>
    public async Task<Answer> DeleteAsync(string path)
    {
        using var response = await _client.DeleteAsync(new Uri($"api/v1/{path}", UriKind.Relative));
        return await ReadAsync(response);
    }

    /// <summary>Defines a survey or a segment; anything but success fails.</summary>
    public async Task DefineAsync(string path, object body)
    {
        using var response = await _client.PutAsJsonAsync(new Uri($"api/v1/{path}", UriKind.Relative), body);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>Makes a key; anything but 201 fails.</summary>
    public async Task<string> CreateKeyAsync(string workspace, params string[] scopes)
    {
        var answer = await PostAsync("keys", new { workspace, name = "a test", scopes });
        Assert.True(answer.Status == 201, answer.ToString());
        return answer.Text("key")!;
    }

    /// <summary>Sends a body of interactions, whatever the answer.</summary>
    /// <param name="content">The body.</param>
    /// <param name="query">The query, such as <c>?wait=applied</c>.</param>
    public async Task<Answer> SendAsync(HttpContent content, string query = "")
    {
        using var response = await _client.PostAsync(new Uri(Interactions + query, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    /// <summary>Sends a body of interactions, whatever the answer.</summary>
    public async Task<Answer> SendAsync(string body, string query = "")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(content, query);
    }

    /// <summary>Sends interactions and waits until queries include them; anything but all accepted fails.</summary>
    public async Task ApplyAsync(params object[] interactions)
    {
        var answer = await SendAsync(JsonSerializer.Serialize(interactions), "?wait=applied");
        Assert.True(answer.Status == 202 && answer.Json.Count("accepted") == interactions.Length && answer.Json.At("applied").GetBoolean(), answer.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var json = mediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonElement.Parse(text) : default;
        return new Answer((int)response.StatusCode, mediaType, json);
    }
}
