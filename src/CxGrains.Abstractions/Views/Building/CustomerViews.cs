using CxGrains.Abstractions.Definitions;
using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>A customer as readers see it.</summary>
public static class CustomerViews
{
    /// <summary>The whole customer.</summary>
    /// <param name="customer">Its state.</param>
    /// <param name="definitions">What the workspace has defined.</param>
    /// <param name="atMs">The instant its scores are evaluated at, Unix milliseconds UTC.</param>
    /// <param name="isNow">Whether that is now; otherwise band and segments are evaluated anew.</param>
    public static CustomerView Of(Customer customer, WorkspaceDefinitions definitions, long atMs, bool isNow)
    {
        // Who is only counted is scored as somebody of whom nothing is known.
        var scored = customer.IsProfiled ? customer : new Customer(customer.Id);
        return new()
        {
            Id = customer.Id,
            Name = customer.Trait("name")?.Text,
            Email = customer.Trait("email")?.Text,
            Account = customer.Account,
            Profiled = customer.IsProfiled,
            Consents = ConsentsOf(customer),
            Traits = customer.Traits.OrderBy(trait => trait.Key, StringComparer.Ordinal).ToDictionary(trait => trait.Key, trait => ValueOf(trait.Value)),
            AsOf = Instants.ToTime(atMs),
            FirstSeen = Instants.ToTime(customer.FirstSeenMs),
            LastSeen = Instants.ToTime(customer.LastSeenMs),
            Interactions = customer.Interactions,
            Channels = ChannelsOf(customer),
            Engagement = EngagementOf(scored, atMs),
            Churn = ChurnOf(scored, definitions.Model, atMs, isNow),
            Purchases = PopulationViews.Of(customer.Purchases),
            Health = HealthViews.Of(scored, definitions.Settings, atMs),
            Buying = BuyingViews.Of(scored, definitions.Buying, definitions.Settings, atMs),
            Advocacy = AdvocacyViews.Of(scored, atMs),
            LoyaltyTier = customer.IsProfiled ? definitions.Settings.Loyalty.TierOf(customer, atMs)?.Name : null,
            Answers = [.. customer.Answers.Reverse().Select(Of)],
            Timeline = TimelineOf(customer),
            Segments =
            [
                .. definitions.Segments.Values.Where(segment => customer.IsProfiled && IsIn(customer, segment, atMs, isNow)).Select(segment => segment.Id).Order(StringComparer.Ordinal),
            ],
            Tickets = TicketViews.OpenOf(customer),
            BandChanges = [.. customer.BandChanges.Reverse().Select(change => new BandChangeView(Instants.ToTime(change.AtMs), change.From, change.To, change.AlreadySo))],
        };
    }

    /// <summary>Churn risk without drivers.</summary>
    /// <param name="entry">The customer's list entry.</param>
    /// <param name="atMs">The instant.</param>
    /// <param name="isNow">Whether that is now; otherwise the band is that of the probability alone.</param>
    public static ChurnView ChurnOf(CustomerEntry entry, long atMs, bool isNow)
    {
        var probability = entry.Risk.Probability(atMs);
        return new ChurnView
        {
            Status = probability is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
            Probability = probability,
            Band = isNow ? entry.Band : ChurnRisk.BandOf(probability),
            Since = isNow && entry.BandSinceMs > 0 ? Instants.ToTime(entry.BandSinceMs) : null,
            AlreadySo = entry.AlreadySo && isNow,
            Why = probability is null ? null : ChurnReasons.Of(entry.Rhythm, entry.Departure, atMs),
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

    private static List<ConsentView> ConsentsOf(Customer customer) =>
    [
        .. Consents.Of(customer).OrderBy(consent => consent.Purpose, StringComparer.Ordinal)
            .Select(consent => new ConsentView(consent.Purpose, consent.IsGranted, Instants.ToTime(consent.AtMs))),
    ];

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

    private static ChurnView ChurnOf(Customer customer, PublishedModel model, long atMs, bool isNow)
    {
        var drivers = ChurnDrivers.Of(model, customer.ToRiskInputs(), customer.Traits, atMs);
        if (drivers is null)
        {
            return new ChurnView { Status = ScoreStatus.NotEnoughData, Band = isNow ? customer.Band : RiskBand.NotEnoughData };
        }

        var probability = RiskCurve.ProbabilityOf(drivers.LogOdds);
        return new ChurnView
        {
            Status = ScoreStatus.Ok,
            Probability = probability,
            Band = isNow ? customer.Band : ChurnRisk.BandOf(probability),
            Since = isNow && customer.BandSinceMs > 0 ? Instants.ToTime(customer.BandSinceMs) : null,
            AlreadySo = customer.AlreadySo && isNow,
            Why = ChurnReasons.Of(customer.Rhythm, customer.Departure, atMs),
            Source = model.IsLearned ? ChurnSource.Model : ChurnSource.Prior,
            Outcomes = model.Outcomes,
            HorizonDays = model.IsLearned ? model.Target.HorizonDays : null,
            Baseline = RiskCurve.ProbabilityOf(drivers.BaselineLogOdds),
            Drivers = DriversOf(drivers),
        };
    }

    private static List<ChurnDriver> DriversOf(ChurnDrivers drivers)
    {
        var shown = drivers.Top.Select(driver => new ChurnDriver(driver.Factor, driver.LogOdds, driver.Words)).ToList();
        if (drivers.RemainderLogOdds != 0)
        {
            shown.Add(new ChurnDriver("other", drivers.RemainderLogOdds, "Everything else"));
        }

        return shown;
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
