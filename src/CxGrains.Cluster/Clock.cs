namespace CxGrains.Cluster;

/// <summary>The domain's clock. Apart from the one that Orleans lives by, so that a test can move it and the silos go on.</summary>
internal sealed class Clock(TimeProvider time)
{
    /// <summary>Now, Unix milliseconds UTC.</summary>
    public long NowMs => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Calls something again and again, on any thread.</summary>
    public ITimer Every(TimeSpan period, Action tick) => time.CreateTimer(_ => tick(), null, period, period);
}
