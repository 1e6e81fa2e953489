using CxGrains.Cluster.Customers;

namespace CxGrains.Cluster.Workspaces;

/// <summary>A workspace's definitions as stored.</summary>
[GenerateSerializer, Alias("cx.WorkspaceRow")]
internal sealed class WorkspaceRow
{
    /// <summary>Counts up with each change.</summary>
    [Id(0)]
    public long Version { get; set; }

    /// <summary>The surveys.</summary>
    [Id(1)]
    public List<SurveyOnWire> Surveys { get; set; } = [];

    /// <summary>The segments, as <see cref="Domain.Segments.SegmentJson"/> writes them.</summary>
    [Id(2)]
    public List<string> Segments { get; set; } = [];

    /// <summary>Segments whose definition the partitions' logs do not hold for certain.</summary>
    [Id(3)]
    public List<string> Unsent { get; set; } = [];

    /// <summary>The settings, as <see cref="Domain.Settings.WorkspaceSettings.ToStored"/> writes them; null where nothing was decided.</summary>
    [Id(4)]
    public string? Settings { get; set; }

    /// <summary>Whether the partitions' logs may not hold these settings.</summary>
    [Id(5)]
    public bool AreSettingsUnsent { get; set; }

    /// <summary>The churn model as last published, in the domain's encoding; null for none.</summary>
    [Id(6)]
    public byte[]? Model { get; set; }

    /// <summary>Whether the partitions' logs may not hold this model.</summary>
    [Id(7)]
    public bool IsModelUnsent { get; set; }

    /// <summary>How customers buy, as last fitted, in the domain's encoding; null where it was not yet.</summary>
    [Id(8)]
    public byte[]? Buying { get; set; }

    /// <summary>The alert rules, as <see cref="Domain.Alerts.AlertRules.ToStored"/> writes them; null where none were defined.</summary>
    [Id(9)]
    public string? AlertRules { get; set; }

    /// <summary>Whether the partitions' logs may not hold these rules.</summary>
    [Id(10)]
    public bool AreAlertRulesUnsent { get; set; }

    /// <summary>A copy to change, of the next version. The lists are those of this one: put others in their place.</summary>
    public WorkspaceRow Next()
    {
        var next = (WorkspaceRow)MemberwiseClone();
        next.Version++;
        return next;
    }
}
