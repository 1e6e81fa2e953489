using System.Diagnostics;

namespace CxGrains.LoadGenerator.Sending;

/// <summary>Instants at even distances. Who is late goes on at once, so that the rate holds on average.</summary>
/// <param name="distance">From one instant to the next.</param>
internal sealed class Pace(TimeSpan distance)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Time since the first instant.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>Waits for an instant; says by how much it was missed.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TimeSpan> WaitForAsync(long number, CancellationToken cancellationToken)
    {
        var left = (distance * number) - Elapsed;
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, cancellationToken);
        }

        return Elapsed - (distance * number);
    }
}
