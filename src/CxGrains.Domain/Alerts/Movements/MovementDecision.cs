using System.Globalization;

namespace CxGrains.Domain.Alerts.Movements;

/// <summary>
/// What a look comes to, decided from what is remembered of the rule. An alert is raised where something comes to be so, never for what
/// stands already when the rule is first looked at, and at most once a UTC day and cooldown.
/// </summary>
public static class MovementDecision
{
    /// <summary>What there is to record; null where nothing has changed, or where something has to wait for a cooldown or for somebody who handles an alert.</summary>
    /// <param name="rule">The rule, in force, on a survey, a segment or a goal.</param>
    /// <param name="known">What is remembered of it; null for nothing.</param>
    /// <param name="reading">What was found.</param>
    /// <param name="isNews">Whether it is news; false where an import, late data or a redefinition brought it about.</param>
    /// <param name="isMuted">Whether somebody handles an earlier alert of the rule.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public static Movement? Of(AlertRule rule, MovementWatch? known, MovementReading reading, bool isNews, bool isMuted, long nowMs)
    {
        if (known is null || known.RuleVersion != rule.Version)
        {
            return new Movement(rule.Id, new MovementWatch(rule.Id, rule.Version, reading.Stands == true, known?.RaisedMs ?? 0));
        }

        if (reading.Stands is not { } stands || stands == known.Stands)
        {
            return null;
        }

        var after = known with { Stands = stands };
        if (!stands)
        {
            return new Movement(rule.Id, after) { HasEnded = true };
        }

        if (!isNews)
        {
            return new Movement(rule.Id, after);
        }

        return isMuted || IsTooSoon(rule, known.RaisedMs, nowMs)
            ? null
            : new Movement(rule.Id, after with { RaisedMs = nowMs }) { Raised = AlertOf(rule, reading, nowMs) };
    }

    // A score at the edge of chance comes and goes: once a day is enough of it.
    private static bool IsTooSoon(AlertRule rule, long raisedMs, long nowMs) =>
        raisedMs > 0 && (Instants.DayOf(raisedMs) == Instants.DayOf(nowMs) || nowMs - raisedMs < rule.CooldownMs);

    private static Alert AlertOf(AlertRule rule, MovementReading reading, long nowMs)
    {
        var subject = rule.Condition.Subject!;
        var day = Instants.ToTime(nowMs).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Alert(Alert.IdOf(rule.Id, subject.Key, day), rule.Id, "", nowMs, reading.Words, null)
        {
            RuleName = rule.Name,
            Severity = rule.Severity,
            Condition = rule.Condition.Type,
            Owner = rule.Owner,
            Name = reading.Name,
            HeldUntilMs = rule.HeldUntilMs(nowMs),
            Subject = subject,
            Seen = reading.Seen,
        };
    }
}
