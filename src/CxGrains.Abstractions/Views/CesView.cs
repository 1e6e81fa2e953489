namespace CxGrains.Abstractions.Views;

/// <summary>Customer Effort Score for readers, with the method that made it.</summary>
public sealed record CesView
{
    /// <summary>Whether there is a score.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Answers counted.</summary>
    public long Responses { get; init; }

    /// <summary><c>mean</c> (1 to 7) or <c>agree</c> (percent of 5 to 7).</summary>
    public required string Method { get; init; }

    /// <summary>The score by <see cref="Method"/>.</summary>
    public double? Score { get; init; }

    /// <summary>95 % margin for <c>mean</c>; absent below 5 answers and for <c>agree</c>.</summary>
    public double? MarginOfError { get; init; }

    /// <summary>Lower end of the 95 % Wilson interval for <c>agree</c>, percent.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the 95 % Wilson interval for <c>agree</c>, percent.</summary>
    public double? High { get; init; }
}
