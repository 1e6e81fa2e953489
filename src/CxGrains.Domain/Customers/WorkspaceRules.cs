using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Customers;

/// <summary>What a workspace has defined, as it stands at a position of a partition's log: what customers are evaluated by.</summary>
/// <param name="Segments">Its segments.</param>
/// <param name="Settings">Its settings.</param>
public sealed record WorkspaceRules(IReadOnlyList<SegmentDefinition> Segments, WorkspaceSettings Settings)
{
    /// <summary>Nothing defined.</summary>
    public static readonly WorkspaceRules None = new([], WorkspaceSettings.Default);

    /// <summary>
    /// Tells settings and model apart from those before; 0 while there are none. A customer that was evaluated by others is due: what it
    /// shows would not be what the workspace decided.
    /// </summary>
    public long Stamp => Settings.Version;
}
