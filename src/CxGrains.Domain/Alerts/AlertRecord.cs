namespace CxGrains.Domain.Alerts;

/// <summary>What became of the alerts of churn risk that somebody was through with: how right the risk was.</summary>
/// <param name="Saved">Right, and the customer stays.</param>
/// <param name="Lost">Right, and the customer is lost.</param>
/// <param name="FalseAlarms">There was nothing to it.</param>
public readonly record struct AlertRecord(long Saved, long Lost, long FalseAlarms)
{
    /// <summary>Alerts in all.</summary>
    public long Count => Saved + Lost + FalseAlarms;

    /// <summary>The sum of two.</summary>
    public static AlertRecord operator +(AlertRecord a, AlertRecord b) => new(a.Saved + b.Saved, a.Lost + b.Lost, a.FalseAlarms + b.FalseAlarms);

    /// <summary>With one more, or one fewer.</summary>
    /// <param name="outcome">Its outcome; null changes nothing.</param>
    /// <param name="by">1 or -1.</param>
    public AlertRecord With(AlertOutcome? outcome, int by) => outcome switch
    {
        AlertOutcome.Saved => this with { Saved = Saved + by },
        AlertOutcome.Lost => this with { Lost = Lost + by },
        AlertOutcome.FalseAlarm => this with { FalseAlarms = FalseAlarms + by },
        _ => this,
    };
}
