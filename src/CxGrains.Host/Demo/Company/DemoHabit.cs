namespace CxGrains.Host.Demo.Company;

/// <summary>How a customer's activity develops over the year.</summary>
internal enum DemoHabit
{
    /// <summary>Comes at its own even pace.</summary>
    Steady,

    /// <summary>Comes more and more often.</summary>
    Growing,

    /// <summary>Joined in the last weeks.</summary>
    New,

    /// <summary>Comes less and less often.</summary>
    Fading,

    /// <summary>Went silent a while ago, and turns high risk in the first hours of the demo.</summary>
    Drifting,

    /// <summary>Went silent, and is high risk when the demo begins.</summary>
    Lost,

    /// <summary>Left in the course of the year, so that the churn model has outcomes to learn from.</summary>
    Gone,
}
