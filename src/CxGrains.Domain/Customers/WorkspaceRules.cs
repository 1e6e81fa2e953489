using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Customers;

/// <summary>What a workspace has defined, as it stands at a position of a partition's log: what customers are evaluated by.</summary>
/// <param name="Segments">Its segments.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Published">Its churn model as last published.</param>
public sealed record WorkspaceRules(IReadOnlyList<SegmentDefinition> Segments, WorkspaceSettings Settings, PublishedModel Published)
{
    private const int ModelVersionBits = 32;

    /// <summary>Nothing defined.</summary>
    public static readonly WorkspaceRules None = new([], WorkspaceSettings.Default, PublishedModel.Prior);

    /// <summary>The churn model in force.</summary>
    public PublishedModel Model => Published.InForce(Settings.Churn.Target);

    /// <summary>
    /// Tells settings and model apart from those before; 0 while there are none. A customer that was evaluated by others is due: what it
    /// shows would not be what the workspace decided.
    /// </summary>
    public long Stamp => ((long)Settings.Version << ModelVersionBits) | Published.Version;
}
