using CxGrains.Abstractions.Reports;
using CxGrains.Abstractions.Views;

namespace CxGrains.Web.Reports.Reading;

/// <summary>All that a report shows, as the queries gave it. What its page does not show is null, or empty.</summary>
internal sealed record ReportData
{
    /// <summary>What was asked for.</summary>
    public required ReportAsk Ask { get; init; }

    /// <summary>The workspace now.</summary>
    public required WorkspaceView Workspace { get; init; }

    /// <summary>The scores.</summary>
    public IReadOnlyList<ReportScore> Scores { get; init; } = [];

    /// <summary>What moved those that moved.</summary>
    public IReadOnlyList<ReportMoves> Moves { get; init; } = [];

    /// <summary>The survey over the window.</summary>
    public SurveyView? Survey { get; init; }

    /// <summary>The segment now.</summary>
    public SegmentView? Segment { get; init; }

    /// <summary>What stands behind the scores of the window.</summary>
    public InsightsView? Insights { get; init; }

    /// <summary>The alerts of the window.</summary>
    public ReportAlerts? Alerts { get; init; }

    /// <summary>The riskiest customers, where the report names any.</summary>
    public IReadOnlyList<CustomerRow> AtRisk { get; init; } = [];

    /// <summary>The largest segments now.</summary>
    public IReadOnlyList<SegmentView> Segments { get; init; } = [];

    /// <summary>Whether customers may be named.</summary>
    public bool NamesCustomers => Ask.Report.IncludeCustomers;
}
