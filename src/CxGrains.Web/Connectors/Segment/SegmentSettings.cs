using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>What Segment's browser SDK loads before it sends anything: where to send it. It tells nothing of the key, not even whether there is one.</summary>
/// <param name="Integrations">By name; the only one is the SDK's own sending.</param>
internal sealed record SegmentSettings(IReadOnlyDictionary<string, SegmentSettings.Sending> Integrations)
{
    /// <summary>The settings for a key: the SDK is to send to the host it asked.</summary>
    public static SegmentSettings Of(string writeKey, HttpRequest request) =>
        new(new Dictionary<string, Sending> { ["Segment.io"] = new(writeKey, request.Host + SegmentRoutes.Path, SchemeOf(request)) });

    // Behind a proxy that speaks TLS the page must not be told to send in the clear; only who asked is told anything.
    private static string SchemeOf(HttpRequest request) =>
        request.IsHttps || request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase) ? "https" : "http";

    /// <summary>How the SDK sends.</summary>
    /// <param name="ApiKey">The key.</param>
    /// <param name="ApiHost">Host and path, without the scheme.</param>
    /// <param name="Protocol">The scheme.</param>
    internal sealed record Sending(
        [property: JsonPropertyName("apiKey")] string ApiKey,
        [property: JsonPropertyName("apiHost")] string ApiHost,
        [property: JsonPropertyName("protocol")] string Protocol);
}
