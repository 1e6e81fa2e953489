namespace CxGrains.Abstractions.Views;

/// <summary>The answers that a comparison rests on.</summary>
public enum ComparisonBasis
{
    /// <summary>All answers to the survey in the window.</summary>
    AllAnswers = 0,

    /// <summary>Of each customer that is a member now the latest answer to any survey of the metric, where it was given in the window.</summary>
    LatestOfMembers = 1,
}
