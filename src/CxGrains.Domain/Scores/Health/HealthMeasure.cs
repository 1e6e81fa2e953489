namespace CxGrains.Domain.Scores.Health;

/// <summary>What health is made of. The numbers are stored; never renumber.</summary>
public enum HealthMeasure
{
    /// <summary>How much the customer uses what it has, and whether that grows; see <see cref="UsageMeasure"/>.</summary>
    Usage = 0,

    /// <summary>What it answered; see <see cref="SatisfactionMeasure"/>.</summary>
    Satisfaction = 1,

    /// <summary>How little it needs help; see <see cref="SupportMeasure"/>.</summary>
    Support = 2,

    /// <summary>Whether it buys and renews as it used to; see <see cref="ValueMeasure"/>.</summary>
    Value = 3,

    /// <summary>Whether it stays in touch; see <see cref="RelationshipMeasure"/>.</summary>
    Relationship = 4,
}
