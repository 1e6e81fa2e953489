using CxGrains.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CxGrains.Web.Queries;

/// <summary>Reads the id at the end of a path, which may hold any character.</summary>
internal static class PathId
{
    /// <summary>
    /// The id as the client meant it. It is taken from the request line: the server decodes all of a path but <c>%2F</c>, so that its
    /// own value can no longer tell an encoded slash from the three characters <c>%2F</c>.
    /// </summary>
    /// <exception cref="InvalidFieldException">It is empty or too long.</exception>
    public static string Of(HttpContext context, string collection) => Text.CheckId(Read(context, collection), "id");

    /// <summary>The id that stands before a verb, as in <c>alerts/ID/take</c>. It is made of others, and may be longer than they.</summary>
    public static string Of(HttpContext context, string collection, string verb) => Read(context, collection, "/" + verb);

    private static string Read(HttpContext context, string collection, string suffix = "")
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var marker = $"{CxWebEndpoints.ApiPath}/{collection}/";
        var start = target.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var encoded = start < 0 ? "" : target[(start + marker.Length)..(end < 0 ? target.Length : end)];
        return Uri.UnescapeDataString(encoded.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? encoded[..^suffix.Length] : encoded);
    }
}
