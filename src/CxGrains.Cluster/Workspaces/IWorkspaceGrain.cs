using CxGrains.Cluster.Customers;
using Orleans.Concurrency;

namespace CxGrains.Cluster.Workspaces;

/// <summary>A workspace; its key is <c>workspace/all</c>. It owns the definitions, one change at a time, and merges the sums of its shards.</summary>
[Alias("cx.IWorkspaceGrain")]
internal interface IWorkspaceGrain : IGrainWithStringKey
{
    /// <summary>The definitions, or null where they still are of a version.</summary>
    [Alias("Definitions"), AlwaysInterleave]
    Task<DefinitionsSnapshot?> DefinitionsAsync(long knownVersion);

    /// <summary>Defines a survey, or changes it where that is allowed.</summary>
    [Alias("DefineSurvey")]
    Task<DefinitionAnswer> DefineSurveyAsync(SurveyOnWire survey, bool mayChange, int? expectedVersion);

    /// <summary>Defines a segment, or changes it.</summary>
    [Alias("DefineSegment")]
    Task<DefinitionAnswer> DefineSegmentAsync(string id, string name, string rule, int? expectedVersion);

    /// <summary>Decides the settings as a whole.</summary>
    [Alias("DecideSettings")]
    Task<DefinitionAnswer> DecideSettingsAsync(string settings, int? expectedVersion);

    /// <summary>Defines an alert rule, or changes it.</summary>
    /// <param name="rule">The rule as the only one of a list, as stored.</param>
    /// <param name="expectedVersion">The version it must have now; null for any.</param>
    [Alias("DefineAlertRule")]
    Task<DefinitionAnswer> DefineAlertRuleAsync(string rule, int? expectedVersion);

    /// <summary>Deletes an alert rule.</summary>
    [Alias("DeleteAlertRule")]
    Task<DefinitionAnswer> DeleteAlertRuleAsync(string id, int? expectedVersion);

    /// <summary>Learns the churn model anew where enough outcomes have come in, and publishes it.</summary>
    [Alias("Learn")]
    Task LearnAsync();

    /// <summary>What all partitions learned, merged, in the domain's encoding; null while there is nothing.</summary>
    [Alias("Learned"), AlwaysInterleave]
    Task<byte[]?> LearnedAsync();

    /// <summary>Takes definitions that were moved in from elsewhere, and are known to the partitions or will be; newer ones stay.</summary>
    [Alias("Adopt")]
    Task AdoptAsync(SurveyOnWire[] surveys, string[] segments, string? settings, byte[]? model, string? alertRules);

    /// <summary>The merged sums, in the domain's encoding; null while there are none.</summary>
    [Alias("Sums"), AlwaysInterleave]
    Task<byte[]?> SumsAsync();
}
