using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;

namespace CxGrains.Abstractions.Alerts.Movements;

/// <summary>
/// Looks whether rules on surveys, segments and goals have come to hold. Such a rule is about sums of all partitions, so that no customer's fold
/// can decide it: the one owner in each runtime looks now and then, and what has changed becomes a record of one partition's log. What was found
/// last is kept in memory, to tell late data from news; it is not needed to raise an alert once.
/// </summary>
public sealed class MovementWatcher(IMovementSums sums)
{
    /// <summary>How often is looked.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, MovementLook> _earlier = new(StringComparer.Ordinal);

    /// <summary>Looks at one workspace. One look at a time.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="defined">What it has defined.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="appendAsync">Makes what has changed a record; it has its effect when the task completes.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task LookAsync(string workspace, WorkspaceDefinitions defined, long nowMs, Func<Movement, Task> appendAsync, CancellationToken cancellationToken)
    {
        var rules = defined.Alerts.Rules.Where(rule => rule.Enabled && rule.Condition.Subject is not null).ToList();
        if (rules.Count == 0 && !_earlier.Remove(workspace) && defined.Alerts.Version == 0)
        {
            return;
        }

        var state = await sums.StateAsync(workspace, nowMs, cancellationToken);
        foreach (var gone in state.Watches.Where(watch => !rules.Exists(rule => rule.Id == watch.Rule)))
        {
            await appendAsync(new Movement(gone.Rule, null));
        }

        if (rules.Count == 0)
        {
            return;
        }

        var now = await MovementLook.AtAsync(sums, workspace, defined, rules, nowMs, cancellationToken) with { IsRedefining = state.IsRedefining };
        foreach (var rule in rules)
        {
            if (Decide(rule, now, state, _earlier.GetValueOrDefault(workspace)) is { } movement)
            {
                await appendAsync(movement);
            }
        }

        // Only now: what could not be recorded is to be told from late data by the same look again.
        _earlier[workspace] = now;
    }

    /// <summary>How the survey, segment or goal of a rule stands now.</summary>
    /// <param name="sums">Gives the sums.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="defined">What it has defined.</param>
    /// <param name="rule">The rule, in force or not.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task<DryRunView> DryRunAsync(
        IMovementSums sums, string workspace, WorkspaceDefinitions defined, AlertRule rule, long nowMs, CancellationToken cancellationToken)
    {
        await sums.StateAsync(workspace, nowMs, cancellationToken);
        var reading = MovementReadings.Of(rule, await MovementLook.AtAsync(sums, workspace, defined, [rule], nowMs, cancellationToken));
        return new DryRunView(0, reading.Stands == true ? 1 : 0, 1, IsComplete: true, [])
        {
            Now = new DryRunStanding(rule.Condition.Subject!, reading.Stands, reading.Words, reading.Seen),
        };
    }

    private static Movement? Decide(AlertRule rule, MovementLook now, MovementState state, MovementLook? earlier)
    {
        var known = state.Watches.FirstOrDefault(watch => watch.Rule == rule.Id);
        var reading = MovementReadings.Of(rule, now);
        var isNews = reading.Stands == true && known is { Stands: false } && MovementNews.Is(rule, earlier, now, state.ImportedMs);
        return MovementDecision.Of(rule, known, reading, isNews, state.Muted.Contains(rule.Id), now.AtMs);
    }
}
