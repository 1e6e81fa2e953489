namespace CxGrains.Web.Delivery;

/// <summary>When a message is tried again: for two and a half days or so, at growing distances, a little later each time by chance.</summary>
/// <param name="jitter">Gives numbers from 0 up to 1, that end excluded.</param>
internal sealed class RetrySchedule(Func<double> jitter)
{
    /// <summary>The most by which chance makes a pause longer, as a part of it.</summary>
    public const double JitterMax = 0.1;

    /// <summary>The longest that a destination may ask to be left alone.</summary>
    public static readonly TimeSpan RetryAfterMax = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>Attempts before a message is given up.</summary>
    public static int AttemptsMax => Pauses.Length;

    /// <summary>The pause before the next attempt; null after the last.</summary>
    /// <param name="tries">Attempts made, from 1.</param>
    /// <param name="retryAfter">How long the destination asked to be left alone; null where it did not.</param>
    public TimeSpan? PauseAfter(int tries, TimeSpan? retryAfter)
    {
        if (tries >= Pauses.Length)
        {
            return null;
        }

        var pause = Pauses[tries] * (1 + (JitterMax * jitter()));
        var asked = Bounded(retryAfter);
        return asked > pause ? asked : pause;
    }

    /// <summary>What a destination asked for, within bounds.</summary>
    public static TimeSpan Bounded(TimeSpan? retryAfter) => retryAfter is not { } asked || asked < TimeSpan.Zero ? TimeSpan.Zero : asked < RetryAfterMax ? asked : RetryAfterMax;
}
