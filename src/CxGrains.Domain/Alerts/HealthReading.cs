using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Alerts;

/// <summary>A customer's health at an instant, as rules ask for it.</summary>
/// <param name="Score">0 to 100; null where it is not known.</param>
/// <param name="Change">Points since the start of the UTC week; null where it is not known at either end.</param>
internal readonly record struct HealthReading(double? Score, double? Change)
{
    /// <summary>What a customer's state says.</summary>
    public static HealthReading Of(Customer customer, HealthWeights weights, long atMs)
    {
        var score = HealthScore.ValueOf(HealthMeasures.Of(customer, HealthInputs.Of(customer, atMs), atMs), weights);
        return new(score, score is null ? null : score - HealthScore.ValueOf(HealthSnapshot.Of(customer, atMs).Measures, weights));
    }

    /// <summary>Whether a condition on health holds; null where it cannot be told.</summary>
    public bool? Meets(AlertCondition condition) =>
        condition.Type == AlertConditionType.HealthBelow
            ? Score is { } score ? score < condition.Score : null
            : Change is { } change ? change <= -condition.Points : null;

    /// <summary>The reading in words.</summary>
    public string WordsFor(AlertCondition condition) => condition.Type == AlertConditionType.HealthBelow
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Health fell to {Score:0.#}, below {condition.Score:0.#}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Health fell by {-Change:0.#} points this week, to {Score:0.#}");
}
