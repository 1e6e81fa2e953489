using System.Globalization;
using CxGrains.Domain;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CxGrains.Web.Definitions;

/// <summary>
/// What a change expects to find: <c>If-Match: "3"</c> version 3, <c>If-Match: *</c> any, <c>If-None-Match: *</c> none.
/// The ETag counts the definition's versions; the numbers of a live view beside it change all the time and do not count.
/// </summary>
internal static class Precondition
{
    /// <summary>Tells the definition's version; nothing where it is null.</summary>
    public static void SetETag(HttpResponse response, int? version)
    {
        if (version is { } known)
        {
            response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{known}\"");
        }
    }

    /// <summary>The version a change expects to find.</summary>
    /// <param name="request">The request.</param>
    /// <param name="current">The version there is now; null where there is none.</param>
    /// <returns>The expected version, 0 for none; null where the request expects nothing.</returns>
    /// <exception cref="ProblemException">The expectation is not met, or not understood.</exception>
    public static int? Check(HttpRequest request, int? current)
    {
        int? expected = null;
        if (request.Headers.IfNoneMatch.Count > 0)
        {
            expected = request.Headers.IfNoneMatch == "*" ? 0 : throw new InvalidFieldException(HeaderNames.IfNoneMatch, "must be *");
            Require(current is null, HeaderNames.IfNoneMatch, current);
        }

        if (request.Headers.IfMatch.Count > 0)
        {
            var text = request.Headers.IfMatch.ToString();
            expected = text == "*" ? current : Parse(text);
            Require(current is not null && current == expected, HeaderNames.IfMatch, current);
        }

        return expected;
    }

    private static int Parse(string text) =>
        text.Length > 2 && text[0] == '"' && text[^1] == '"' && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new InvalidFieldException(HeaderNames.IfMatch, $"must be * or one ETag as it was given, such as \"3\"; it is {Text.Shorten(text)}");

    /// <summary>Refuses a change that does not find what it expects.</summary>
    /// <param name="met">Whether it does.</param>
    /// <param name="header">Where it said so: the header, or a field of the body.</param>
    /// <param name="current">The version there is now; null where there is none.</param>
    /// <exception cref="ProblemException">It does not.</exception>
    public static void Require(bool met, string header, int? current)
    {
        if (!met)
        {
            var found = current is { } version ? string.Create(CultureInfo.InvariantCulture, $"its version is \"{version}\"") : "it does not exist";
            throw new ProblemException(Problem.PreconditionFailed(header, $"{header} is not met: {found}"));
        }
    }
}
