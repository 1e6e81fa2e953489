using System.Collections.Concurrent;
using CxGrains.Abstractions.Definitions;
using CxGrains.Cluster.Customers;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Workspaces;

/// <summary>Definitions, owned by each workspace's grain. A silo keeps the last it saw and asks the grain whether they still are so: a call, never a stale answer.</summary>
internal sealed class ClusterDefinitions(IGrainFactory grains) : IDefinitions
{
    private readonly ConcurrentDictionary<string, (long Version, WorkspaceDefinitions Definitions)> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<WorkspaceDefinitions> OfAsync(string workspace, CancellationToken cancellationToken)
    {
        var known = _known.GetValueOrDefault(workspace, (-1, WorkspaceDefinitions.Empty));
        var snapshot = await GrainOf(workspace).DefinitionsAsync(known.Version).OrUnavailableAsync(cancellationToken);
        if (snapshot is null)
        {
            return known.Definitions;
        }

        var definitions = snapshot.ToDefinitions();
        if (snapshot.Version > 0)
        {
            // A workspace without definitions may be one that does not exist: nothing is kept of those.
            _known[workspace] = (snapshot.Version, definitions);
        }

        return definitions;
    }

    /// <inheritdoc/>
    public async ValueTask<SurveyDefinition> DefineSurveyAsync(string workspace, SurveyDefinition survey, int? expectedVersion, CancellationToken cancellationToken)
    {
        var answer = await GrainOf(workspace).DefineSurveyAsync(SurveyOnWire.Of(survey), mayChange: true, expectedVersion).OrUnavailableAsync(cancellationToken);
        return answer.OrThrow().Survey!.ToDefinition();
    }

    /// <inheritdoc/>
    public async ValueTask<SurveyDefinition> EnsureSurveyAsync(string workspace, SurveyDefinition survey, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(workspace, out var known) && known.Definitions.Surveys.TryGetValue(survey.Id, out var defined))
        {
            return defined;
        }

        var answer = await GrainOf(workspace).DefineSurveyAsync(SurveyOnWire.Of(survey), mayChange: false, null).OrUnavailableAsync(cancellationToken);
        return answer.OrThrow().Survey!.ToDefinition();
    }

    /// <inheritdoc/>
    public async ValueTask<SegmentDefinition> DefineSegmentAsync(
        string workspace, string id, string name, SegmentRule rule, int? expectedVersion, CancellationToken cancellationToken)
    {
        var answer = await GrainOf(workspace).DefineSegmentAsync(id, name, rule.Source.GetRawText(), expectedVersion).OrUnavailableAsync(cancellationToken);
        return SegmentJson.Read(answer.OrThrow().Segment!);
    }

    /// <inheritdoc/>
    public async ValueTask<WorkspaceSettings> DecideSettingsAsync(string workspace, WorkspaceSettings settings, int? expectedVersion, CancellationToken cancellationToken)
    {
        var answer = await GrainOf(workspace).DecideSettingsAsync(settings.ToStored(), expectedVersion).OrUnavailableAsync(cancellationToken);
        return WorkspaceSettings.FromStored(answer.OrThrow().Settings!);
    }

    /// <inheritdoc/>
    public async ValueTask<AlertRules> DefineAlertRuleAsync(string workspace, AlertRule rule, int? expectedVersion, CancellationToken cancellationToken)
    {
        var only = new AlertRules(0, 0, [rule]).ToStored();
        var answer = await GrainOf(workspace).DefineAlertRuleAsync(only, expectedVersion).OrUnavailableAsync(cancellationToken);
        return AlertRules.FromStored(answer.OrThrow().AlertRules!);
    }

    /// <inheritdoc/>
    public async ValueTask<AlertRules> DeleteAlertRuleAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken)
    {
        var answer = await GrainOf(workspace).DeleteAlertRuleAsync(id, expectedVersion).OrUnavailableAsync(cancellationToken);
        return AlertRules.FromStored(answer.OrThrow().AlertRules!);
    }

    private IWorkspaceGrain GrainOf(string workspace) => grains.GetGrain<IWorkspaceGrain>(GrainKeys.Of(workspace, GrainKeys.All));
}
