using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Customers;

/// <summary>What a segment rule may ask of a customer. Times are Unix milliseconds UTC.</summary>
public interface ICustomerFacts
{
    /// <summary>The account it belongs to, if any.</summary>
    string? Account { get; }

    /// <summary>Time of the earliest interaction.</summary>
    long FirstSeenMs { get; }

    /// <summary>Time of the latest interaction.</summary>
    long LastSeenMs { get; }

    /// <summary>Interactions counted.</summary>
    long Interactions { get; }

    /// <summary>Purchases and refunds.</summary>
    Purchases Purchases { get; }

    /// <summary>Decayed engagement.</summary>
    Engagement Engagement { get; }

    /// <summary>Its churn probability as a function of the instant.</summary>
    RiskCurve Risk { get; }

    /// <summary>The risk band that stands.</summary>
    RiskBand Band { get; }

    /// <summary>The value of a trait; null where the customer has none of that name.</summary>
    TraitValue? Trait(string key);

    /// <summary>Whether the customer was ever seen on a channel.</summary>
    bool UsesChannel(string channel);

    /// <summary>The latest answer to a survey of a metric; null where there is none.</summary>
    LatestAnswer? LatestAnswer(SurveyMetric metric);
}
