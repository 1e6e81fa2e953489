using System.Globalization;
using CxGrains.Domain;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Queries;

/// <summary>Reads query parameters; a fault names the parameter, its value and what it may be.</summary>
internal static class QueryText
{
    private static readonly DateTimeOffset AsOfMin = new(Limits.AtYearMin, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A parameter's text; null where it is absent or empty.</summary>
    public static string? Find(HttpRequest request, string name)
    {
        if (!request.Query.TryGetValue(name, out var values) || values.Count == 0 || string.IsNullOrEmpty(values[0]))
        {
            return null;
        }

        return values.Count == 1 ? values[0] : throw new InvalidFieldException(name, $"is given {values.Count} times and may be given once");
    }

    /// <summary>A text no longer than an id; null where it is absent.</summary>
    public static string? Id(HttpRequest request, string name) => Find(request, name) is { } text ? Text.CheckId(text, name) : null;

    /// <summary>A whole number within its range.</summary>
    public static int Integer(HttpRequest request, string name, int min, int max, int fallback)
    {
        if (Find(request, name) is not { } text)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new InvalidFieldException(name, $"must be a whole number from {min} to {max}; it is '{Text.Shorten(text)}'");
    }

    /// <summary>Where a page ended, a sequence number; the newest of all where it is absent.</summary>
    public static long Before(HttpRequest request, string name) => Find(request, name) switch
    {
        null => long.MaxValue,
        { } text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) => sequence,
        _ => throw new InvalidFieldException(name, "it is not one that a page gave"),
    };

    /// <summary><c>true</c> or <c>false</c>; false where it is absent.</summary>
    public static bool Flag(HttpRequest request, string name) => Find(request, name) switch
    {
        null or "false" => false,
        "true" => true,
        { } other => throw new InvalidFieldException(name, $"must be true or false; it is '{Text.Shorten(other)}'"),
    };

    /// <summary>One of an enumeration's names in camel case; null where it is absent.</summary>
    public static T? OneOf<T>(HttpRequest request, string name)
        where T : struct, Enum
    {
        if (Find(request, name) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (NameOf(value) == text)
            {
                return value;
            }
        }

        throw new InvalidFieldException(name, $"'{Text.Shorten(text)}' is none of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}");
    }

    /// <summary>An instant; a date alone means the end of that UTC day. Null where it is absent.</summary>
    public static DateTimeOffset? Instant(HttpRequest request, string name)
    {
        if (Find(request, name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 9999)
        {
            return InRange(new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddMilliseconds(-1), name, text);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? InRange(instant.ToUniversalTime(), name, text)
            : throw new InvalidFieldException(name, $"must be an ISO 8601 date or time, such as 2025-06-30 or 2025-06-30T12:00:00Z; it is '{Text.Shorten(text)}'");
    }

    /// <summary>A window in days, written as <c>30d</c>.</summary>
    public static int Days(HttpRequest request, string name, int fallback)
    {
        if (Find(request, name) is not { } text)
        {
            return fallback;
        }

        return text.EndsWith('d')
            && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days >= 1
            && days <= Limits.ShardDaysMax
            ? days
            : throw new InvalidFieldException(name, $"must be a number of days from 1d to {Limits.ShardDaysMax}d; it is '{Text.Shorten(text)}'");
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static DateTimeOffset InRange(DateTimeOffset instant, string name, string text) =>
        instant >= AsOfMin && instant.ToUnixTimeMilliseconds() <= Instants.MaxMs
            ? instant
            : throw new InvalidFieldException(name, $"must lie in the years {Limits.AtYearMin} to 9998; it is '{Text.Shorten(text)}'");
}
