using System.Globalization;
using System.Text;

namespace CxGrains.LoadGenerator.Events;

/// <summary>
/// Where id and time stand in every line. Both have a fixed width, so that a prepared body can be sent again as new interactions:
/// writing a few bytes a line costs next to nothing, where making the body anew would load the cores that are measured.
/// </summary>
internal static class LineLayout
{
    /// <summary>Different tags there are.</summary>
    public const int TagsMax = Letters * Letters;

    private const int Letters = 26;
    private const int TagOffset = 7;
    private const int TimeOffset = 28;
    private const int TimeBytes = 24;

    /// <summary>The id of an interaction.</summary>
    /// <param name="tag">Tells one sending from another, 0 to <see cref="TagsMax"/> - 1.</param>
    /// <param name="number">Below 10^10.</param>
    public static string Id(int tag, long number) => string.Create(CultureInfo.InvariantCulture, $"{First(tag)}{Second(tag)}-{number:D10}");

    /// <summary>The time of an interaction.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>Makes a body's interactions new ones.</summary>
    public static void Stamp(Span<byte> body, int tag)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tag, TagsMax);
        for (var start = 0; start < body.Length; start += body[start..].IndexOf((byte)'\n') + 1)
        {
            body[start + TagOffset] = (byte)First(tag);
            body[start + TagOffset + 1] = (byte)Second(tag);
        }
    }

    /// <summary>Makes a body's interactions new ones that all happened at one time.</summary>
    public static void Stamp(Span<byte> body, int tag, DateTimeOffset at)
    {
        Stamp(body, tag);
        Span<byte> time = stackalloc byte[TimeBytes];
        Encoding.ASCII.GetBytes(Time(at), time);
        for (var start = 0; start < body.Length; start += body[start..].IndexOf((byte)'\n') + 1)
        {
            time.CopyTo(body[(start + TimeOffset)..]);
        }
    }

    private static char First(int tag) => (char)('a' + (tag / Letters));

    private static char Second(int tag) => (char)('a' + (tag % Letters));
}
