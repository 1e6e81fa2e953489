namespace CxGrains.Domain.Reports;

/// <summary>What a report shows. The names are stored.</summary>
public enum ReportPageKind
{
    /// <summary>The workspace at a glance.</summary>
    Overview = 0,

    /// <summary>One survey.</summary>
    Survey = 1,

    /// <summary>One segment.</summary>
    Segment = 2,

    /// <summary>What stands behind the scores, of all customers or of one segment.</summary>
    Insights = 3,

    /// <summary>The customers at high risk.</summary>
    AtRisk = 4,
}
