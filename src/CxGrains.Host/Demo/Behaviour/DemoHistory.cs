using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Host.Demo.Company;

namespace CxGrains.Host.Demo.Behaviour;

/// <summary>The year before the demo's start, day by day, so that only a few days are in memory at a time.</summary>
internal sealed class DemoHistory
{
    private const int RelationshipEveryDays = 110;
    private const int RelationshipQuietDaysMax = 90;
    private const long LetterEveryMs = 14 * TimeSpan.MillisecondsPerDay;
    private const double ConsentsShare = 0.35;
    private const double LeavesWithAWordShare = 0.85;
    private const int ContractDays = 365;
    private const long ContractEur = 1_200;

    private readonly DemoCompany _company;
    private readonly int _seed;
    private readonly long _nowMs;
    private readonly DemoPlan[] _plans;
    private readonly DemoVisits _visits;

    // Who renews for a business, and the day from which it does.
    private readonly Dictionary<int, int> _renewals;
    private readonly PriorityQueue<DemoInteraction, (long AtMs, long Order)> _coming = new();
    private long _order;

    /// <summary>The history of a company.</summary>
    /// <param name="company">The company.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="nowMs">The demo's start, Unix milliseconds UTC.</param>
    public DemoHistory(DemoCompany company, int seed, long nowMs)
    {
        _company = company;
        _seed = seed;
        _nowMs = nowMs;
        _plans = [.. company.Customers.Select(customer => DemoPlan.Of(customer, seed, nowMs))];
        _renewals = company.Customers.Where(customer => customer.Account is { RenewsInDays: >= 0 })
            .GroupBy(customer => customer.Account!)
            .ToDictionary(members => members.First().Index, members => RenewalDay(members.Key) - ContractDays);
        _visits = new DemoVisits(new DemoIncident(nowMs), DemoPace.Real, Add);
    }

    /// <summary>All interactions before the demo's start, in time order.</summary>
    public IEnumerable<DemoInteraction> Interactions()
    {
        var byDay = _plans
            .SelectMany((plan, index) => plan.Days.Select(day => (Day: day, Index: index)))
            .ToLookup(visit => visit.Day, visit => visit.Index);
        var today = Instants.DayOf(_nowMs);
        for (var day = byDay.Min(visits => visits.Key); day <= today; day++)
        {
            foreach (var index in byDay[day])
            {
                Come(_company.Customers[index], _plans[index], day);
            }

            AskRelationship(day);
            foreach (var interaction in Until(Math.Min(Instants.StartOfDayMs(day + 1), _nowMs)))
            {
                yield return interaction;
            }
        }
    }

    private IEnumerable<DemoInteraction> Until(long endMs)
    {
        while (_coming.TryPeek(out var interaction, out var key) && key.AtMs < endMs)
        {
            _coming.Dequeue();
            yield return interaction;
        }
    }

    private void Come(DemoCustomer customer, DemoPlan plan, int day)
    {
        var random = DemoRandom.Of(_seed, customer.Index, 2, day - plan.Days[0]);
        var beginMs = Instants.StartOfDayMs(day) + TimeOfDayMs(customer, random);
        var isLast = day == plan.Days[^1];
        if (isLast && plan.SilentFromMs is { } silentFromMs)
        {
            beginMs = silentFromMs;
        }

        if (day == plan.Days[0])
        {
            Join(customer, beginMs - TimeSpan.MillisecondsPerMinute, DemoRandom.Of(_seed, customer.Index, 5));
        }

        if (_renewals.TryGetValue(customer.Index, out var from) && day >= from && _renewals.Remove(customer.Index))
        {
            Renew(customer, beginMs);
        }

        if (isLast && plan.SilentFromMs is not null)
        {
            Add(new DemoInteraction { Customer = customer, Type = "visit", AtMs = beginMs, Channel = DemoChannels.Web, Touchpoint = "home" });
        }
        else
        {
            _visits.Visit(customer, beginMs, random);
        }

        if (isLast && customer.Habit is DemoHabit.Lost or DemoHabit.Gone)
        {
            Leave(customer, beginMs, random);
        }
    }

    // Many say so before they stay away, and who is silent still gets the newsletter.
    private void Leave(DemoCustomer customer, long sinceMs, DemoRandom random)
    {
        if (random.Chance(LeavesWithAWordShare))
        {
            Add(new DemoInteraction { Customer = customer, Type = "cancel_requested", AtMs = sinceMs + TimeSpan.MillisecondsPerHour, Channel = DemoChannels.Email, Touchpoint = "account" });
        }

        for (var atMs = sinceMs + LetterEveryMs; atMs < _nowMs; atMs += LetterEveryMs)
        {
            Add(new DemoInteraction { Customer = customer, Type = "email_sent", AtMs = atMs, Channel = DemoChannels.Email, Touchpoint = "newsletter" });
        }
    }

    private void Join(DemoCustomer customer, long atMs, DemoRandom random)
    {
        DateOnly? renewal = customer.Account is { } account ? DateOnly.FromDateTime(Instants.ToTime(Instants.StartOfDayMs(RenewalDay(account))).UtcDateTime) : null;
        Add(new DemoInteraction { Customer = customer, Type = "identify", AtMs = atMs, RenewalDate = renewal });
        if (customer.Account is not null)
        {
            Add(new DemoInteraction { Customer = customer, Type = "group", AtMs = atMs });
        }

        if (random.Chance(ConsentsShare))
        {
            Add(new DemoInteraction { Customer = customer, Type = "consent", AtMs = atMs });
        }
    }

    private int RenewalDay(DemoAccount account) => Instants.DayOf(_nowMs) + account.RenewsInDays;

    // The last time around, by the one who came first of the business.
    private void Renew(DemoCustomer customer, long atMs) => Add(new DemoInteraction
    {
        Customer = customer,
        Type = "renewed",
        AtMs = atMs,
        Channel = DemoChannels.Email,
        Touchpoint = "account",
        Value = customer.Plan == "enterprise" ? 10 * ContractEur : ContractEur,
    });

    // Everybody who came lately, on a day of its own, in the morning.
    private void AskRelationship(int day)
    {
        foreach (var customer in _company.Customers)
        {
            if ((day + customer.Index) % RelationshipEveryDays == 0
                && _plans[customer.Index].Days.Any(active => active < day && active >= day - RelationshipQuietDaysMax))
            {
                var random = DemoRandom.Of(_seed, customer.Index, 3, day);
                _visits.AskRelationship(customer, Instants.StartOfDayMs(day) + (long)(random.Between(8, 11) * TimeSpan.MillisecondsPerHour), random);
            }
        }
    }

    // Those who go silent do so on time: what would move the end of their activity is left out.
    private void Add(DemoInteraction interaction)
    {
        var plan = _plans[interaction.Customer.Index];
        if (plan.SilentFromMs is { } silentFromMs
            && InteractionTypes.KindOf(interaction.Type) != InteractionKind.Passive
            && (interaction.AtMs > silentFromMs || !plan.Days.Contains(Instants.DayOf(interaction.AtMs))))
        {
            return;
        }

        _coming.Enqueue(interaction, (interaction.AtMs, _order++));
    }

    // Businesses come in office hours, private customers rather in the evening, each by its own clock.
    private static long TimeOfDayMs(DemoCustomer customer, DemoRandom random)
    {
        var mean = customer.Account is not null ? 13 : random.Chance(0.35) ? 12 : 19.5;
        var hour = mean + (random.Normal() * 2.2) - customer.Culture.UtcHours;
        return (long)(Math.Clamp((hour + 24) % 24, 0, 23.5) * TimeSpan.MillisecondsPerHour);
    }
}
