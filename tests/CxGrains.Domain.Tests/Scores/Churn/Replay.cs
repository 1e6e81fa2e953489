using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>Streams purchases through the model as a workspace would: landmarks, outcomes at their deadlines, publishing now and then.</summary>
internal sealed class Replay(ChurnTarget target, int outcomesBetweenVersions)
{
    private readonly Dictionary<string, ReplayedCustomer> _customers = [];
    private readonly PriorityQueue<ReplayedCustomer, (long AtMs, string Id)> _due = new();
    private readonly HashSet<ReplayedCustomer> _isDue = [];

    public ModelShard Shard { get; } = new(target);

    public PublishedModel Model { get; private set; } = PublishedModel.Prior;

    public IReadOnlyCollection<ReplayedCustomer> Customers => _customers.Values;

    public void Run(IEnumerable<CdnowSample.Purchase> purchases, long untilMs)
    {
        foreach (var purchase in purchases.TakeWhile(purchase => purchase.AtMs < untilMs))
        {
            SettleUpTo(purchase.AtMs);
            if (!_customers.TryGetValue(purchase.Customer, out var customer))
            {
                customer = _customers[purchase.Customer] = new ReplayedCustomer(purchase.Customer);
            }

            customer.Buy(purchase.AtMs, purchase.Amount);
            if (!_isDue.Contains(customer))
            {
                // New, or back after it was no longer asked about.
                AddDue(customer, LandmarkSchedule.NextMs(customer.FirstSeenMs, LandmarkSchedule.PhaseOf(customer.Id), target.HorizonMs, purchase.AtMs));
            }
        }

        SettleUpTo(untilMs);
        Publish();
    }

    private void SettleUpTo(long nowMs)
    {
        while (_due.TryPeek(out var customer, out var due) && due.AtMs <= nowMs)
        {
            _due.Dequeue();
            _isDue.Remove(customer);
            if (customer.Pending is { } pending)
            {
                Settle(customer, pending);
            }

            if (LandmarkSchedule.IsAsked(target, due.AtMs, customer.LastActiveMs, hasCancelled: false))
            {
                customer.Pending = PendingPrediction.Make(Model, target, customer.Inputs, [], due.AtMs);
                AddDue(customer, customer.Pending.DeadlineMs);
            }
        }
    }

    private void Settle(ReplayedCustomer customer, PendingPrediction pending)
    {
        Shard.Settle(pending, LandmarkSchedule.HasLeft(pending, customer.LastActiveMs, cancelledMs: 0), Model);
        customer.Pending = null;
        if (Shard.Outcomes % outcomesBetweenVersions == 0)
        {
            Publish();
        }
    }

    private void AddDue(ReplayedCustomer customer, long atMs)
    {
        _isDue.Add(customer);
        _due.Enqueue(customer, (atMs, customer.Id));
    }

    private void Publish() => Model = PublishedModel.Learn(Shard, Model.Version + 1) ?? Model;
}
