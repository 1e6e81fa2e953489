using System.Diagnostics;

namespace CxGrains.Host.Tests.Processes;

/// <summary>Waits for a condition, never for a length of time.</summary>
internal static class Until
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Time after which a condition is held to never come true. Wide, because shared machines stall at times.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    /// <summary>Asks again and again until the answer is yes.</summary>
    /// <param name="condition">The question.</param>
    /// <param name="otherwise">What to say when the deadline passes.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(AskEvery);
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Deadline, $"not within {Deadline.TotalSeconds} s: {otherwise()}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Asks again and again until the answer is yes.</summary>
    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), () => what);
}
