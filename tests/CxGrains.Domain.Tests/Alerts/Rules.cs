using System.Text.Json;
using CxGrains.Domain.Alerts;

namespace CxGrains.Domain.Tests.Alerts;

/// <summary>Alert rules, written as they are sent.</summary>
internal static class Rules
{
    /// <summary>One rule.</summary>
    public static AlertRule One(string id, string condition, string more = "") =>
        AlertRuleReader.Read(JsonElement.Parse($"{{\"condition\":{condition}{(more.Length > 0 ? "," + more : "")}}}"), id);

    /// <summary>A workspace's rules: these and no others.</summary>
    public static AlertRules Of(params IEnumerable<AlertRule> rules) =>
        rules.Aggregate(AlertRules.Default.Without(Alert.ChurnHigh), (all, rule) => all.With(rule));
}
