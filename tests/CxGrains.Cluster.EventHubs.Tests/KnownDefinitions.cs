using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.EventHubs.Tests;

/// <summary>Definitions of one workspace, in memory.</summary>
internal sealed class KnownDefinitions : IDefinitions
{
    public WorkspaceDefinitions Defined { get; private set; } = WorkspaceDefinitions.Empty;

    public ValueTask<WorkspaceDefinitions> OfAsync(string workspace, CancellationToken cancellationToken) => ValueTask.FromResult(Defined);

    public ValueTask<SurveyDefinition> EnsureSurveyAsync(string workspace, SurveyDefinition survey, CancellationToken cancellationToken)
    {
        Defined = Defined with { Surveys = Defined.Surveys.SetItem(survey.Id, survey) };
        return ValueTask.FromResult(survey);
    }

    public ValueTask<SurveyDefinition> DefineSurveyAsync(string workspace, SurveyDefinition survey, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<SegmentDefinition> DefineSegmentAsync(
        string workspace, string id, string name, SegmentRule rule, int? expectedVersion, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<WorkspaceSettings> DecideSettingsAsync(string workspace, WorkspaceSettings settings, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<AlertRules> DefineAlertRuleAsync(string workspace, AlertRule rule, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<AlertRules> DeleteAlertRuleAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
