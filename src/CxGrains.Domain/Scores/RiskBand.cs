namespace CxGrains.Domain.Scores;

/// <summary>How likely a customer has left, in words. The numbers are stored; never renumber.</summary>
public enum RiskBand : byte
{
    /// <summary>The customer has shown no activity to judge by.</summary>
    NotEnoughData = 0,

    /// <summary>Probability below <see cref="ChurnRisk.MediumMin"/>.</summary>
    Low = 1,

    /// <summary>Probability from <see cref="ChurnRisk.MediumMin"/>, below <see cref="ChurnRisk.HighMin"/>.</summary>
    Medium = 2,

    /// <summary>Probability from <see cref="ChurnRisk.HighMin"/>.</summary>
    High = 3,
}
