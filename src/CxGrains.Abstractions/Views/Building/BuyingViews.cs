using CxGrains.Domain;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Settings;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Expected purchases as readers see them.</summary>
public static class BuyingViews
{
    /// <summary>What is expected of a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="model">The workspace's model; null where none was fitted yet.</param>
    /// <param name="settings">The workspace's settings.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public static BuyingView Of(Customer customer, BuyingModel? model, WorkspaceSettings settings, long atMs) =>
        BuyingOutlook.Of(customer, model, settings.Value, atMs) is not { } outlook
            ? new BuyingView { Status = ScoreStatus.NotEnoughData, HorizonDays = settings.Value.HorizonDays }
            : new BuyingView
            {
                Status = ScoreStatus.Ok,
                AliveProbability = outlook.AliveProbability,
                ExpectedPurchases = outlook.ExpectedPurchases,
                LifetimeValue = outlook.LifetimeValue,
                HorizonDays = settings.Value.HorizonDays,
                FittedToCustomers = model!.Customers,
                FittedAt = Instants.ToTime(model.FittedAtMs),
            };
}
