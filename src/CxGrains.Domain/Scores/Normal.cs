namespace CxGrains.Domain.Scores;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>Its 97.5 % quantile: a 95 % interval reaches so many standard errors to either side.</summary>
    public const double Z95 = 1.959963984540054;
}
