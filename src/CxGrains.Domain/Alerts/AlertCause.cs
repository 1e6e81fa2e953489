namespace CxGrains.Domain.Alerts;

/// <summary>Something that a rule waits for and that has happened in the record being folded. Whether it becomes an alert is decided when the record is done.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="AtMs">When it happened, Unix milliseconds UTC.</param>
/// <param name="Key">Tells it from other causes of the rule for the same customer, whatever order they come in.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Probability">The churn probability then; null where the rule does not ask for it.</param>
internal sealed record AlertCause(AlertRule Rule, long AtMs, string Key, string Reason, double? Probability);
