using CxGrains.Domain.Channels;

namespace CxGrains.Abstractions.Views;

/// <summary>What happened on one channel in a window.</summary>
public sealed record ChannelView
{
    /// <summary>The channel; <c>other</c> past 32 names.</summary>
    public required string Name { get; init; }

    /// <summary>How often each thing happened; what never did is absent. Time on site is in <see cref="SecondsOnSite"/>.</summary>
    public required IReadOnlyDictionary<ChannelMeasure, long> Counts { get; init; }

    /// <summary>E-mails opened per e-mail sent.</summary>
    public required RateView OpenRate { get; init; }

    /// <summary>E-mails clicked per e-mail sent.</summary>
    public required RateView ClickThroughRate { get; init; }

    /// <summary>Survey answers per survey sent.</summary>
    public required RateView ResponseRate { get; init; }

    /// <summary>Searches that found nothing, of all searches.</summary>
    public required RateView EmptySearchRate { get; init; }

    /// <summary>Goals completed per goal started.</summary>
    public required RateView GoalCompletionRate { get; init; }

    /// <summary>Pages seen in a session. A session is a <c>visit</c>.</summary>
    public required PerSessionView Pages { get; init; }

    /// <summary>Seconds on site in a session, from <c>durationSeconds</c> of visits and pages, each up to 4 hours.</summary>
    public required PerSessionView SecondsOnSite { get; init; }

    /// <summary>Purchases in a session.</summary>
    public required PerSessionView Conversion { get; init; }
}
