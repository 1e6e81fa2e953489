using CxGrains.Host.Demo.Company;

namespace CxGrains.Host.Demo.Behaviour;

/// <summary>Three weeks before the demo's start the checkout of the app was broken for some days.</summary>
/// <param name="startMs">The demo's start, Unix milliseconds UTC.</param>
internal sealed class DemoIncident(long startMs)
{
    private const int BeginsDaysBefore = 23;
    private const int EndsDaysBefore = 19;

    private readonly long _beginsMs = startMs - (BeginsDaysBefore * TimeSpan.MillisecondsPerDay);
    private readonly long _endsMs = startMs - (EndsDaysBefore * TimeSpan.MillisecondsPerDay);

    /// <summary>Whether somebody on a channel met it at an instant.</summary>
    public bool IsMet(string channel, long atMs) => channel == DemoChannels.Mobile && atMs >= _beginsMs && atMs < _endsMs;
}
