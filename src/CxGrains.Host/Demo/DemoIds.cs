using System.Globalization;

namespace CxGrains.Host.Demo;

/// <summary>Ids of live interactions: by time, so that they do not repeat after a restart, and by count, so that they do not within a millisecond.</summary>
internal sealed class DemoIds
{
    private long _ms;
    private int _count;

    /// <summary>The id of an interaction of the history, by its place from 0.</summary>
    public static string OfHistory(long place) => string.Create(CultureInfo.InvariantCulture, $"demo-{place}");

    /// <summary>The next id at an instant; the clock may stand, or go back while this lives.</summary>
    public string NextLive(long nowMs)
    {
        if (nowMs > _ms)
        {
            _ms = nowMs;
            _count = 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"demo-live-{_ms}-{_count++}");
    }
}
