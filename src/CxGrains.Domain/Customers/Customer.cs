using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Customers;

/// <summary>
/// One customer's state. It is mutable, because at hundreds of thousands of interactions a second a copy for each would cost
/// more than all else; only <see cref="CustomerFold"/> changes it, and only its one owner may call that.
/// </summary>
public sealed class Customer : ICustomerFacts
{
    private static readonly TraitBook NoTraits = new();
    private static readonly AnswerBook NoAnswers = new();

    // Most customers have none of these, and an empty collection each would be a good part of their memory.
    private TraitBook? _traits;
    private AnswerBook? _answers;
    private Queue<BandChange>? _bandChanges;

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
    public Rhythm Rhythm { get; private set; }

    /// <summary>Traits.</summary>
    public IEnumerable<Trait> Traits => _traits?.All ?? [];

    /// <summary>Interactions by channel.</summary>
    public ChannelCounts Channels { get; internal set; } = new();

    /// <summary>Answers.</summary>
    public IReadOnlyList<KeptAnswer> Answers => _answers?.All ?? [];

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
    public IEnumerable<BandChange> BandChanges => _bandChanges ?? [];

    /// <summary>The settings and the model it was last evaluated by; see <see cref="WorkspaceRules.Stamp"/>.</summary>
    public long RulesStamp { get; internal set; }

    /// <summary>When it bought and renewed; null where it did neither.</summary>
    public BuyingTimes? BuyingTimes { get; internal set; }

    /// <summary>Its referrals and reviews; null where there are none.</summary>
    public AdvocacyActs? AdvocacyActs { get; internal set; }

    /// <summary>Its health at the start of the last UTC week in which an interaction came; see <see cref="HealthSnapshot.Of"/> for any other.</summary>
    public HealthSnapshot Health { get; internal set; }

    internal RecentIds RecentIds { get; set; } = new();

    internal Stamp AccountStamp { get; set; }

    internal long LastActiveMs { get; private set; }

    internal ActiveDays Days { get; private set; }

    /// <inheritdoc/>
    public TraitValue? Trait(string key) => _traits?.Find(key);

    /// <inheritdoc/>
    public bool UsesChannel(string channel) => Channels.Contains(channel);

    /// <inheritdoc/>
    public LatestAnswer? LatestAnswer(SurveyMetric metric) => _answers?.Latest(metric);

    /// <summary>What populations hold of it.</summary>
    public PopulationMember ToMember() => _answers is null
        ? new(Band, null, null, null, Purchases) { HasReferred = HasReferred }
        : new(Band, _answers.Latest(SurveyMetric.Nps), _answers.Latest(SurveyMetric.Csat), _answers.Latest(SurveyMetric.Ces), Purchases)
        {
            AdvocateDay = AdvocateDay,
            HasReferred = HasReferred,
        };

    internal bool HasReferred => AdvocacyActs is { Referrals: > 0 };

    internal int? AdvocateDay => AdvocacyActs is null ? null : AdvocacyRules.AdvocateDay(LatestAnswer(SurveyMetric.Nps), AdvocacyActs);

    internal TraitBook WritableTraits => _traits ??= new TraitBook();

    internal AnswerBook WritableAnswers => _answers ??= new AnswerBook();

    /// <summary>Reads a little of everything that folding an interaction touches, to have it near; the number means nothing.</summary>
    public long Touch() => Position.Value + Engagement.ClockMs + NextDueMs + RecentIds.Touch() + Timeline.Touch() + Channels.All.Length;

    internal void EncodeBooks(BinaryWriter writer)
    {
        (_traits ?? NoTraits).Encode(writer);
        Channels.Encode(writer);
        (_answers ?? NoAnswers).Encode(writer);
    }

    internal void DecodeBooks(BinaryReader reader, NamePool names)
    {
        var traits = TraitBook.Decode(reader, names);
        _traits = traits.IsEmpty ? null : traits;
        Channels = ChannelCounts.Decode(reader, names);
        var answers = AnswerBook.Decode(reader, Id, names);
        _answers = answers.All.Count == 0 ? null : answers;
    }

    internal void AddActivity(long atMs)
    {
        var days = Days;
        days.Add(Instants.DayOf(atMs));
        RestoreActivity(days, Math.Max(LastActiveMs, atMs));
    }

    internal void RestoreActivity(ActiveDays days, long lastActiveMs)
    {
        Days = days;
        LastActiveMs = lastActiveMs;
        Rhythm = days.ToRhythm(lastActiveMs);
    }

    internal void AddBandChange(BandChange change)
    {
        _bandChanges ??= new Queue<BandChange>(1);
        if (_bandChanges.Count == Limits.BandChangesMax)
        {
            _bandChanges.Dequeue();
        }

        _bandChanges.Enqueue(change);
    }
}
