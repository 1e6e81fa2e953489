using CxGrains.Abstractions.Views;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Queries;

/// <summary>
/// Immutable views of one workspace's live state.
/// <c>asOf</c> is the instant at which time-dependent scores of the current state are evaluated (it is no history); null means now.
/// </summary>
public interface IQueries
{
    /// <summary>The workspace at a glance.</summary>
    ValueTask<WorkspaceView> WorkspaceAsync(string workspace, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>A page of customers.</summary>
    /// <exception cref="Domain.InvalidFieldException">The cursor is not one this query gave.</exception>
    ValueTask<CustomerPage> CustomersAsync(string workspace, CustomerQuery query, CancellationToken cancellationToken);

    /// <summary>A page of accounts.</summary>
    /// <exception cref="Domain.InvalidFieldException">The cursor is not one this query gave.</exception>
    ValueTask<AccountPage> AccountsAsync(string workspace, AccountQuery query, CancellationToken cancellationToken);

    /// <summary>One account with its first customers and its open alerts; null where no customer belongs to it.</summary>
    ValueTask<AccountView?> AccountAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>How many customers a segment's rule would have, now.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="rule">The rule; it need not be defined.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<RuleCountView> CountAsync(string workspace, SegmentRule rule, CancellationToken cancellationToken);

    /// <summary>One customer; null where there is none of that id.</summary>
    ValueTask<CustomerView?> CustomerAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>All that is kept of one customer, or of the one that an id was merged into; null where there is none of that id.</summary>
    ValueTask<CustomerRecordView?> CustomerRecordAsync(string workspace, string id, CancellationToken cancellationToken);

    /// <summary>One survey over the <paramref name="windowDays"/> UTC days that end with <paramref name="asOf"/>; null where there is none.</summary>
    ValueTask<SurveyView?> SurveyAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>One segment; null where there is none.</summary>
    ValueTask<SegmentView?> SegmentAsync(string workspace, string id, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>How many customers belong to two segments; null where there is none of the first's id.</summary>
    /// <exception cref="Domain.InvalidFieldException">There is none of the second's id, as <c>with</c>.</exception>
    ValueTask<SegmentOverlapView?> OverlapAsync(string workspace, string first, string second, CancellationToken cancellationToken);

    /// <summary>A survey's score held against that of another window, or that of two segments against each other; null where there is no such survey.</summary>
    /// <exception cref="Domain.InvalidFieldException">A segment is not defined, as <c>segment</c> or <c>with</c>.</exception>
    ValueTask<ComparisonView?> CompareAsync(string workspace, ComparisonQuery query, CancellationToken cancellationToken);

    /// <summary>What a survey measures, by segment, over the <paramref name="windowDays"/> UTC days that end with <paramref name="asOf"/>; null where there is no such survey.</summary>
    ValueTask<SurveySegmentsView?> SurveySegmentsAsync(string workspace, string id, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>The comments of a survey that match; null where there is no such survey.</summary>
    ValueTask<CommentsView?> CommentsAsync(string workspace, CommentQuery query, CancellationToken cancellationToken);

    /// <summary>What stands behind the scores of all customers, or of a segment's members, over the <paramref name="windowDays"/> UTC days that end with <paramref name="asOf"/>; null where there is no such segment.</summary>
    ValueTask<InsightsView?> InsightsAsync(string workspace, string? segment, int windowDays, DateTimeOffset? asOf, CancellationToken cancellationToken);

    /// <summary>The churn model and how right it has been.</summary>
    ValueTask<ModelView> ModelAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>Alerts in a state, newest first.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="state">One of <see cref="Views.Building.AlertsPart.States"/>.</param>
    /// <param name="limit">From 1; there are at most <see cref="AlertBook.AlertsMax"/> in a partition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<AlertPage> AlertsAsync(string workspace, string state, int limit, CancellationToken cancellationToken);

    /// <summary>For whom a rule would have been raised lately, by what the state still knows.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="rule">The rule; it need not be defined.</param>
    /// <param name="examples">Examples wanted, from 1 to 50.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<DryRunView> DryRunAsync(string workspace, AlertRule rule, int examples, CancellationToken cancellationToken);
}
