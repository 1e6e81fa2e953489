using CxGrains.Domain.Alerts;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Advocacy;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tickets;

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
    private List<string>? _mergedIds;
    private double _fastActivity;
    private double _slowActivity;

    // What its traits add to the log-odds; worth keeping, as it changes only with them and the model.
    private double _traitLogOdds;
    private PublishedModel? _traitModel;

    /// <summary>A customer that nothing is known of yet.</summary>
    /// <param name="id">Its id.</param>
    public Customer(string id) => Id = id;

    /// <summary>A customer that nothing is known of as of a position: what stands there or before is over for it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="position">The position.</param>
    public Customer(string id, Position position)
        : this(id) => Position = position;

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The last record folded.</summary>
    public Position Position { get; internal set; }

    /// <summary>Whether nothing was folded yet, or all that was has gone to another customer.</summary>
    public bool IsEmpty => Interactions == 0;

    /// <summary>The customer that this id was merged into, and which stands for it; null where it stands for itself.</summary>
    public string? MergedInto { get; internal set; }

    /// <summary>Ids that were merged into it, at most <see cref="Limits.MergedCustomersMax"/>, the latest; mostly none.</summary>
    public IReadOnlyList<string> MergedIds => _mergedIds ?? (IReadOnlyList<string>)[];

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

    /// <summary>How often it is active.</summary>
    public Rhythm Rhythm { get; private set; }

    /// <summary>Traits.</summary>
    public IEnumerable<Trait> Traits => _traits?.All ?? [];

    /// <summary>Interactions by channel.</summary>
    public ChannelCounts Channels { get; internal set; } = new();

    /// <summary>Answers.</summary>
    public IReadOnlyList<KeptAnswer> Answers => _answers?.All ?? [];

    /// <summary>Timeline.</summary>
    public Timeline Timeline { get; internal set; } = new();

    /// <inheritdoc/>
    public RiskBand Band { get; internal set; }

    /// <summary>Since when it is in this band, Unix milliseconds UTC.</summary>
    public long BandSinceMs { get; internal set; }

    /// <summary>When the band last changed by the log's clock, Unix milliseconds UTC; 0 where it never did.</summary>
    internal long BandSettledMs { get; set; }

    /// <summary>Whether its high risk was no news when it was learned.</summary>
    public bool AlreadySo { get; internal set; }

    /// <summary>The segments it is in, one bit a slot, as settled at the last record.</summary>
    public ulong Membership { get; internal set; }

    /// <summary>When time alone changes band or membership next, Unix milliseconds UTC; <see cref="long.MaxValue"/> for never.</summary>
    public long NextDueMs { get; internal set; } = long.MaxValue;

    /// <summary>The latest changes of band, oldest first.</summary>
    public IEnumerable<BandChange> BandChanges => _bandChanges ?? [];

    /// <summary>Whether its activity rises or falls.</summary>
    public ActivityTrend Trend => new(Engagement.ClockMs, _fastActivity, _slowActivity);

    /// <summary>When it asked to cancel, and cancelled.</summary>
    public Cancellation Cancellation { get; internal set; } = Cancellation.None;

    /// <summary>The churn prediction whose outcome is not known yet; null for none.</summary>
    public PendingPrediction? Pending { get; internal set; }

    /// <inheritdoc/>
    public RiskCurve Risk => RiskCurve.Of(StaticLogOdds, Rhythm, Silence);

    /// <summary>The part of its churn log-odds that does not change with silence; not a number where nothing is known.</summary>
    public double StaticLogOdds { get; private set; } = double.NaN;

    /// <summary>How silence weighs in it.</summary>
    public SilenceWeights Silence { get; private set; } = SilenceWeights.Prior;

    /// <summary>The settings and the model it was last evaluated by; see <see cref="WorkspaceRules.Stamp"/>.</summary>
    public long RulesStamp { get; internal set; }

    /// <summary>Its tickets; null where there was none.</summary>
    public TicketBook? Tickets { get; internal set; }

    /// <summary>The stages it is in, of the journeys it is on.</summary>
    public StageStays Stays { get; internal set; } = StageStays.None;

    /// <summary>When it bought and renewed; null where it did neither.</summary>
    public BuyingTimes? BuyingTimes { get; internal set; }

    /// <summary>Its referrals and reviews; null where there are none.</summary>
    public AdvocacyActs? AdvocacyActs { get; internal set; }

    /// <summary>Its health at the start of the last UTC week in which an interaction came; see <see cref="HealthSnapshot.Of"/> for any other.</summary>
    public HealthSnapshot Health { get; internal set; }

    /// <summary>Whether it is profiled, and not only counted.</summary>
    public bool IsProfiled => ProfiledFromMs != long.MaxValue;

    /// <summary>Whether its profile holds all that it ever did: how it buys cannot be told of a part.</summary>
    public bool HasWholeHistory => ProfiledFromMs <= FirstSeenMs && IsProfiled;

    /// <summary>From when on what happens belongs to its profile, Unix milliseconds UTC: 0 for ever, <see cref="long.MaxValue"/> for nothing.</summary>
    internal long ProfiledFromMs { get; set; }

    /// <summary>What it remembers of alerts that were raised for it; null where none was.</summary>
    internal AlertMemory? Alerts { get; set; }

    /// <summary>How many interaction ids it remembers, as fingerprints.</summary>
    public int RememberedIds => RecentIds.Count;

    internal RecentIds RecentIds { get; set; } = new();

    /// <summary>When the outcome of <see cref="Pending"/> is settled, or the first prediction made; <see cref="long.MaxValue"/> for never.</summary>
    internal long LandmarkMs { get; set; } = long.MaxValue;

    /// <summary>The last landmark taken; 0 for none.</summary>
    internal long LandmarkTakenMs { get; set; }

    /// <summary>When the landmark may be taken without an interaction behind it; <see cref="long.MaxValue"/> for never.</summary>
    internal long LearnDueMs { get; set; } = long.MaxValue;

    internal Stamp AccountStamp { get; set; }

    internal long LastActiveMs { get; private set; }

    internal ActiveDays Days { get; private set; }

    /// <inheritdoc/>
    public TraitValue? Trait(string key) => _traits?.Find(key);

    /// <summary>The value of a trait with when it was stated; null where there is none of that name.</summary>
    public (TraitValue Value, Stamp Stamp)? Statement(string key) => _traits?.FindStatement(key);

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

    /// <summary>What it has said of leaving, as it stands.</summary>
    public Departure Departure => Cancellation.Standing(RenewedMs);

    internal long RenewedMs => BuyingTimes?.RenewedMs ?? 0;

    internal bool HasReferred => AdvocacyActs is { Referrals: > 0 };

    internal int? AdvocateDay => AdvocacyActs is null ? null : AdvocacyRules.AdvocateDay(LatestAnswer(SurveyMetric.Nps), AdvocacyActs);

    /// <summary>What the churn model looks at.</summary>
    public RiskInputs ToRiskInputs() => new(
        Rhythm,
        Engagement,
        Trend,
        _answers?.Latest(SurveyMetric.Nps),
        _answers?.Latest(SurveyMetric.Csat),
        _answers?.Latest(SurveyMetric.Ces),
        Purchases,
        OpenTickets: Tickets?.OpenCount ?? 0,
        Cancellation.IsRequested(RenewedMs))
    {
        Departure = Departure,
    };

    /// <summary>Its churn probability by its state as it is and a model, taken note of.</summary>
    internal RiskCurve EvaluateRisk(PublishedModel model)
    {
        if (!model.IsLearned)
        {
            RestorePriorRisk();
            return Risk;
        }

        if (!ReferenceEquals(model, _traitModel))
        {
            _traitModel = model;
            _traitLogOdds = 0;
            foreach (var trait in Traits)
            {
                _traitLogOdds += model.TraitLogOdds(trait);
            }
        }

        var curve = model.CurveOf(ToRiskInputs(), _traitLogOdds);
        RestoreRisk(curve.IsKnown ? curve.StaticLogOdds : double.NaN, model.Silence);
        return curve;
    }

    /// <summary>Puts in place what was stored of the evaluation by a model that has learned.</summary>
    internal void RestoreRisk(double staticLogOdds, SilenceWeights silence) => (StaticLogOdds, Silence) = (staticLogOdds, silence);

    /// <summary>Evaluates by the model that has not learned, which looks at the rhythm and at what was said of leaving.</summary>
    internal void RestorePriorRisk() =>
        RestoreRisk(Rhythm.ActiveDays == 0 ? double.NaN : ChurnRisk.HistoryLogOdds(Rhythm) + ChurnRisk.DepartureLogOdds(Departure), SilenceWeights.Prior);

    /// <summary>What its <see cref="Departure"/> adds to <see cref="StaticLogOdds"/>; 0 where a model that has learned weighs it its own way.</summary>
    internal double DepartureLogOdds => ReferenceEquals(Silence, SilenceWeights.Prior) ? ChurnRisk.DepartureLogOdds(Departure) : 0;

    internal TraitBook WritableTraits
    {
        get
        {
            _traitModel = null;
            return _traits ??= new TraitBook();
        }
    }

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

    /// <summary>Forgets all, and stands for another customer from here on. Only the position stays.</summary>
    internal void StandFor(string other)
    {
        Forget();
        MergedInto = other;
    }

    /// <summary>Takes note of ids that were merged into it.</summary>
    internal void AddMergedIds(IEnumerable<string> ids)
    {
        var others = ids.Where(id => id != Id).Except(MergedIds, StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            _mergedIds = [.. MergedIds.Concat(others).TakeLast(Limits.MergedCustomersMax)];
        }
    }

    /// <summary>Forgets all; only the position stays.</summary>
    internal void Forget()
    {
        ForgetProfile();
        ProfiledFromMs = 0;
        MergedInto = null;
        _mergedIds = null;
        (Account, AccountStamp) = (null, default);
        (FirstSeenMs, Interactions) = (long.MaxValue, 0);
        Purchases = Purchases.None;
        (_traits, _answers, Tickets, Alerts) = (null, null, null, null);
        (_traitLogOdds, _traitModel) = (0, null);
        RecentIds = new RecentIds();
        (NextDueMs, RulesStamp, LandmarkTakenMs) = (long.MaxValue, 0, 0);
    }

    /// <summary>Forgets all that is profile but for comments; what is counted stays, and so do its own statements and what was told of it before.</summary>
    internal void ForgetProfile()
    {
        Engagement = default;
        (_fastActivity, _slowActivity) = (0, 0);
        RestoreActivity(default, 0);
        _bandChanges = null;
        Channels = new ChannelCounts();
        Timeline = new Timeline();
        (Band, BandSinceMs, BandSettledMs, AlreadySo) = (RiskBand.NotEnoughData, 0, 0, false);
        Membership = 0;
        Cancellation = Cancellation.None;
        (Pending, LandmarkMs, LearnDueMs) = (null, long.MaxValue, long.MaxValue);
        RestoreRisk(double.NaN, SilenceWeights.Prior);
        Stays = StageStays.None;
        (BuyingTimes, AdvocacyActs, Health) = (null, null, default);
    }

    /// <summary>Forgets the comments of its answers up to an instant, see <see cref="AnswerBook.ForgetComments"/>.</summary>
    internal void ForgetComments(long uptoMs, Announcement announcement) => _answers?.ForgetComments(uptoMs, announcement);

    internal void AddActivity(long atMs)
    {
        var days = Days;
        days.Add(Instants.DayOf(atMs));
        RestoreActivity(days, Math.Max(LastActiveMs, atMs));
    }

    /// <summary>Counts an activity, before <see cref="Engagement"/> moves its clock.</summary>
    internal void AddToTrend(long atMs) => Restore(Trend.With(atMs));

    internal void Restore(ActivityTrend trend) => (_fastActivity, _slowActivity) = (trend.Fast, trend.Slow);

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
