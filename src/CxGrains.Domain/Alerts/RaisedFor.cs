using System.Collections.Immutable;

namespace CxGrains.Domain.Alerts;

/// <summary>What a customer remembers of a rule that was raised for it.</summary>
/// <param name="Rule">The rule's <see cref="AlertRule.Key"/>.</param>
/// <param name="LastMs">When the cause of the last alert happened, Unix milliseconds UTC.</param>
/// <param name="Handled">Which of its alerts somebody handles or is through with, oldest first, at most <see cref="HandledMax"/>.</param>
/// <param name="Stands">Whether its cause was still there when last looked.</param>
internal readonly record struct RaisedFor(ulong Rule, long LastMs, ImmutableArray<HandledFor> Handled, bool Stands)
{
    /// <summary>Handled alerts of one rule that a customer remembers; of further ones the one handled longest ago is forgotten.</summary>
    public const int HandledMax = 8;

    /// <summary>Whether it raises no other because somebody handles one of its alerts.</summary>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public bool IsMutedAt(long nowMs) => Handled.Any(handled => !handled.IsResolved && handled.UntilMs > nowMs);

    /// <summary>Whether it need not be remembered any more.</summary>
    /// <param name="rule">The rule as it is in force; null where it is not.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public bool IsOver(AlertRule? rule, long nowMs) =>
        !Stands && Handled.All(handled => handled.UntilMs <= nowMs) && (rule is null || LastMs + rule.CooldownMs <= nowMs);

    /// <summary>This one after somebody did something with one of its alerts; itself where that alert was resolved before.</summary>
    /// <param name="alert">The fingerprint of the alert's id.</param>
    /// <param name="act">What was done.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public RaisedFor After(ulong alert, AlertAct act, long nowMs)
    {
        // Two may act at once, each on what was true when he looked; the later one of the log comes too late.
        var isResolved = act.Action == AlertAction.Resolve;
        if (!isResolved && Handled.Any(known => known.Alert == alert && known.IsResolved))
        {
            return this;
        }

        var untilMs = act.Action switch
        {
            AlertAction.Take => AlertAct.TakenUntilMs(nowMs),
            AlertAction.Snooze => act.UntilMs,
            _ => nowMs + (HandledFor.ResolvedDays * TimeSpan.MillisecondsPerDay),
        };
        var others = Handled.Where(known => known.Alert != alert && known.UntilMs > nowMs && !(isResolved && known.Alert == 0)).ToList();
        return this with
        {
            Handled = [.. others.Skip(others.Count - HandledMax + 1), new HandledFor(alert, untilMs, isResolved)],
            Stands = Stands && !isResolved,
        };
    }

    /// <summary>This one with an end to what was taken when that had none.</summary>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public RaisedFor Bounded(long nowMs) => Handled.All(handled => handled.UntilMs != long.MaxValue)
        ? this
        : this with { Handled = [.. Handled.Select(handled => handled with { UntilMs = Math.Min(handled.UntilMs, AlertAct.TakenUntilMs(nowMs)) })] };
}
