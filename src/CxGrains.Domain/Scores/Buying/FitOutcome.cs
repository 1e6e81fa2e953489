namespace CxGrains.Domain.Scores.Buying;

/// <summary>What came of fitting a model to customers.</summary>
public enum FitOutcome
{
    /// <summary>There are fewer customers, or fewer who came back, than the model's stated minimum.</summary>
    NotEnoughData,

    /// <summary>The search did not settle within its bounded number of steps.</summary>
    NotConverged,

    /// <summary>The likelihood is best where a parameter is as small as can be: the data does not tell what it is.</summary>
    Undetermined,

    /// <summary>The parameters of the greatest likelihood were found.</summary>
    Fitted,
}
