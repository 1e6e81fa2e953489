namespace CxGrains.Domain.Scores.Churn;

/// <summary>What counts as leaving in a workspace. The numbers are stored; never renumber.</summary>
public enum ChurnMode : byte
{
    /// <summary>Nobody says that it leaves: a customer without any activity within the horizon has left.</summary>
    Silence = 0,

    /// <summary>Leaving is explicit: a customer has left once it sends <c>cancelled</c>, however silent it is.</summary>
    Cancellation = 1,
}
