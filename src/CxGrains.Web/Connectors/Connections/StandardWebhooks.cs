using System.Globalization;
using System.Text;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>Signatures by the specification Standard Webhooks: HMAC-SHA256 of id, timestamp and body, in base64.</summary>
internal static class StandardWebhooks
{
    /// <summary>The header of the signatures.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string SecretPrefix = "whsec_";
    private const string VersionPrefix = "v1,";

    // What the specification recommends against requests that are caught and sent again.
    private const long ToleranceSeconds = 5 * 60;

    /// <summary>Whether one of the request's signatures was made with the secret, not longer ago than five minutes.</summary>
    public static bool IsGenuine(SignedRequest request, string secret)
    {
        if (request.Header("webhook-id") is not { } id
            || request.Header("webhook-timestamp") is not { } timestamp
            || request.Header(SignatureHeader) is not { } signatures
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((request.NowMs / 1000) - seconds) > ToleranceSeconds)
        {
            return false;
        }

        var expected = Signatures.Sha256(KeyOf(secret), Encoding.UTF8.GetBytes($"{id}.{timestamp}."), request.Body.ToArray());
        return signatures.Split(' ').Any(signature => Signatures.IsBase64(signature, VersionPrefix, expected));
    }

    // The key is written in base64; one that is none is taken as it is.
    private static byte[] KeyOf(string secret)
    {
        var text = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : Encoding.UTF8.GetBytes(secret);
    }
}
