using CxGrains.Domain.Alerts;
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
    private const int TimedRulesShift = 24;
    private const long TimedRulesMask = 0xffL << TimedRulesShift;

    /// <summary>Nothing defined.</summary>
    public static readonly WorkspaceRules None = new([], WorkspaceSettings.Default, PublishedModel.Prior);

    /// <summary>Its alert rules.</summary>
    public AlertRules Alerts { get; init; } = AlertRules.Default;

    /// <summary>The churn model in force.</summary>
    public PublishedModel Model => Published.InForce(Settings.Churn.Target);

    /// <summary>
    /// Tells settings, model, and the alert rules that time brings about apart from those before; 0 while there are none. A customer that was
    /// evaluated by others is due: what it shows would not be what the workspace decided, and it would not know when it is due. Of the
    /// version of alert rules eight bits are told, between those of the settings and of the model: no customer waits through 256 changes.
    /// </summary>
    public long Stamp => ((long)Settings.Version << ModelVersionBits) | (Published.Version & ~TimedRulesMask) | (((long)Alerts.TimedVersion << TimedRulesShift) & TimedRulesMask);

    /// <summary>Whether a customer that was evaluated by a stamp was so by these settings and this model, whatever the alert rules were.</summary>
    public bool ScoresLike(long stamp) => ((stamp ^ Stamp) & ~TimedRulesMask) == 0;
}
