using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>A customer that purchases are streamed into, in order of time, with what the model wants to know of it.</summary>
internal sealed class ReplayedCustomer(string id)
{
    private ActiveDays _days;
    private Engagement _engagement;
    private ActivityTrend _trend;
    private Purchases _purchases = Purchases.None;

    public string Id => id;

    public long FirstSeenMs { get; private set; } = long.MaxValue;

    public long LastActiveMs { get; private set; }

    public PendingPrediction? Pending { get; set; }

    public RiskInputs Inputs => new(_days.ToRhythm(LastActiveMs), _engagement, _trend, null, null, null, _purchases, 0, false);

    public void Buy(long atMs, decimal amount)
    {
        FirstSeenMs = Math.Min(FirstSeenMs, atMs);
        LastActiveMs = Math.Max(LastActiveMs, atMs);
        _days.Add(Instants.DayOf(atMs));
        _engagement = _engagement.With(InteractionKind.Purchase, atMs);
        _trend = _trend.With(atMs);
        _purchases = _purchases.With(1, "USD", amount);
    }
}
