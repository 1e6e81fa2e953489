using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>A request whose sender is to be proved.</summary>
/// <param name="headers">Its headers.</param>
/// <param name="body">Its body, byte for byte as it came.</param>
/// <param name="nowMs">Now, Unix milliseconds UTC.</param>
internal sealed class SignedRequest(IHeaderDictionary headers, ReadOnlyMemory<byte> body, long nowMs)
{
    /// <summary>The body, byte for byte as it came.</summary>
    public ReadOnlySpan<byte> Body => body.Span;

    /// <summary>Now, Unix milliseconds UTC.</summary>
    public long NowMs => nowMs;

    /// <summary>A header; null where it is absent.</summary>
    public string? Header(string name) => headers.TryGetValue(name, out var value) && value.Count == 1 ? value[0] : null;
}
