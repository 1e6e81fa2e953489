using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain;
using CxGrains.Web.Delivery.Net;
using CxGrains.Web.Webhooks;

namespace CxGrains.Web.Delivery.Senders;

/// <summary>Sends to webhooks, Slack and Teams.</summary>
internal sealed class HttpSender(OutgoingHttp http, MessageBodies bodies, TimeProvider time) : ISender
{
    private const string RequestIdHeader = "X-Request-Id";

    /// <inheritdoc/>
    public bool Sends(DestinationKind kind) => kind != DestinationKind.Email;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutboxMessage message, string requestId, CancellationToken cancellationToken)
    {
        try
        {
            using var request = RequestOf(message, requestId);
            using var response = await http.SendAsync(request, cancellationToken);
            var status = (int)response.StatusCode;
            return new SendOutcome(response.IsSuccessStatusCode, status, await ExcerptOf(response, cancellationToken), null)
            {
                RetryAfter = response.IsSuccessStatusCode ? null : RetryAfterOf(response.Headers.RetryAfter),
                IsGone = response.StatusCode == HttpStatusCode.Gone,
            };
        }
        catch (Exception error) when (error is HttpRequestException or CxException or SocketException or IOException)
        {
            return SendOutcome.Failed(ReasonOf(error));
        }
    }

    private HttpRequestMessage RequestOf(OutboxMessage message, string requestId)
    {
        var body = bodies.Of(message);
        var request = new HttpRequestMessage(HttpMethod.Post, message.Destination.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("CxGrains", "1.0"));
        request.Headers.Add(RequestIdHeader, requestId);
        if (message.Destination.Kind == DestinationKind.Webhook)
        {
            Sign(request, message, body);
        }

        return request;
    }

    private void Sign(HttpRequestMessage request, OutboxMessage message, byte[] body)
    {
        var now = time.GetUtcNow();
        var secrets = message.Destination.Secrets.Where(secret => secret.UntilMs is null || secret.UntilMs > now.ToUnixTimeMilliseconds()).Select(secret => secret.Text);
        request.Headers.Add(StandardWebhooks.IdHeader, message.Id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhooks.SignatureHeader, StandardWebhooks.Sign(secrets, message.Id, now.ToUnixTimeSeconds(), body));
    }

    private TimeSpan? RetryAfterOf(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);

    // No more is read than is kept, however much comes.
    private static async Task<string> ExcerptOf(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = new byte[OutboxLimits.ExcerptCharsMax];
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Printable(Encoding.UTF8.GetString(bytes, 0, length));
    }

    private static string Printable(string text) => string.Create(text.Length, text, static (chars, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            chars[i] = char.IsControl(from[i]) && from[i] != '\n' ? ' ' : from[i];
        }
    });

    private static string ReasonOf(Exception error) => error switch
    {
        HttpRequestException { InnerException: ForbiddenAddressException forbidden } => forbidden.Message,
        HttpRequestException { InnerException: { } inner } failed => $"{failed.Message}: {inner.Message}",
        _ => error.Message,
    };
}
