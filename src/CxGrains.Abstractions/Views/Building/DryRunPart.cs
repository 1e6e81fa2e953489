using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>A dry run as it goes from customer to customer. Not safe for several threads at once.</summary>
/// <param name="rule">The rule.</param>
/// <param name="nowMs">Now, Unix milliseconds UTC.</param>
/// <param name="examplesMax">Examples wanted.</param>
public sealed class DryRunPart(AlertRule rule, long nowMs, int examplesMax)
{
    private readonly PriorityQueue<DryRunExample, (DateTimeOffset, string)> _examples = new();
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private long _customers;

    /// <summary>Customers looked at so far.</summary>
    public long Looked { get; private set; }

    /// <summary>Looks at a customer.</summary>
    public void Look(Customer customer, string? name, WorkspaceRules rules)
    {
        Looked++;
        if (AlertDryRun.Of(customer, rule, rules, nowMs) is not { } hit)
        {
            return;
        }

        if (rule.Grouping == AlertGrouping.Account && customer.Account is { } account)
        {
            _accounts.Add(account);
        }
        else
        {
            _customers++;
        }

        var at = Instants.ToTime(hit.AtMs);
        _examples.Enqueue(new DryRunExample(customer.Id, name, customer.Account, at, hit.Reason), (at, customer.Id));
        if (_examples.Count > examplesMax)
        {
            _examples.Dequeue();
        }
    }

    /// <summary>What has come of it.</summary>
    /// <param name="isComplete">Whether all were looked at who could be meant.</param>
    public DryRunView ToView(bool isComplete) => new(
        AlertDryRun.Days,
        _customers + _accounts.Count,
        Looked,
        isComplete,
        [.. _examples.UnorderedItems.Select(item => item.Element).OrderByDescending(example => example.At).ThenBy(example => example.Customer, StringComparer.Ordinal)]);
}
