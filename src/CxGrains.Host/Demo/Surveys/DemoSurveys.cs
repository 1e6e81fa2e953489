using CxGrains.Domain.Surveys;

namespace CxGrains.Host.Demo.Surveys;

/// <summary>The surveys of the company.</summary>
internal static class DemoSurveys
{
    /// <summary>NPS, asked of everybody a few times a year.</summary>
    public const string Relationship = "relationship";

    /// <summary>CSAT, after a purchase.</summary>
    public const string AfterPurchase = "after-purchase";

    /// <summary>CES, after a ticket is solved.</summary>
    public const string SupportEase = "support-ease";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<SurveyDefinition> All =
    [
        new() { Id = Relationship, Name = "Relationship", Metric = SurveyMetric.Nps, Scale = 10 },
        new() { Id = AfterPurchase, Name = "After a purchase", Metric = SurveyMetric.Csat, Scale = 5 },
        new() { Id = SupportEase, Name = "Ease of support", Metric = SurveyMetric.Ces, Scale = 7 },
    ];
}
