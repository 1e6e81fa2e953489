using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CxGrains.Abstractions.Delivery;

namespace CxGrains.Web.Delivery.Senders;

/// <summary>Signatures of Standard Webhooks 1.0: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class WebhookSignature
{
    private const string Version = "v1";

    /// <summary>The header's text: one signature for each secret, separated by spaces.</summary>
    /// <param name="secrets">The secrets, each <c>whsec_</c> and base64; at least one.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">When it is sent, Unix seconds UTC.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Of(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', secrets.Select(secret => $"{Version},{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), signed))}"));
    }

    private static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[SigningSecret.Prefix.Length..]);
}
