namespace CxGrains.Abstractions.Views;

/// <summary>What a churn probability comes from.</summary>
public enum ChurnSource
{
    /// <summary>A stated prior over silence and rhythm: the workspace has too few outcomes to learn from.</summary>
    Prior = 0,

    /// <summary>A model learned from the workspace's own outcomes.</summary>
    Model = 1,
}
