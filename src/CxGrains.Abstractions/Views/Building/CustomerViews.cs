using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>A customer as readers see it.</summary>
public static class CustomerViews
{
    /// <summary>The whole customer.</summary>
    /// <param name="customer">Its state.</param>
    /// <param name="segments">The workspace's segments.</param>
    /// <param name="atMs">The instant its scores are evaluated at, Unix milliseconds UTC.</param>
    /// <param name="isNow">Whether that is now; otherwise band and segments are evaluated anew.</param>
    /// <param name="settings">The workspace's settings; null for the default.</param>
    /// <param name="buying">The workspace's model of buying; null where none was fitted yet.</param>
    public static CustomerView Of(Customer customer, IReadOnlyList<SegmentDefinition> segments, long atMs, bool isNow, WorkspaceSettings? settings = null, BuyingModel? buying = null) => new()
    {
        Id = customer.Id,
        Name = customer.Trait("name")?.Text,
        Email = customer.Trait("email")?.Text,
        Account = customer.Account,
        Traits = customer.Traits.OrderBy(trait => trait.Key, StringComparer.Ordinal).ToDictionary(trait => trait.Key, trait => ValueOf(trait.Value)),
        AsOf = Instants.ToTime(atMs),
        FirstSeen = Instants.ToTime(customer.FirstSeenMs),
        LastSeen = Instants.ToTime(customer.LastSeenMs),
        Interactions = customer.Interactions,
        Channels = ChannelsOf(customer),
        Engagement = EngagementOf(customer, atMs),
        Churn = ChurnOf(customer, atMs, isNow),
        Purchases = PopulationViews.Of(customer.Purchases),
        Health = HealthViews.Of(customer, settings ?? WorkspaceSettings.Default, atMs),
        Buying = BuyingViews.Of(customer, buying, settings ?? WorkspaceSettings.Default, atMs),
        Advocacy = AdvocacyViews.Of(customer, atMs),
        LoyaltyTier = settings?.Loyalty.TierOf(customer, atMs)?.Name,
        Answers = [.. customer.Answers.Reverse().Select(Of)],
        Timeline = TimelineOf(customer),
        Segments = [.. segments.Where(segment => IsIn(customer, segment, atMs, isNow)).Select(segment => segment.Id).Order(StringComparer.Ordinal)],
        BandChanges = [.. customer.BandChanges.Reverse().Select(change => new BandChangeView(Instants.ToTime(change.AtMs), change.From, change.To, change.AlreadySo))],
    };

    /// <summary>Churn risk without drivers.</summary>
    /// <param name="rhythm">The customer's rhythm.</param>
    /// <param name="atMs">The instant.</param>
    /// <param name="sinceMs">Since when the band stands; null where it is not tracked.</param>
    /// <param name="alreadySo">Whether it was no news.</param>
    public static ChurnView ChurnOf(Rhythm rhythm, long atMs, long? sinceMs, bool alreadySo)
    {
        var probability = ChurnRisk.Probability(rhythm, atMs);
        return new ChurnView
        {
            Status = probability is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
            Probability = probability,
            Band = ChurnRisk.BandOf(probability),
            Since = sinceMs is > 0 and var since ? Instants.ToTime(since) : null,
            AlreadySo = alreadySo,
            Why = probability is null ? null : ChurnReasons.Silence(rhythm, atMs),
        };
    }

    /// <summary>Engagement without drivers, from points aligned to a clock.</summary>
    public static EngagementView EngagementOf(double points, long clockMs, long atMs) => clockMs == 0
        ? new EngagementView { Status = ScoreStatus.NotEnoughData }
        : new EngagementView { Status = ScoreStatus.Ok, Score = Engagement.ScoreOf(points, clockMs, atMs) };

    /// <summary>A timeline entry.</summary>
    public static TimelineEntryView Of(in TimelineEntry entry) => new()
    {
        At = Instants.ToTime(entry.AtMs),
        Type = entry.Source.Type,
        Channel = entry.Source.Channel,
        Touchpoint = entry.Source.Touchpoint,
        Value = double.IsNaN(entry.Value) ? null : (decimal)entry.Value,
        Currency = entry.Source.Currency,
        Label = entry.Label,
    };

