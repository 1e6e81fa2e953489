using System.Text.Json;
using CxGrains.Domain;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CxGrains.Web.Json;

/// <summary>A small JSON object sent to define something. Every fault names the field; an unknown field is a fault too, because it is most likely a typing error.</summary>
internal sealed class JsonBody
{
    private readonly JsonElement _root;

    private JsonBody(JsonElement root) => _root = root;

    /// <summary>Reads a request's body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bytesMax">Bytes it may have.</param>
    /// <param name="fields">The fields there are.</param>
    public static async ValueTask<JsonBody> ReadAsync(HttpRequest request, int bytesMax, params string[] fields)
    {
        var root = await ParseAsync(request, bytesMax);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidFieldException("body", $"must be a JSON object; it is {root.ValueKind}");
        }

        foreach (var member in root.EnumerateObject())
        {
            // Compared without decoding, because a name may be one that cannot be decoded.
            if (!fields.Any(member.NameEquals))
            {
                throw new InvalidFieldException("body", $"has a field that is none of {string.Join(", ", fields)}: {Text.Shorten(member.ToString())}");
            }
        }

        return new JsonBody(root);
    }

    /// <summary>A field of any type; null where it is absent or null.</summary>
    public JsonElement? Find(string field) => _root.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text; null where it is absent.</summary>
    public string? FindText(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Decode(text, field),
        { } other => throw new InvalidFieldException(field, $"must be a text; it is {other.ValueKind}"),
    };

    /// <summary>A text that must be there.</summary>
    public string Required(string field) => FindText(field) ?? throw new InvalidFieldException(field, "is missing");

    /// <summary>A whole number; null where it is absent.</summary>
    public int? FindInteger(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        { } other => throw new InvalidFieldException(field, $"must be a whole number; it is {Text.Shorten(other.GetRawText())}"),
    };

    /// <summary>A truth value; null where it is absent.</summary>
    public bool? FindFlag(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } other => throw new InvalidFieldException(field, $"must be true or false; it is {other.ValueKind}"),
    };

    /// <summary>Whether a request has no body, for paths where it may be left out. Such a request need not say its length.</summary>
    public static bool IsMissing(HttpContext context) =>
        context.Request.ContentLength == 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false;

    /// <summary>The text of a JSON string.</summary>
    /// <exception cref="InvalidFieldException">Its escapes make no text, such as half a surrogate pair.</exception>
    public static string Decode(JsonElement text, string field)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidFieldException(field, $"is not valid text: {exception.Message}");
        }
    }

    /// <summary>Reads a request's body as JSON of any shape.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bytesMax">Bytes it may have.</param>
    public static async ValueTask<JsonElement> ParseAsync(HttpRequest request, int bytesMax)
    {
        if (request.ContentType is { } type && !request.HasJsonContentType())
        {
            throw new ProblemException(new Problem(
                StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body's format is not taken.", $"the body must be application/json; it is '{Text.Shorten(type)}'")
            {
                Field = "Content-Type",
            });
        }

        var bytes = new byte[bytesMax + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > bytesMax)
        {
            throw new ProblemException(Problem.TooLarge("body", bytesMax, "bytes"));
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = Limits.JsonDepthMax });
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new ProblemException(Problem.Invalid("body", $"is not well-formed JSON: {exception.Message}"));
        }
    }
}
