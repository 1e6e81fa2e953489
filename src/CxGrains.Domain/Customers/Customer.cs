using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Customers;

/// <summary>
/// One customer's state. It is mutable, because at hundreds of thousands of interactions a second a copy for each would cost
/// more than all else; only <see cref="CustomerFold"/> changes it, and only its one owner may call that.
/// </summary>
public sealed class Customer : ICustomerFacts
{
    private readonly Queue<BandChange> _bandChanges = new(0);

    /// <summary>A customer that nothing is known of yet.</summary>
    /// <param name="id">Its id.</param>
    public Customer(string id) => Id = id;

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The last record folded.</summary>
    public Position Position { get; internal set; }

    /// <summary>Whether nothing was folded yet.</summary>
    public bool IsEmpty => Interactions == 0;

    /// <inheritdoc/>
    public string? Account { get; internal set; }

    /// <inheritdoc/>
    public long FirstSeenMs { get; internal set; } = long.MaxValue;

    /// <summary>The latest activity; the first sight where there was none. Unix milliseconds UTC.</summary>
    public long LastSeenMs => LastActiveMs == 0 ? FirstSeenMs : LastActiveMs;

    /// <inheritdoc/>
    public long Interactions { get; internal set; }

    /// <inheritdoc/>
    public Purchases Purchases { get; internal set; } = Purchases.None;

    /// <inheritdoc/>
    public Engagement Engagement { get; internal set; }

    /// <inheritdoc/>
    public Rhythm Rhythm => Days.ToRhythm(LastActiveMs);

    /// <summary>Traits.</summary>
    public TraitBook Traits { get; internal set; } = new();

    /// <summary>Interactions by channel.</summary>
    public ChannelCounts Channels { get; internal set; } = new();

    /// <summary>Answers.</summary>
    public AnswerBook Answers { get; internal set; } = new();

    /// <summary>Timeline.</summary>
    public Timeline Timeline { get; internal set; } = new();

    /// <summary>The risk band, as settled at the last record.</summary>
    public RiskBand Band { get; internal set; }

    /// <summary>Since when it is in this band, Unix milliseconds UTC.</summary>
    public long BandSinceMs { get; internal set; }

    /// <summary>Whether its high risk was no news when it was learned.</summary>
    public bool AlreadySo { get; internal set; }

    /// <summary>The segments it is in, one bit a slot, as settled at the last record.</summary>
    public ulong Membership { get; internal set; }

    /// <summary>When time alone changes band or membership next, Unix milliseconds UTC; <see cref="long.MaxValue"/> for never.</summary>
    public long NextDueMs { get; internal set; } = long.MaxValue;

    /// <summary>The latest changes of band, oldest first.</summary>
    public IEnumerable<BandChange> BandChanges => _bandChanges;

    internal RecentIds RecentIds { get; set; } = new();

    internal Stamp AccountStamp { get; set; }

    internal long LastActiveMs { get; set; }

    internal ActiveDays Days;

    /// <inheritdoc/>
    public TraitValue? Trait(string key) => Traits.Find(key);

    /// <inheritdoc/>
    public bool UsesChannel(string channel) => Channels.Contains(channel);

    /// <inheritdoc/>
    public LatestAnswer? LatestAnswer(SurveyMetric metric) => Answers.Latest(metric);

    /// <summary>What populations hold of it.</summary>
    public PopulationMember ToMember() =>
        new(Band, LatestAnswer(SurveyMetric.Nps), LatestAnswer(SurveyMetric.Csat), LatestAnswer(SurveyMetric.Ces), Purchases);

    internal void AddBandChange(BandChange change)
    {
        if (_bandChanges.Count == Limits.BandChangesMax)
        {
            _bandChanges.Dequeue();
        }

        _bandChanges.Enqueue(change);
    }
}
