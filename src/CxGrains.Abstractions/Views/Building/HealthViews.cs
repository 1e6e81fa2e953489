using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Settings;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Health as readers see it.</summary>
public static class HealthViews
{
    private const double TrendPointsMin = 1;

    /// <summary>The health of a customer at an instant.</summary>
    public static HealthView Of(Customer customer, WorkspaceSettings settings, long atMs)
    {
        var health = HealthScore.Of(customer, settings.Health.Weights, atMs);
        return new HealthView
        {
            Status = health.Score is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
            Score = health.Score,
            Known = health.Known,
            Since = Instants.ToTime(HealthSnapshot.StartMs(HealthSnapshot.WeekOf(atMs))),
            ChangeSinceLastWeek = health.Change,
            Measures = [.. health.Parts.Select(Of)],
        };
    }

    private static HealthMeasureView Of(HealthPart part) => new()
    {
        Name = part.Measure,
        Status = part.Value is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
        Value = part.Value,
        Weight = part.Weight,
        Points = part.Points,
        Trend = part.ValueChange switch
        {
            null => null,
            >= TrendPointsMin => HealthTrend.Up,
            <= -TrendPointsMin => HealthTrend.Down,
            _ => HealthTrend.Steady,
        },
        Change = part.Change,
    };
}
