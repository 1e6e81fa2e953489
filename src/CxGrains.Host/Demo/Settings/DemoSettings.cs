using System.Globalization;
using System.Text.Json;
using CxGrains.Domain.Settings;

namespace CxGrains.Host.Demo.Settings;

/// <summary>What the company has decided about its scores: targets for tickets, journeys, goals and a loyalty programme.</summary>
internal static class DemoSettings
{
    private const int GoalsBeganDaysAgo = 60;
    private const int GoalsEndInDays = 120;

    private const string Template = """
        {
          "sla": [
            {"channel": "chat", "firstReplyMinutes": 15, "resolutionMinutes": 1440},
            {"segment": "big-spenders", "firstReplyMinutes": 240, "resolutionMinutes": 1440},
            {"firstReplyMinutes": 480, "resolutionMinutes": 2880}
          ],
          "journeys": [
            {"id": "buying", "name": "Buying", "dropDays": 14, "stages": [
              {"id": "looked", "name": "Looked around", "type": "visit"},
              {"id": "product", "name": "Viewed a product", "type": "page", "touchpoint": "product"},
              {"id": "checkout", "name": "Began the checkout", "type": "goal_started", "touchpoint": "checkout"},
              {"id": "bought", "name": "Bought", "type": "purchase"}]},
            {"id": "help", "name": "Getting help", "dropDays": 7, "stages": [
              {"id": "asked", "name": "Asked", "type": "ticket_opened"},
              {"id": "answered", "name": "Got an answer", "type": "ticket_replied"},
              {"id": "solved", "name": "Solved", "type": "ticket_resolved"}]}
          ],
          "goals": [
            {"id": "nps", "name": "NPS of 45", "metric": "nps", "survey": "relationship", "target": 45, "from": "{from}", "by": "{by}"},
            {"id": "satisfied", "name": "Nine in ten satisfied", "metric": "csat", "survey": "after-purchase", "start": 80, "target": 90, "from": "{from}", "by": "{by}"},
            {"id": "at-risk", "name": "Fewer at risk", "metric": "atRiskPercent", "start": 7, "target": 3, "from": "{from}", "by": "{by}"}
          ],
          "loyalty": {"tiers": [
            {"name": "Gold", "rule": {"field": "purchases.total", "op": "ge", "value": 4000}},
            {"name": "Silver", "rule": {"field": "purchases.total", "op": "ge", "value": 1000}},
            {"name": "Bronze", "rule": {"field": "purchases.count", "op": "ge", "value": 1}}]}
        }
        """;

    /// <summary>The settings, with goals that are under way at an instant.</summary>
    /// <exception cref="Domain.InvalidFieldException">The template is not valid: a defect.</exception>
    public static WorkspaceSettings At(DateTimeOffset now)
    {
        var text = Template
            .Replace("{from}", DayOf(now.AddDays(-GoalsBeganDaysAgo)), StringComparison.Ordinal)
            .Replace("{by}", DayOf(now.AddDays(GoalsEndInDays)), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(text);
        return WorkspaceSettings.Parse(document.RootElement.Clone());
    }

    private static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