    private static AnswerView Of(KeptAnswer kept)
    {
        var answer = kept.Contribution;
        return new AnswerView
        {
            Survey = answer.Survey,
            Metric = answer.Metric,
            Score = answer.Score,
            Scale = answer.Scale,
            Category = AnswerCategory.Of(answer.Metric, answer.Score, answer.Scale),
            At = Instants.ToTime(answer.AtMs),
            Comment = answer.Comment,
            Channel = answer.Channel,
            Touchpoint = answer.Touchpoint,
            Revision = kept.Revision,
        };
    }

    private static ChurnView ChurnOf(Customer customer, long atMs, bool isNow)
    {
        var rhythm = customer.Rhythm;
        var view = ChurnOf(rhythm, atMs, isNow ? customer.BandSinceMs : null, customer.AlreadySo && isNow);
        return view.Status == ScoreStatus.NotEnoughData ? view : view with { Drivers = DriversOf(rhythm, atMs) };
    }

    private static List<ChurnDriver> DriversOf(Rhythm rhythm, long atMs)
    {
        List<ChurnDriver> drivers =
        [
            new("silence", ChurnRisk.SilenceLogOdds(rhythm, atMs), ChurnReasons.Silence(rhythm, atMs)),
            new("history", ChurnRisk.HistoryLogOdds(rhythm), ChurnReasons.History(rhythm)),
        ];
        drivers.Sort((a, b) => Math.Abs(b.Contribution).CompareTo(Math.Abs(a.Contribution)));
        return drivers;
    }

    private static EngagementView EngagementOf(Customer customer, long atMs)
    {
        var engagement = customer.Engagement;
        var view = EngagementOf(engagement.Points(), engagement.ClockMs, atMs);
        if (view.Status == ScoreStatus.NotEnoughData)
        {
            return view;
        }

        var decay = Engagement.DecayOver(atMs - engagement.ClockMs);
        var drivers = Enumerable.Range(0, Engagement.KindsCount)
            .Select(kind => (InteractionKind)kind)
            .Where(kind => engagement.Count(kind) > 0)
            .Select(kind => new EngagementDriver(NameOf(kind), engagement.Part(kind, atMs), engagement.Count(kind) * decay))
            .OrderByDescending(driver => driver.Points)
            .ThenBy(driver => driver.Kind, StringComparer.Ordinal);
        return view with { Drivers = [.. drivers] };
    }

    private static bool IsIn(Customer customer, SegmentDefinition segment, long atMs, bool isNow) =>
        isNow ? (customer.Membership & (1UL << segment.Slot)) != 0 : segment.Rule.Matches(customer, atMs);

    private static Dictionary<string, long> ChannelsOf(Customer customer)
    {
        var channels = new Dictionary<string, long>();
        foreach (var (channel, count) in customer.Channels.All)
        {
            channels.Add(channel, count);
        }

        return channels.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
    }

    private static List<TimelineEntryView> TimelineOf(Customer customer)
    {
        var entries = new List<TimelineEntryView>();
        foreach (var entry in customer.Timeline.Entries)
        {
            entries.Add(Of(entry));
        }

        entries.Reverse();
        return entries;
    }

    private static object ValueOf(TraitValue value) => value switch
    {
        { Text: { } text } => text,
        { IsBoolean: true } => value.Number != 0,
        _ => value.Number,
    };

    private static string NameOf(InteractionKind kind) => kind switch
    {
        InteractionKind.Visit => "visit",
        InteractionKind.Usage => "usage",
        InteractionKind.Purchase => "purchase",
        InteractionKind.Conversation => "conversation",
        InteractionKind.Support => "support",
        InteractionKind.Email => "email",
        InteractionKind.Feedback => "feedback",
        _ => "other",
    };
}
