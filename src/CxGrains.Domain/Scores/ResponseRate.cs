namespace CxGrains.Domain.Scores;

/// <summary>Answers per survey sent, over one window.</summary>
public readonly record struct ResponseRate
{
    /// <summary>The rate of counted surveys.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public ResponseRate(long sent, long responses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sent);
        ArgumentOutOfRangeException.ThrowIfNegative(responses);
        Sent = sent;
        Responses = responses;
    }

    /// <summary>Surveys reported as sent.</summary>
    public long Sent { get; }

    /// <summary>Answers.</summary>
    public long Responses { get; }

    /// <summary>0 to 100 percent; null where none was reported sent, or more answers came than that, so that the rate is unknown.</summary>
    public double? Percent => Sent == 0 || Responses > Sent ? null : 100.0 * Responses / Sent;
}
