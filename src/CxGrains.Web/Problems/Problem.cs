using System.Globalization;
using CxGrains.Domain;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Problems;

/// <summary>What went wrong with a request, as RFC 9457 has it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Kind">The last part of the problem's type; stable, for programs.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Detail">This case in words, with the offending value and the limit.</param>
internal sealed record Problem(int Status, string Kind, string Title, string Detail)
{
    // An opaque name: nothing is served under it, docs/api.md lists the kinds.
    private const string TypePrefix = "urn:cxgrains:problem:";

    /// <summary>The problem's type, a URI.</summary>
    public string Type => TypePrefix + Kind;

    /// <summary>The field at fault: a JSON path, a query parameter or a header.</summary>
    public string? Field { get; init; }

    /// <summary>The limit that was passed.</summary>
    public long? Limit { get; init; }

    /// <summary>Seconds after which to try again, for <c>Retry-After</c>.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>A field that is missing, of the wrong type or outside its limit.</summary>
    public static Problem Invalid(string field, string detail) => new(StatusCodes.Status400BadRequest, "invalid-field", "A field is not valid.", detail) { Field = field };

    /// <summary>The same, from the domain.</summary>
    public static Problem Invalid(InvalidFieldException exception) => Invalid(exception.Field, exception.Problem);

    /// <summary>More than the server takes in one request.</summary>
    public static Problem TooLarge(string field, long limit, string unit) => new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        "The request is too large.",
        string.Create(CultureInfo.InvariantCulture, $"{field}: more than {limit:N0} {unit} in one request; nothing was accepted"))
    {
        Field = field,
        Limit = limit,
    };

    /// <summary>The server holds as much as it may.</summary>
    public static Problem Busy(string detail, int retryAfterSeconds) => new(StatusCodes.Status429TooManyRequests, "busy", "The server is busy.", detail)
    {
        RetryAfterSeconds = retryAfterSeconds,
    };

    /// <summary>The server cannot do this now, through no fault of the caller.</summary>
    public static Problem Unavailable(string detail, int retryAfterSeconds) => new(StatusCodes.Status503ServiceUnavailable, "unavailable", "The server cannot do this now.", detail)
    {
        RetryAfterSeconds = retryAfterSeconds,
    };

    /// <summary>There is no such thing in this workspace.</summary>
    public static Problem NotFound(string field, string id) => new(StatusCodes.Status404NotFound, "not-found", "Not found.", $"there is no {field} '{id}' in this workspace")
    {
        Field = field,
    };

    /// <summary>The caller may not do this.</summary>
    public static Problem Forbidden(string detail) => new(StatusCodes.Status403Forbidden, "forbidden", "Not allowed.", detail);

    /// <summary>A definition changed meanwhile.</summary>
    public static Problem PreconditionFailed(string field, string detail) => new(StatusCodes.Status412PreconditionFailed, "precondition-failed", "The definition is another one now.", detail)
    {
        Field = field,
    };

    /// <summary>The request contradicts what is defined.</summary>
    public static Problem Conflict(string detail) => new(StatusCodes.Status409Conflict, "conflict", "This contradicts what is defined.", detail);
}
