using CxGrains.Domain.Alerts;
using CxGrains.Host.Demo.Surveys;

namespace CxGrains.Host.Demo.Settings;

/// <summary>What the company wants to be told of, beside customers that turn high risk.</summary>
internal static class DemoAlertRules
{
    private const int DayMinutes = 1_440;

    /// <summary>The rules.</summary>
    public static IReadOnlyList<AlertRule> All { get; } =
    [
        new()
        {
            Id = "big-detractor",
            Name = "Big spender is a detractor",
            Severity = AlertSeverity.Critical,
            Owner = "Key accounts",
            Condition = new AlertCondition { Type = AlertConditionType.Detractor, Survey = DemoSurveys.Relationship },
            Filter = new AlertFilter { Segment = "big-spenders" },
        },
        new()
        {
            Id = "unhappy-buyer",
            Name = "Unhappy with a purchase",
            Owner = "Service",
            Condition = new AlertCondition { Type = AlertConditionType.CsatAtMost, Score = 2, Survey = DemoSurveys.AfterPurchase },
            CooldownMinutes = DayMinutes,
        },
        new() { Id = "complaint", Name = "Complaint", Owner = "Service", Condition = new AlertCondition { Type = AlertConditionType.Complaint } },
        new()
        {
            Id = "late-reply",
            Name = "Target missed",
            Severity = AlertSeverity.Info,
            Condition = new AlertCondition { Type = AlertConditionType.SlaBreach },
            Filter = new AlertFilter { Segment = "big-spenders" },
        },
    ];
}
