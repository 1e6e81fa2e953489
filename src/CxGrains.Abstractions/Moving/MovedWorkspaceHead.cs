namespace CxGrains.Abstractions.Moving;

/// <summary>What a partition's head holds of a workspace.</summary>
/// <param name="Id">The workspace.</param>
/// <param name="OpenAlerts">Alerts whose cause stands.</param>
/// <param name="SurveyResponses">Answers of all time, by survey.</param>
/// <param name="Segments">The segments as the partition knows them.</param>
/// <param name="Settings">The settings as the partition knows them, as stored; null where nothing was decided.</param>
/// <param name="Model">The churn model as the partition knows it, in the domain's encoding; null for none.</param>
/// <param name="AlertRules">The alert rules as the partition knows them, as stored; null where none were defined.</param>
/// <param name="SharedAlerts">The ids of open alerts that other partitions may have too; null for none.</param>
/// <param name="Tombstones">The customers that were erased, in the domain's encoding; null for none.</param>
public sealed record MovedWorkspaceHead(
    string Id, long OpenAlerts, IReadOnlyDictionary<string, long> SurveyResponses, IReadOnlyList<MovedSegmentHead> Segments, string? Settings, byte[]? Model,
    string? AlertRules = null, string[]? SharedAlerts = null, byte[]? Tombstones = null);
