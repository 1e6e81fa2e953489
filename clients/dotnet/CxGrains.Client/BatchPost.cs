using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxGrains.Client;

/// <summary>Posts one batch until it is taken, or cannot be.</summary>
internal sealed class BatchPost(HttpClient http, CxClientOptions options)
{
    private static readonly HttpStatusCode[] Passing =
    [
        HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError,
        HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout,
    ];

    private readonly Uri _uri = new(options.Url, "/api/v1/interactions");

    /// <summary>Posts a batch, always the same bytes, so that each interaction keeps its id.</summary>
    /// <exception cref="CxClientException">It is given up.</exception>
    public async Task SendAsync(IReadOnlyList<Interaction> batch, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. batch.Select(ToJson)]));
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan? retryAfter = null;
            CxClientException failure;
            try
            {
                using var response = await PostAsync(body, cancellationToken);
                var answer = await AnswerOf(response, cancellationToken);
                if (response.StatusCode == HttpStatusCode.Accepted || response.StatusCode == HttpStatusCode.BadRequest && answer?["rejected"] is JsonArray)
                {
                    Reject(batch, answer);
                    return;
                }

                failure = new CxClientException(response.StatusCode, $"{batch.Count} interactions were not sent: {(string?)answer?["detail"] ?? $"the server answered {(int)response.StatusCode}"}");
                retryAfter = response.Headers.RetryAfter?.Delta;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                failure = new CxClientException(null, $"{batch.Count} interactions were not sent: {error.Message}", error);
            }

            if (failure.Status is { } status && !Passing.Contains(status) || attempt >= options.AttemptsMax)
            {
                throw failure;
            }

            var backoff = TimeSpan.FromTicks(Math.Min(options.Backoff.Ticks << Math.Min(attempt - 1, 20), options.BackoffMax.Ticks));
            await Task.Delay(retryAfter > backoff ? retryAfter.Value : backoff, options.Time, cancellationToken);
        }
    }

    private static JsonObject ToJson(Interaction interaction)
    {
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["customer"] = interaction.Customer,
            ["type"] = interaction.Type,
            ["at"] = interaction.At?.ToUnixTimeMilliseconds(),
        };
        foreach (var (name, value) in interaction.Fields)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private static async Task<JsonNode?> AnswerOf(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _uri) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
        return await http.SendAsync(request, cancellationToken);
    }

    // The server lists the first of many; the others are counted there.
    private void Reject(IReadOnlyList<Interaction> batch, JsonNode? answer)
    {
        if (options.OnRejected is { } hears && answer?["rejected"] is JsonArray rejected)
        {
            foreach (var one in rejected.OfType<JsonObject>())
            {
                if ((int?)one["index"] is { } index && index >= 0 && index < batch.Count)
                {
                    hears(new Rejection(batch[index], (string?)one["field"] ?? "", (string?)one["error"] ?? ""));
                }
            }
        }
    }
}
