using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>Streams purchases through the model as a workspace would: landmarks, outcomes, publishing now and then.</summary>
internal sealed class Replay(ChurnTarget target, int outcomesBetweenVersions)
{
    private readonly Dictionary<string, ReplayedCustomer> _customers = [];
    private readonly PriorityQueue<ReplayedCustomer, (long AtMs, string Id)> _due = new();

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

            var isNew = customer.LastActiveMs == 0;
            var wasAsked = !isNew && customer.Pending is not null;
            customer.Buy(purchase.AtMs, purchase.Amount);
            if (isNew || (!wasAsked && !IsScheduled(customer)))
            {
                Schedule(customer, purchase.AtMs);
            }
        }

        SettleUpTo(untilMs);
        Publish();
    }

    private readonly HashSet<string> _scheduled = [];

    private bool IsScheduled(ReplayedCustomer customer) => _scheduled.Contains(customer.Id);

    private void Schedule(ReplayedCustomer customer, long fromMs)
    {
        _scheduled.Add(customer.Id);
        _due.Enqueue(customer, (LandmarkSchedule.NextMs(customer.FirstSeenMs, LandmarkSchedule.PhaseOf(customer.Id), target.HorizonMs, fromMs), customer.Id));
    }

    private void SettleUpTo(long nowMs)
    {
        while (_due.TryPeek(out var customer, out var due) && due.AtMs <= nowMs)
        {
            _due.Dequeue();
            _scheduled.Remove(customer.Id);
            if (customer.Pending is { } pending && pending.DeadlineMs <= due.AtMs)
            {
                Shard.Settle(pending, LandmarkSchedule.HasLeft(pending, customer.LastActiveMs, 0), Model);
                customer.Pending = null;
                if (Shard.Outcomes % outcomesBetweenVersions == 0)
                {
                    Publish();
                }
            }

            if (LandmarkSchedule.IsAsked(target, due.AtMs, customer.LastActiveMs, false))
            {
                customer.Pending = PendingPrediction.Make(Model, target, customer.Inputs, [], due.AtMs);
                _scheduled.Add(customer.Id);
                _due.Enqueue(customer, (customer.Pending.DeadlineMs, customer.Id));
            }
        }
    }

    private void Publish() => Model = PublishedModel.Learn(Shard, Model.Version + 1) ?? Model;
}
