using CxGrains.Host.Demo.Company;

namespace CxGrains.Host.Demo.Behaviour;

/// <summary>
/// Live traffic: visits that begin at random and go on for a while. Gives as many interactions as the rate asks,
/// beginning new visits only where those under way are not enough.
/// </summary>
internal sealed class DemoTraffic
{
    private const double RelationshipChance = 0.03;
    private const double SwingSeconds = 97;
    private const double GapDaysMax = 7;
    private static readonly TimeSpan ReturnEvery = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan CancelEvery = TimeSpan.FromMinutes(2);

    private readonly DemoRandom _random;
    private readonly DemoVisits _visits;
    private readonly DemoCustomer[] _active;
    private readonly DemoCustomer[] _gone;
    private readonly DemoCustomer[] _drifting;
    private readonly double _rateMin;
    private readonly double _rateMax;
    private readonly PriorityQueue<DemoInteraction, (long AtMs, long Order)> _coming = new();
    private long _order;
    private long _lastMs;
    private double _owed;
    private double _wobble;

    /// <summary>Traffic of a company.</summary>
    /// <param name="company">The company.</param>
    /// <param name="options">Seed and rates.</param>
    /// <param name="startMs">When it begins, Unix milliseconds UTC.</param>
    public DemoTraffic(DemoCompany company, DemoOptions options, long startMs)
    {
        _random = DemoRandom.Of(options.Seed, 4, startMs);
        _visits = new DemoVisits(new DemoIncident(startMs), DemoPace.Live, interaction => _coming.Enqueue(interaction, (interaction.AtMs, _order++)));
        // Those who come often anyway: a rare customer that came by every hour would soon leave nobody quiet.
        _active = [.. company.Customers.Where(customer => customer.Habit is DemoHabit.Steady or DemoHabit.Growing or DemoHabit.New && customer.GapDays <= GapDaysMax)];
        _drifting = [.. company.Customers.Where(customer => customer.Habit is DemoHabit.Drifting)];
        _gone = [.. company.Customers.Where(customer => customer.Habit is DemoHabit.Lost)];
        _rateMin = options.RatePerSecondMin;
        _rateMax = options.RatePerSecondMax;
        _lastMs = startMs;
    }

    /// <summary>What happens between the call before and an instant, with times in that stretch, in order.</summary>
    /// <param name="nowMs">The instant, Unix milliseconds UTC.</param>
    public IReadOnlyList<DemoInteraction> Until(long nowMs)
    {
        var seconds = Math.Clamp((nowMs - _lastMs) / 1000.0, 0, 1);
        _owed += seconds * Rate(nowMs);
        var count = (int)_owed;
        _owed -= count;
        BringBack(nowMs, seconds);
        LoseOne(nowMs, seconds);

        var happened = new List<DemoInteraction>(count);
        while (happened.Count < count)
        {
            if (_coming.TryPeek(out var next, out var key) && key.AtMs <= nowMs)
            {
                _coming.Dequeue();
                happened.Add(next with { AtMs = Math.Max(key.AtMs, _lastMs) });
            }
            else
            {
                Begin(_random.Pick(_active), nowMs);
            }
        }

        _lastMs = Math.Max(_lastMs, nowMs);
        return happened;
    }

    // A slow swing with a wobble, between the lowest and the highest rate.
    private double Rate(long nowMs)
    {
        _wobble = Math.Clamp((0.9 * _wobble) + (0.08 * _random.Normal()), -0.3, 0.3);
        var share = 0.5 + (0.35 * Math.Sin(2 * Math.PI * nowMs / 1000 / SwingSeconds)) + _wobble;
        return _rateMin + ((_rateMax - _rateMin) * Math.Clamp(share, 0, 1));
    }

    private void BringBack(long nowMs, double seconds)
    {
        if (_gone.Length > 0 && _random.Chance(seconds / ReturnEvery.TotalSeconds))
        {
            Begin(_random.Pick(_gone), nowMs);
        }
    }

    // When a learned model calls silence high risk is not known ahead; with such a word it does.
    private void LoseOne(long nowMs, double seconds)
    {
        if (_drifting.Length > 0 && _random.Chance(seconds / CancelEvery.TotalSeconds))
        {
            var customer = _random.Pick(_drifting);
            _coming.Enqueue(
                new DemoInteraction { Customer = customer, Type = "cancel_requested", AtMs = nowMs, Channel = DemoChannels.Email, Touchpoint = "account" },
                (nowMs, _order++));
        }
    }

    private void Begin(DemoCustomer customer, long nowMs)
    {
        _visits.Visit(customer, nowMs, _random);
        if (_random.Chance(RelationshipChance))
        {
            _visits.AskRelationship(customer, nowMs, _random);
        }
    }
}
