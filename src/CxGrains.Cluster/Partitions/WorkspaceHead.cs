using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Privacy;
using CxGrains.Domain.Privacy;

namespace CxGrains.Cluster.Partitions;

/// <summary>What a partition holds of a workspace besides customers and shards.</summary>
internal sealed class WorkspaceHead
{
    private RuleSet? _rules;

    /// <summary>The segments defined, by slot.</summary>
    public SortedList<int, SegmentHead> Segments { get; } = [];

    /// <summary>Answers of all time, by survey.</summary>
    public Dictionary<string, long> SurveyResponses { get; } = new(StringComparer.Ordinal);

    /// <summary>Alerts whose cause stands.</summary>
    public long OpenAlerts { get; set; }

    /// <summary>The ids of those of them that other partitions may have too, because they are an account's.</summary>
    public string[] SharedAlerts { get; set; } = [];

    /// <summary>The customers that were erased.</summary>
    public ErasedCustomers Erased { get; } = new();

    /// <summary>The settings as stored; null where nothing was decided.</summary>
    public string? Settings { get; private set; }

    /// <summary>The churn model as last published, in the domain's encoding; null for none.</summary>
    public byte[]? Model { get; private set; }

    /// <summary>The alert rules as stored; null where none were defined.</summary>
    public string? AlertRules { get; private set; }

    /// <summary>What customers are evaluated by.</summary>
    public RuleSet Rules => _rules ??= Segments.Count == 0 && Settings is null && Model is null && AlertRules is null
        ? RuleSet.Empty
        : new RuleSet { Segments = [.. Segments.Values.Select(segment => segment.Stored)], Settings = Settings, Model = Model, AlertRules = AlertRules };

    /// <summary>Takes note of a record that erases a customer: records behind it fold into nothing.</summary>
    /// <param name="customer">The customer's id.</param>
    /// <param name="nowMs">The log's clock at the record, Unix milliseconds UTC.</param>
    /// <param name="salt">The installation's.</param>
    public void Erase(string customer, long nowMs, byte[] salt) =>
        Erased.Remember(customer, [], nowMs, Tombstones.UntilMs(Rules.Rules.Settings, nowMs), salt);

    /// <summary>Remembers e-mail addresses of a customer that was erased before.</summary>
    /// <param name="emails">The addresses.</param>
    /// <param name="nowMs">The log's clock at the record, Unix milliseconds UTC.</param>
    public void RememberErased(IEnumerable<string> emails, long nowMs) =>
        Erased.RememberEmails(emails, nowMs, Tombstones.UntilMs(Rules.Rules.Settings, nowMs));

    /// <summary>Takes alert rules.</summary>
    public void DefineAlerts(string? rules)
    {
        AlertRules = rules;
        _rules = null;
    }

    /// <summary>Takes a published model.</summary>
    public void Publish(byte[]? model)
    {
        Model = model;
        _rules = null;
    }

    /// <summary>Takes settings; those that are known already change nothing.</summary>
    public void Decide(string? settings)
    {
        Settings = settings;
        _rules = null;
    }

    /// <summary>Takes a definition; a new rule is re-evaluated, one that is known already changes nothing.</summary>
    /// <param name="stored">The definition as stored.</param>
    /// <param name="customers">Customers there are now, to show progress by.</param>
    public void Define(string stored, int customers)
    {
        var definition = RuleSet.Parse(stored);
        var known = Segments.GetValueOrDefault(definition.Slot);
        if (known is not null && known.Definition.Version >= definition.Version)
        {
            return;
        }

        var isNewRule = known?.Definition.Rule.Source.GetRawText() != definition.Rule.Source.GetRawText();
        var segment = known ?? new SegmentHead { Stored = stored };
        segment.Stored = stored;
        Segments[definition.Slot] = segment;
        _rules = null;
        if (isNewRule)
        {
            // Even where there is nobody yet, for how many there are depends on the index, which a replay finds further on than the first time.
            (segment.Cursor, segment.Done, segment.Target, segment.IsRedefining) = ("", 0, customers, true);
        }
    }
}
