using System.Text.Json;
using System.Text.Json.Serialization;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Alerts;

/// <summary>
/// All alert rules of a workspace, as they stand from a position of the log on. A row of the log brings them whole: they are few, and one
/// that follows another needs nothing of what was before. They are no part of the settings, whose every change has all customers evaluated
/// anew: of rules only those that time brings about concern customers to whom nothing happens, and <see cref="TimedVersion"/> tells when
/// these changed.
/// </summary>
public sealed class AlertRules
{
    /// <summary>Rules of one workspace.</summary>
    public const int RulesMax = 100;

    /// <summary>The display name of the rule that every workspace begins with.</summary>
    public const string NameOfChurnHigh = "High churn risk";

    /// <summary>What a workspace has that has decided nothing: it hears of customers that turn high risk.</summary>
    public static readonly AlertRules Default = new(0, 0, [new AlertRule
    {
        Id = Alert.ChurnHigh,
        Name = NameOfChurnHigh,
        Severity = AlertSeverity.Critical,
        Condition = new AlertCondition { Type = AlertConditionType.RiskBand, Band = RiskBand.High },
    }]);

    /// <summary>Rules.</summary>
    /// <param name="version">Counts up with each change.</param>
    /// <param name="timedVersion">The version in which the rules that time brings about last changed; 0 for none.</param>
    /// <param name="rules">The rules, in the order of their ids.</param>
    [JsonConstructor]
    public AlertRules(int version, int timedVersion, IReadOnlyList<AlertRule> rules)
    {
        Version = version;
        TimedVersion = timedVersion;
        Rules = rules;
        Triggers = new AlertTriggers(rules);
    }

    /// <summary>Counts up from 1 with each change; 0 for the default.</summary>
    public int Version { get; }

    /// <summary>The version in which the rules that time brings about last changed; 0 for none.</summary>
    public int TimedVersion { get; }

    /// <summary>The rules, in the order of their ids.</summary>
    public IReadOnlyList<AlertRule> Rules { get; }

    /// <summary>Whether any rule in force is brought about by time, so that customers must know when they are due.</summary>
    internal bool IsTimed => Triggers.NoContact.Length > 0 || Triggers.Health.Length > 0 || Triggers.AdvocateLost.Length > 0;

    /// <summary>The rules in force, sorted by what brings them about.</summary>
    internal AlertTriggers Triggers { get; }

    /// <summary>The rule of an id; null where there is none.</summary>
    public AlertRule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id);

    /// <summary>These rules with one more, or with another in the place of one that has its id.</summary>
    public AlertRules With(AlertRule rule) => After([.. Rules.Where(known => known.Id != rule.Id), rule]);

    /// <summary>These rules without one.</summary>
    public AlertRules Without(string id) => After([.. Rules.Where(known => known.Id != id)]);

    /// <summary>The rules as stored.</summary>
    public string ToStored() => JsonSerializer.Serialize(this, AlertRulesJson.Default.AlertRules);

    /// <summary>Reads what <see cref="ToStored"/> gave.</summary>
    public static AlertRules FromStored(string text) => JsonSerializer.Deserialize(text, AlertRulesJson.Default.AlertRules)!;

    private AlertRules After(List<AlertRule> rules)
    {
        rules.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return new AlertRules(Version + 1, TimedOf(rules).SequenceEqual(TimedOf(Rules)) ? TimedVersion : Version + 1, rules);
    }

    private static IEnumerable<AlertCondition> TimedOf(IEnumerable<AlertRule> rules) =>
        rules.Where(rule => rule.Enabled && rule.Condition.IsTimed).Select(rule => rule.Condition).Distinct();
}
