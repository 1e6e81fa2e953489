namespace CxGrains.Abstractions.Views;

/// <summary>CSAT for readers: the share of top-2-box answers with its 95 % Wilson interval.</summary>
public sealed record CsatView
{
    /// <summary>Whether there is a score.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Answers counted.</summary>
    public long Responses { get; init; }

    /// <summary>Percent of answers in the top two boxes of their scale, 0 to 100.</summary>
    public double? Score { get; init; }

    /// <summary>Lower end of the interval, percent.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval, percent.</summary>
    public double? High { get; init; }

    /// <summary>Answers in the top two boxes.</summary>
    public long? Satisfied { get; init; }
}
