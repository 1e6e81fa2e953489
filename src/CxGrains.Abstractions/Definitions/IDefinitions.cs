using CxGrains.Domain.Alerts;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Definitions;

/// <summary>Surveys and segments of the workspaces. One owner decides each change; it is durable when the task completes.</summary>
public interface IDefinitions
{
    /// <summary>The current definitions of a workspace; empty where the workspace has none.</summary>
    ValueTask<WorkspaceDefinitions> OfAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>Defines a survey, or renames it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="survey">The definition; its version is ignored.</param>
    /// <param name="expectedVersion">The version it must have now (0: it must not exist); null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The definition as it now stands; unchanged, with its version, where nothing differs.</returns>
    /// <exception cref="ConflictException">The version differs, or metric or scale would change.</exception>
    /// <exception cref="Domain.InvalidFieldException">The workspace has as many surveys as it may.</exception>
    ValueTask<SurveyDefinition> DefineSurveyAsync(string workspace, SurveyDefinition survey, int? expectedVersion, CancellationToken cancellationToken);

    /// <summary>The survey as defined, or <paramref name="survey"/> if it is new: what the first answer that names its metric does.</summary>
    ValueTask<SurveyDefinition> EnsureSurveyAsync(string workspace, SurveyDefinition survey, CancellationToken cancellationToken);

    /// <summary>Defines a segment or changes it; a changed rule is re-evaluated for every customer in the background.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The segment's id.</param>
    /// <param name="name">Its display name.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="expectedVersion">The version it must have now (0: it must not exist); null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ConflictException">The version differs.</exception>
    /// <exception cref="Domain.InvalidFieldException">The workspace has as many segments as it may.</exception>
    ValueTask<SegmentDefinition> DefineSegmentAsync(string workspace, string id, string name, SegmentRule rule, int? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Decides the settings as a whole; customers are evaluated by them one after the other in the background.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="settings">The settings; their version is ignored.</param>
    /// <param name="expectedVersion">The version they must have now (0: nothing was decided yet); null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The settings as they now stand; unchanged, with their version, where nothing differs.</returns>
    /// <exception cref="ConflictException">The version differs.</exception>
    ValueTask<WorkspaceSettings> DecideSettingsAsync(string workspace, WorkspaceSettings settings, int? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Defines an alert rule or changes it. It raises nothing for what already stands.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="rule">The rule; its version is ignored.</param>
    /// <param name="expectedVersion">The version it must have now (0: as it is given to every workspace, or not there); null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>All rules as they now stand.</returns>
    /// <exception cref="ConflictException">The version differs.</exception>
    /// <exception cref="Domain.InvalidFieldException">The workspace has as many rules as it may.</exception>
    ValueTask<AlertRules> DefineAlertRuleAsync(string workspace, AlertRule rule, int? expectedVersion, CancellationToken cancellationToken);

    /// <summary>Deletes an alert rule; one that is not there is deleted already. What it raised stays.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The rule's id.</param>
    /// <param name="expectedVersion">The version it must have now; null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>All rules as they now stand.</returns>
    /// <exception cref="ConflictException">The version differs.</exception>
    ValueTask<AlertRules> DeleteAlertRuleAsync(string workspace, string id, int? expectedVersion, CancellationToken cancellationToken);
}
