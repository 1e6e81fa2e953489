using CxGrains.Domain.Alerts.Movements;

namespace CxGrains.Abstractions.Alerts.Movements;

/// <summary>What the partitions know that decides whether a movement is told.</summary>
/// <param name="Watches">What is remembered of the rules.</param>
/// <param name="Muted">Rules of which somebody handles an alert.</param>
/// <param name="ImportedMs">When an import was folded last, Unix milliseconds UTC; 0 for not since the start.</param>
/// <param name="IsRedefining">Whether customers are being evaluated anew after a segment was defined.</param>
public sealed record MovementState(IReadOnlyList<MovementWatch> Watches, IReadOnlyList<string> Muted, long ImportedMs, bool IsRedefining)
{
    /// <summary>The partition that keeps what is remembered of a workspace's rules, and their alerts.</summary>
    public const int KeeperPartition = 0;

    /// <summary>Nothing.</summary>
    public static readonly MovementState None = new([], [], 0, IsRedefining: false);

    /// <summary>Both partitions' together.</summary>
    public static MovementState Merge(MovementState a, MovementState b) =>
        new([.. a.Watches, .. b.Watches], [.. a.Muted, .. b.Muted], Math.Max(a.ImportedMs, b.ImportedMs), a.IsRedefining || b.IsRedefining);
}
