using System.Globalization;
using System.Text;
using CxGrains.Abstractions.Delivery;
using CxGrains.Web.Connectors.Connections;

namespace CxGrains.Web.Webhooks;

/// <summary>Signatures of Standard Webhooks 1.0, made on what we send and checked on what we are sent: HMAC-SHA256 over <c>id.timestamp.body</c>, in base64.</summary>
internal static class StandardWebhooks
{
    /// <summary>The header of the message's id.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header of when it was sent, Unix seconds UTC.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header of the signatures.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string VersionPrefix = "v1,";

    // What the specification recommends against requests that are caught and sent again.
    private const long ToleranceSeconds = 5 * 60;

    /// <summary>The text of <see cref="SignatureHeader"/>: one signature for each secret, separated by spaces.</summary>
    /// <param name="secrets">The secrets, each <c>whsec_</c> and base64; at least one.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="timestamp">When it is sent, Unix seconds UTC.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, byte[] body)
    {
        var time = timestamp.ToString(CultureInfo.InvariantCulture);
        return string.Join(' ', secrets.Select(secret => VersionPrefix + Convert.ToBase64String(SignatureOf(secret, id, time, body))));
    }

    /// <summary>Whether one of the request's signatures was made with the secret, not longer ago than five minutes.</summary>
    public static bool IsGenuine(SignedRequest request, string secret)
    {
        if (request.Header(IdHeader) is not { } id
            || request.Header(TimestampHeader) is not { } timestamp
            || request.Header(SignatureHeader) is not { } signatures
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((request.NowMs / 1000) - seconds) > ToleranceSeconds)
        {
            return false;
        }

        var expected = SignatureOf(secret, id, timestamp, request.Body.ToArray());
        return signatures.Split(' ').Any(signature => Signatures.IsBase64(signature, VersionPrefix, expected));
    }

    private static byte[] SignatureOf(string secret, string id, string timestamp, byte[] body) =>
        Signatures.Sha256(KeyOf(secret), Signatures.Bytes($"{id}.{timestamp}."), body);

    // The key is written in base64; one that is none, as other tools may have, is taken as it is.
    private static byte[] KeyOf(string secret)
    {
        var text = secret.StartsWith(SigningSecret.Prefix, StringComparison.Ordinal) ? secret[SigningSecret.Prefix.Length..] : secret;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : Encoding.UTF8.GetBytes(secret);
    }
}
