using System.Text.Json;
using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Cluster.Alerts;
using CxGrains.Cluster.Queries;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Segments;

namespace CxGrains.Cluster.Partitions;

/// <summary>What a partition tells of its index and head.</summary>
internal sealed class PartitionViews(PartitionWorker worker, SurveyCache surveys)
{
    /// <summary>Of a workspace; null where there is nothing.</summary>
    public IndexPart? Workspace(string workspace, long atMs, bool isNow)
    {
        var head = worker.Head.Workspaces.GetValueOrDefault(workspace);
        if (worker.Index.Workspaces.GetValueOrDefault(workspace) is not { } index)
        {
            return null;
        }

        return new IndexPart
        {
            Risk = isNow ? null : IndexViews.RiskAt(index.Customers, atMs),
            PerSecond = isNow ? index.Rate.PerSecond(atMs) : 0,
            Alerts = new AlertCounts(head?.OpenAlerts ?? 0, index.AlreadySoCount),
            SharedAlerts = head?.SharedAlerts ?? [],
            Riskiest = IndexViews.RiskiestAt(index.Riskiest, index.Customers, atMs, isNow),
            Feed = IndexViews.FeedOf(index.Recent, survey => surveys.Known(workspace, survey)?.ToDefinition() is { } known ? (known.Metric, known.Scale) : null),
            SurveyResponses = head?.SurveyResponses ?? [],
            Segments = head?.Segments.Values.ToDictionary(segment => segment.Definition.Id, segment => (segment.Members, segment.Done, segment.Target)) ?? [],
        };
    }

    /// <summary>Of a segment; null where it is not known.</summary>
    public SegmentIndexPart? Segment(string workspace, int slot, long atMs, bool isNow)
    {
        if (worker.Head.Workspaces.GetValueOrDefault(workspace)?.Segments.GetValueOrDefault(slot) is not { } segment)
        {
            return null;
        }

        var bit = 1UL << slot;
        var risk = isNow ? null : IndexViews.RiskAt(worker.Index.WorkspaceOf(workspace).Customers.Where(entry => (entry.Membership & bit) != 0), atMs);
        return new SegmentIndexPart(risk, segment.Done, segment.Target);
    }

    /// <summary>Customers that match a search.</summary>
    public CustomerMatches Customers(string workspace, CustomerSearchRequest request)
    {
        var search = CustomerSearch.Of(request.Query, request.Slots, request.AtMs);
        return search.Run(worker.Index.Workspaces.GetValueOrDefault(workspace)?.Customers ?? []);
    }

    /// <summary>The next accounts that match a search.</summary>
    public AccountSlice Accounts(string workspace, AccountSearchRequest request) =>
        AccountSearch.Of(request.Query, request.AtMs).Run(worker.Index.Workspaces.GetValueOrDefault(workspace)?.Customers ?? [], request.From);

    /// <summary>Of one account.</summary>
    public AccountPart Account(string workspace, AlertBook alerts, AccountRequest request)
    {
        var index = worker.Index.Workspaces.GetValueOrDefault(workspace);
        var members = CustomerSearch.Of(AccountPart.MembersOf(request.Account, request.AsOf), request.Slots, request.AtMs);
        var look = AccountViews.LookAt(request.AtMs, isNow: request.AsOf is null);
        return AccountPart.Of(request.Account, index?.Customers ?? [], members, alerts, customer => index?.Find(customer), look);
    }

    /// <summary>How many customers match a rule, as far as the index knows.</summary>
    public RuleCountPart Count(string workspace, RuleCountRequest request) => RuleCountPart.Of(
        worker.Index.Workspaces.GetValueOrDefault(workspace)?.Customers ?? [], SegmentRule.Parse(JsonElement.Parse(request.Rule)), request.AtMs);

    /// <summary>The next customers of a sample.</summary>
    public SampledCustomers Sample(string workspace, int from, int stride)
    {
        var (rows, next) = RuleSample.Slice(worker.Index.Workspaces.GetValueOrDefault(workspace)?.Customers ?? [], from, stride);
        return new SampledCustomers([.. rows.Select(row => row.Id)], next);
    }

    /// <summary>Alerts that were raised.</summary>
    public AlertsPart RaisedAlerts(string workspace, AlertBook alerts, string state, int limit, long nowMs) =>
        AlertsPart.OfRaised(alerts, state, customer => worker.Index.Workspaces.GetValueOrDefault(workspace)?.Find(customer), limit, nowMs);

    /// <summary>The next customers that a rule may be raised for.</summary>
    public DryRunCandidates DryRun(string workspace, AlertRule rule, long nowMs, int from)
    {
        var customers = worker.Index.Workspaces.GetValueOrDefault(workspace)?.Customers ?? [];
        var found = new List<DryRunCandidate>();
        while (from < customers.Count && found.Count < DryRunCandidates.CustomersMax)
        {
            var customer = customers[from++];
            if (AlertDryRun.MayHit(customer, rule, nowMs))
            {
                found.Add(new DryRunCandidate(customer.Id, customer.Name));
            }
        }

        return new DryRunCandidates(found, from < customers.Count ? from : -1);
    }

    /// <summary>What decides whether a movement is told.</summary>
    public MovementState Movements(string workspace, AlertBook alerts, long nowMs) => new(
        [.. alerts.Watches],
        [.. alerts.MutedAt(nowMs)],
        worker.Index.Workspaces.GetValueOrDefault(workspace)?.ImportedMs ?? 0,
        worker.Head.Workspaces.GetValueOrDefault(workspace)?.Segments.Values.Any(segment => segment.IsRedefining) ?? false);

    /// <summary>One alert.</summary>
    public AlertView Alert(string workspace, AlertItem item, long nowMs) =>
        AlertsPart.ViewOf(item, worker.Index.Workspaces.GetValueOrDefault(workspace)?.Find(item.Alert.Customer), nowMs);

    /// <summary>Customers whose high risk was no news.</summary>
    public AlertsPart AlreadySo(string workspace, int limit, long nowMs)
    {
        var index = worker.Index.Workspaces.GetValueOrDefault(workspace);
        return AlertsPart.OfAlreadySo(index?.AlreadySoCount ?? 0, index?.Customers ?? [], limit, nowMs);
    }
}
