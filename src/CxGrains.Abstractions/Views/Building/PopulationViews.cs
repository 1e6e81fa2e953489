using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What a population (a workspace's customers, a segment's members) shows readers.</summary>
public static class PopulationViews
{
    /// <summary>UTC days of latest answers that a population's scores take.</summary>
    public const int LatestAnswersDays = 90;

    /// <summary>The first and last day of the latest answers at an instant.</summary>
    public static (int FromDay, int ToDay) LatestWindow(long atMs) => (Instants.DayOf(atMs) - LatestAnswersDays + 1, Instants.DayOf(atMs));

    /// <summary>Members by band, as settled.</summary>
    public static RiskCounts RiskOf(PopulationShard shard) => new(
        shard.CountOf(RiskBand.Low), shard.CountOf(RiskBand.Medium), shard.CountOf(RiskBand.High), shard.CountOf(RiskBand.NotEnoughData));

    /// <summary>Purchases.</summary>
    public static PurchasesView Of(Purchases purchases) => new()
    {
        Count = purchases.Count,
        Total = purchases.Total,
        ByCurrency = purchases.ByCurrency.ToDictionary(sum => sum.Currency, sum => sum.Amount),
    };
}
