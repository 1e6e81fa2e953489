using System.Net.Http.Headers;
using System.Text.Json;

namespace CxGrains.Web.Connectors.Outgoing;

/// <summary>Asks other tools' APIs. The one place of the connectors that connects to anywhere.</summary>
/// <param name="handler">What connects; it follows no redirection, so that a host that is asked cannot send the token elsewhere, and reaches nothing inside.</param>
internal sealed class VendorHttp(HttpMessageHandler handler) : IDisposable
{
    /// <summary>Bytes of one answer.</summary>
    public const int AnswerBytesMax = 1024 * 1024;

    /// <summary>Seconds that an answer may take: whoever posted waits meanwhile.</summary>
    public const int AnswerSecondsMax = 8;

    private const int DepthMax = 64;

    private readonly HttpClient _client = new(handler) { Timeout = TimeSpan.FromSeconds(AnswerSecondsMax), MaxResponseContentBufferSize = AnswerBytesMax };

    /// <summary>Gets JSON.</summary>
    /// <param name="uri">Where.</param>
    /// <param name="accessToken">The token to ask with.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="UnreadableException">There is no such answer now, for whatever reason.</exception>
    public async ValueTask<JsonDocument> GetJsonAsync(Uri uri, string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
            using var response = await _client.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new UnreadableException($"{uri.Host} was asked for details and answered {(int)response.StatusCode}");
            }

            return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken), new JsonDocumentOptions { MaxDepth = DepthMax });
        }
        catch (FormatException)
        {
            // Stored before they were refused.
            throw new UnreadableException($"{uri.Host} cannot be asked for details: the connection's access token holds a line break");
        }
        catch (JsonException)
        {
            throw new UnreadableException($"{uri.Host} was asked for details and answered with no JSON");
        }
        catch (HttpRequestException error)
        {
            throw new UnreadableException($"{uri.Host} could not be asked for details: {error.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableException($"{uri.Host} was asked for details and did not answer within {AnswerSecondsMax} s");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
