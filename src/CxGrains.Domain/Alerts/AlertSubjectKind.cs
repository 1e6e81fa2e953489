namespace CxGrains.Domain.Alerts;

/// <summary>What an alert is about. The numbers are stored; never renumber.</summary>
public enum AlertSubjectKind : byte
{
    /// <summary>A customer.</summary>
    Customer = 0,

    /// <summary>A survey.</summary>
    Survey = 1,

    /// <summary>A segment.</summary>
    Segment = 2,

    /// <summary>All customers of the workspace.</summary>
    Workspace = 3,

    /// <summary>A goal of the settings.</summary>
    Goal = 4,
}
