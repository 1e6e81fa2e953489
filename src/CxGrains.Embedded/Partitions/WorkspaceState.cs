using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Index;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Embedded.Partitions;

/// <summary>One partition's part of a workspace. Owned by the partition's worker.</summary>
internal sealed class WorkspaceState(string id)
{
    private readonly Dictionary<string, ResidentEntry> _byId = new(StringComparer.Ordinal);
    private readonly List<ResidentEntry> _customers = [];
    private readonly Dictionary<string, SurveyState> _surveys = new(StringComparer.Ordinal);
    private readonly List<SegmentState> _segments = [];

    /// <summary>The workspace's id.</summary>
    public string Id { get; } = id;

    /// <summary>The workspace's sums.</summary>
    public WorkspaceShard Shard { get; set; } = new();

    /// <summary>Whether the sums changed since the last checkpoint.</summary>
    public bool IsChanged { get; set; }

    /// <summary>The customers, in the order in which the partition met them.</summary>
    public IReadOnlyList<ResidentEntry> Customers => _customers;

    /// <summary>How many there are; the places of erased ones do not count.</summary>
    public int CustomersCount => _byId.Count;

    /// <summary>The surveys answered here.</summary>
    public IReadOnlyDictionary<string, SurveyState> Surveys => _surveys;

    /// <summary>The segments defined.</summary>
    public IReadOnlyList<SegmentState> Segments => _segments;

    /// <summary>What is defined at the partition's position.</summary>
    public WorkspaceRules Rules { get; private set; } = WorkspaceRules.None;

    /// <summary>Whether settings or model changed since the last checkpoint; segments are saved with their shards.</summary>
    public bool RulesChanged { get; set; }

    /// <summary>Customers known to be evaluated by the rules, in the order in which the partition met them; those behind may not be.</summary>
    public int EvaluatedCount { get; set; }

    /// <summary>What the churn model learned here; null where no outcome is known yet.</summary>
    public ModelShard? Learner { get; set; }

    /// <summary>Whether it changed since the last checkpoint.</summary>
    public bool LearnerChanged { get; set; }

    /// <summary>Alerts.</summary>
    public AlertBook Alerts { get; set; } = new();

    /// <summary>Whether alerts changed since the last checkpoint.</summary>
    public bool AlertsChanged { get; set; }

    /// <summary>The customers that were erased; null where none was.</summary>
    public Tombstones? Tombstones { get; set; }

    /// <summary>Whether they changed since the last checkpoint.</summary>
    public bool TombstonesChanged { get; set; }

    /// <summary>When an interaction of an import was folded last, by the log's clock, Unix milliseconds UTC; 0 for not since the start.</summary>
    public long ImportedMs { get; set; }

    /// <summary>Customers at high risk that were no news.</summary>
    public long AlreadySoCount { get; private set; }

    /// <summary>Interactions a second.</summary>
    public RateMeter Rate { get; } = new();

    /// <summary>The live feed.</summary>
    public RecentInteractions Recent { get; } = new();

    /// <summary>The customers most at risk.</summary>
    public RiskiestCustomers Riskiest { get; } = new();

    /// <summary>The entry of a customer; null where the workspace has none of that id here.</summary>
    public ResidentEntry? Find(string customer) => _byId.GetValueOrDefault(customer);

    /// <summary>Adds a customer, or the place of one that was erased.</summary>
    public void Add(ResidentEntry entry)
    {
        if (entry.Id.Length > 0)
        {
            _byId.Add(entry.Id, entry);
        }

        _customers.Add(entry);
        AlreadySoCount += entry.AlreadySo ? 1 : 0;
    }

    /// <summary>Takes a customer's id away. Its entry keeps its place: re-evaluations go by places.</summary>
    public void Erase(ResidentEntry entry)
    {
        _byId.Remove(entry.Id);
        Recent.Remove(entry);
        Riskiest.Forget();
        entry.Erase();
    }

    /// <summary>Takes note of a change of <see cref="Domain.Index.CustomerEntry.AlreadySo"/>.</summary>
    public void CountAlreadySo(bool before, bool after) => AlreadySoCount += (after ? 1 : 0) - (before ? 1 : 0);

    /// <summary>The part of a survey, made where it is new.</summary>
    public SurveyState SurveyOf(string survey, SurveyMetric metric, int scale)
    {
        if (!_surveys.TryGetValue(survey, out var state))
        {
            state = new SurveyState(new SurveyShard(metric, scale));
            _surveys.Add(survey, state);
        }

        return state;
    }

    /// <summary>Puts a survey's part in place when loading.</summary>
    public void Put(string survey, SurveyState state) => _surveys[survey] = state;

    /// <summary>The part of a segment in a slot; null where none is defined there.</summary>
    public SegmentState? SegmentIn(int slot) => _segments.Find(segment => segment.Definition.Slot == slot);

    /// <summary>Puts a segment's part in place.</summary>
    public void Put(SegmentState segment)
    {
        _segments.Add(segment);
        RefreshSegments();
    }

    /// <summary>Puts a published model in place; customers are due to be evaluated by it.</summary>
    public void Put(PublishedModel model)
    {
        Rules = Rules with { Published = model };
        RulesChanged = true;
        EvaluatedCount = 0;
    }

    /// <summary>Puts alert rules in place; customers whom time brings about to a rule that changed are due to know when.</summary>
    public void Put(AlertRules rules)
    {
        Rules = Rules with { Alerts = rules };
        RulesChanged = true;
        EvaluatedCount = 0;
    }

    /// <summary>Learns from what became of a prediction.</summary>
    public void Learn(OutcomeContribution outcome, Position position)
    {
        Learner = (Learner ?? new ModelShard(outcome.Target)).After(outcome);
        Learner.TryAdvance(position);
        LearnerChanged = true;
    }

    /// <summary>Lets the next checkpoint save everything again.</summary>
    public void MarkAllChanged()
    {
        IsChanged = true;
        AlertsChanged = true;
        RulesChanged = true;
        LearnerChanged = Learner is not null;
        TombstonesChanged = Tombstones is not null;
        foreach (var survey in _surveys.Values)
        {
            survey.IsChanged = true;
        }

        _segments.ForEach(segment => segment.IsChanged = true);
    }

    /// <summary>Takes note of a changed segment.</summary>
    public void RefreshSegments() => Rules = Rules with { Segments = [.. _segments.Select(segment => segment.Definition)] };

    /// <summary>Puts settings in place; customers are due to be evaluated by them.</summary>
    public void Put(WorkspaceSettings settings)
    {
        Rules = Rules with { Settings = settings };
        RulesChanged = true;
        EvaluatedCount = 0;
    }
}
