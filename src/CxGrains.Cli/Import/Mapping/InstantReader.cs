using System.Globalization;

namespace CxGrains.Cli.Import.Mapping;

/// <summary>Reads instants in a stated form. A time without an offset is UTC; a date without a time is its midnight UTC.</summary>
internal sealed class InstantReader
{
    /// <summary>Format name of Unix seconds.</summary>
    public const string UnixSeconds = "unix";

    /// <summary>Format name of Unix milliseconds.</summary>
    public const string UnixMilliseconds = "unix-ms";

    // Only forms that can be read one way. "01/02/2024" is two days, so that it needs --date-format.
    private static readonly string[] IsoFormats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    private readonly string? _format;

    /// <summary>A reader of a form.</summary>
    /// <param name="format">A .NET date format, <see cref="UnixSeconds"/>, <see cref="UnixMilliseconds"/>; null for ISO 8601.</param>
    /// <exception cref="UsageException">It is no date format.</exception>
    public InstantReader(string? format)
    {
        _format = format;
        if (format is null or UnixSeconds or UnixMilliseconds)
        {
            return;
        }

        try
        {
            _ = DateTimeOffset.UnixEpoch.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--date-format {format}: not a date format such as yyyyMMdd or dd.MM.yyyy HH:mm", exception);
        }
    }

    /// <summary>The form in words, for messages.</summary>
    public string Form => _format switch
    {
        null => "an ISO 8601 date or time (give --date-format for another form)",
        UnixSeconds => "a count of Unix seconds",
        UnixMilliseconds => "a count of Unix milliseconds",
        _ => $"a date of the form {_format}",
    };

    /// <summary>Whether a form was stated, so that fields of NDJSON are to be read by it too.</summary>
    public bool IsStated => _format is not null;

    /// <summary>Reads an instant.</summary>
    public bool TryRead(string text, out DateTimeOffset instant) => _format switch
    {
        UnixSeconds => TryReadUnix(text, 1000, out instant),
        UnixMilliseconds => TryReadUnix(text, 1, out instant),
        null => TryReadExact(text, IsoFormats, out instant),
        _ => TryReadExact(text, [_format], out instant),
    };

    /// <summary>An instant as the server reads it.</summary>
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static bool TryReadExact(string text, string[] formats, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(
            text,
            formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out instant);

    private static bool TryReadUnix(string text, decimal unitMs, out DateTimeOffset instant)
    {
        instant = default;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        // From the year 1, the first DateTimeOffset can hold, to as far behind 1970: the server takes none of those anyway.
        if (Math.Abs(count) > 62_135_596_800_000m / unitMs)
        {
            return false;
        }

        instant = DateTimeOffset.FromUnixTimeMilliseconds((long)(count * unitMs));
        return true;
    }
}
