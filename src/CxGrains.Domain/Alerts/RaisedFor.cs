namespace CxGrains.Domain.Alerts;

/// <summary>What a customer remembers of a rule that was raised for it.</summary>
/// <param name="Rule">The rule's <see cref="AlertRule.Key"/>.</param>
/// <param name="LastMs">When the cause of the last alert happened, Unix milliseconds UTC.</param>
/// <param name="MuteUntilMs">Until when it raises no other because somebody handles it; <see cref="long.MaxValue"/> while it is taken, 0 for no such time.</param>
/// <param name="Stands">Whether its cause was still there when last looked.</param>
internal readonly record struct RaisedFor(ulong Rule, long LastMs, long MuteUntilMs, bool Stands)
{
    /// <summary>Whether it need not be remembered any more.</summary>
    /// <param name="rule">The rule as it is in force; null where it is not.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public bool IsOver(AlertRule? rule, long nowMs) => !Stands && MuteUntilMs <= nowMs && (rule is null || LastMs + rule.CooldownMs <= nowMs);
}
