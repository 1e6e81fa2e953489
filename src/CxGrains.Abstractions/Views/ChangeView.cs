namespace CxGrains.Abstractions.Views;

/// <summary>Whether a score differs from another, mostly that of the window of the same length before, by more than chance explains.</summary>
public sealed record ChangeView
{
    /// <summary>Whether both windows have answers enough to tell, 20 each; else only the scores there are, and <see cref="Words"/>.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>The score of this window with its 95 % interval; absent without answers.</summary>
    public TrendPoint? Now { get; init; }

    /// <summary>The score of the window before with its 95 % interval; absent without answers.</summary>
    public TrendPoint? Before { get; init; }

    /// <summary>This window's score less that of the one before, in the score's unit.</summary>
    public double? Difference { get; init; }

    /// <summary>Half the width of the 95 % interval of <see cref="Difference"/>, from the standard error of the test; absent where it is 0 and says nothing.</summary>
    public double? MarginOfError { get; init; }

    /// <summary>The difference in standard errors.</summary>
    public double? Z { get; init; }

    /// <summary>The chance of a difference at least as large, were there none in truth, 0 to 1.</summary>
    public double? P { get; init; }

    /// <summary>Whether <see cref="P"/> is below 0.05.</summary>
    public bool? IsReal { get; init; }

    /// <summary>All of it in a sentence.</summary>
    public required string Words { get; init; }
}
