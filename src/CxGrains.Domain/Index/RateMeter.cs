namespace CxGrains.Domain.Index;

/// <summary>Interactions a second over the last <see cref="WindowSeconds"/> whole seconds. Not part of the state: it starts anew with the process.</summary>
public sealed class RateMeter
{
    /// <summary>Seconds averaged over.</summary>
    public const int WindowSeconds = 10;

    private readonly long[] _counts = new long[WindowSeconds + 1];
    private long _second;

    /// <summary>Counts interactions received at an instant; those too long ago, as a replay brings them, are not counted.</summary>
    public void Add(int count, long receivedMs)
    {
        var second = receivedMs / 1000;
        MoveTo(second);
        if (_second - second < _counts.Length)
        {
            _counts[second % _counts.Length] += count;
        }
    }

    /// <summary>The rate at an instant; the running second does not count yet.</summary>
    public double PerSecond(long nowMs)
    {
        MoveTo(nowMs / 1000);
        return (_counts.Sum() - _counts[_second % _counts.Length]) / (double)WindowSeconds;
    }

    private void MoveTo(long second)
    {
        if (second - _second > _counts.Length)
        {
            Array.Clear(_counts);
            _second = second;
        }

        while (_second < second)
        {
            _second++;
            _counts[_second % _counts.Length] = 0;
        }
    }
}
